import { examples } from "../../harness/examples.ts";
import { tryText } from "../../harness/try-text.ts";

describe("every prefix can be read, checked and asked about", function () {
  this.timeout(600_000);
  for (const example of examples().filter(({ name }) => !name.startsWith("broken/"))) {
    it(example.name, async () => {
      for (let end = 0; end <= example.text.length; end++) await tryText(example, example.text.slice(0, end), [end]);
    });
  }
});
