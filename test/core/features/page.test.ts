import assert from "node:assert/strict";
import { plainText } from "@aiplan/core";
import fc from "fast-check";
import { code, message, Page, prose } from "../../../core/src/features/hover/page.ts";

describe("what authors write, on hover", () => {
  it("is no link, no HTML and no emphasis in prose", () => {
    const text = "[a](http://x) <img src=x> *b* _c_ `d` https://e www.f me@g.example &amp; | ~~h~~ #i";
    assert.equal(
      prose(text),
      "\\[a\\](http\\://x) \\<img src=x\\> \\*b\\* \\_c\\_ \\`d\\` https\\://e www\\.f me\\@g.example \\&amp; \\| \\~\\~h\\~\\~ \\#i",
    );
  });

  it("does not start a list, a quotation or a heading", () => {
    assert.equal(prose("- a"), "\\- a");
    assert.equal(prose("1. a"), "1\\. a");
    assert.equal(prose("> a"), "\\> a");
    assert.equal(prose("# a"), "\\# a");
    assert.equal(prose("---"), "\\---");
  });

  it("stays inside of its code, whatever its backticks", () => {
    assert.equal(code("a"), "`a`");
    assert.equal(code("a ` b"), "``a ` b``");
    assert.equal(code("`a`"), "`` `a` ``");
    assert.equal(code("a\n\n# b"), "`a # b`");
    assert.equal(code(""), "(nothing)");
  });

  it("comes out of the plain text as it was", () => {
    const word = fc.string({ unit: "binary", maxLength: 40 }).map((text) => text.replace(/\s+/g, " ").trim());
    fc.assert(fc.property(word, (text) => assert.equal(plainText(prose(text)), text)));
    fc.assert(
      fc.property(
        word.filter((text) => text !== ""),
        (text) => assert.equal(plainText(code(text)), text),
      ),
    );
  });

  it("is cut where it is long, between characters", () => {
    const cut = prose("\u{1F600}".repeat(500));
    assert.ok(cut.length <= 200 && !/[\uD800-\uDBFF](?![\uDC00-\uDFFF])/.test(cut), cut);
    assert.ok(cut.endsWith("…"));
  });

  it("keeps its code in a finding's message", () => {
    assert.equal(message("`a` is <b>: `c*`"), "`a` is \\<b\\>: `c*`");
  });

  it("does not make a page longer than helps", () => {
    const page = new Page();
    for (let count = 0; count < 1000; count++) page.text("x".repeat(100));
    assert.ok(page.markdown().length < 13_000);
    assert.ok(page.markdown().endsWith("…"));
  });
});
