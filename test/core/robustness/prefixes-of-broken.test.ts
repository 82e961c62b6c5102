import { examples } from "../../harness/examples.ts";
import { tryPrefixes } from "./try-prefixes.ts";

describe("every prefix can be read, checked and asked about", function () {
  this.timeout(600_000);
  for (const example of examples().filter(({ name }) => name.startsWith("broken/")))
    it(example.name, () => tryPrefixes(example, 1));
});
