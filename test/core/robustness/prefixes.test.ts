import { examples } from "../../harness/examples.ts";
import { tryPrefixes } from "./try-prefixes.ts";

/** Every prefix of these is tried, and of the other examples one of so many: they have the same keys, in other styles. */
const WHOLE = "ticket-routing/";
const ONE_IN = 17;

describe("every prefix can be read, checked and asked about", function () {
  this.timeout(600_000);
  for (const example of examples().filter(({ name }) => !name.startsWith("broken/")))
    it(example.name, () => tryPrefixes(example, example.name.startsWith(WHOLE) ? 1 : ONE_IN));
});
