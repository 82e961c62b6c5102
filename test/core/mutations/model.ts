import { type Mutations, slip, slipIn } from "./mutation.ts";

export const MODEL: Mutations = {
  "model-card-below-target": [
    slip("ticket-routing", "pilot-exit: 85%", "pilot-exit: 88%"),
    slipIn("ticket-routing", "cards/router.modelcard.json", '"value": "0.876"', '"value": "0.786"'),
    slipIn("fraud-review", "cards/claim-scoring.cdx.json", '"value": "0.482"', '"value": "0.432"'),
    slip("fraud-review", ", model-card: ./cards/claim-scoring.cdx.json", ""),
    slip("invoice-extraction", "pilot-exit: 92%", "pilot-exit: 99%"),
    slip("document-agent", "      pilot-exit: 94.5%\n", "      pilot-exit: 98.5%\n"),
  ],
};
