import { key, link, object, text } from "./types.ts";

export const Artifacts = object("Artifacts", {
  doc: "Which model this plan is about, so that every decision can be traced to a version.",
  inline: true,
  keys: {
    model: key(text, {
      doc: "The name and version of the model, for example `router-v3`.",
      principle: "traceability",
      placeholder: "name and version of the model",
    }),
    "model-card": key(link("model card"), {
      doc: "The model card, which says what the model is for and how well it did in tests, for example `./cards/router.modelcard.json`.",
      principle: "traceability",
      placeholder: "path to the model card",
    }),
  },
});
