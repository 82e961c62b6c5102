import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { parse } from "yaml";
import { REPOSITORY } from "../harness/build-if-stale.ts";

const guide = readFileSync(join(REPOSITORY, "docs/guides/other-editors.md"), "utf8").replaceAll("\r\n", "\n");

describe("the guide to other editors", () => {
  it("starts the server in the same way everywhere, and says in which editors that was not run", () => {
    const sections = guide.split(/^##+ /m).filter((section) => section.includes("/path/to/ai-plan"));
    for (const [index, section] of sections.entries()) {
      const title = section.split("\n")[0];
      const words = section.match(/[\w./-]*aiplan\.js.*/)?.[0].match(/[\w./-]+/g);
      assert.deepEqual(words?.slice(0, 3), ["/path/to/ai-plan/cli/bin/aiplan.js", "lsp", "--stdio"], title);
      const isRun = ["Neovim 0.7 to 0.10", "Emacs"].includes(title!);
      if (index > 0) assert.equal(/Not run, see\sabove\./.test(section), !isRun, title);
    }
    assert.ok(sections.length > 8);
  });

  it("gives JSON and YAML that can be read", () => {
    const blocks = [...guide.matchAll(/^```(?:json|yaml)\n(.*?)^```$/gms)];
    for (const [, text] of blocks) assert.equal(typeof parse(text!), "object");
    assert.equal(blocks.length, 3);
  });
});
