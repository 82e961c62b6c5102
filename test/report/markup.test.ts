import assert from "node:assert/strict";
import { html, Markup } from "../../report/src/html/markup.ts";

describe("The template of HTML", () => {
  it("escapes all that is no markup, in contents and in attributes", () => {
    const hostile = `</p><script>alert("1")</script>&'`;
    const escaped = "&lt;/p&gt;&lt;script&gt;alert(&quot;1&quot;)&lt;/script&gt;&amp;&#39;";
    assert.equal(html`<p title="${hostile}">${hostile}</p>`.text, `<p title="${escaped}">${escaped}</p>`);
  });

  it("takes in markup, numbers and lists, and shows nothing for what is not there", () => {
    const items = [1, 0].map((number) => html`<li>${number}</li>`);
    assert.equal(
      html`<ul>${items}${undefined}${false}${new Markup("<li>")}</ul>`.text,
      "<ul><li>1</li><li>0</li><li></ul>",
    );
  });
});
