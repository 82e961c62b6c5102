import assert from "node:assert/strict";
import { SnippetWriter } from "../../server/src/to-lsp/snippet.ts";

/** A text with its stops in brackets, `[what]` or `[what|a|b]`; the brackets are taken out. */
function write(marked: string, writer = new SnippetWriter(), last = true): string {
  let text = "";
  const stops = [];
  for (const [index, part] of marked.split(/\[([^\]]*)\]/).entries()) {
    const [shown = "", ...choices] = index % 2 === 1 ? part.split("|") : [part];
    if (index % 2 === 1) {
      const span = { start: text.length, end: text.length + shown.length };
      stops.push(choices.length > 0 ? { ...span, choices } : span);
    }
    text += shown;
  }
  return writer.write(text, stops, last);
}

describe("snippets", () => {
  it("number their stops and end after the last", () => {
    assert.equal(write("a: [<x>]\nb: [<y>]\n"), "a: ${1:<x>}\nb: ${2:<y>}$0\n");
  });

  it("go on numbering from one edit of a document to the next, and end in the last", () => {
    const writer = new SnippetWriter();
    assert.equal(write("a: [<x>]", writer, false), "a: ${1:<x>}");
    assert.equal(write("b: [<y>]", writer), "b: ${2:<y>}$0");
  });

  it("escape what means something in a snippet", () => {
    assert.equal(write("{cost: 5 $, a: C:\\x, b: [<$ or }>]}"), "{cost: 5 \\$, a: C:\\\\x, b: ${1:<\\$ or \\}>}$0\\}");
  });

  it("put the placeholder before the choices, and escape only what means something in choices", () => {
    assert.equal(write("[<a, b>|x$|y,z|w\\v]"), "${1|<a\\, b>,x$,y\\,z,w\\\\v|}$0");
  });

  it("number stops in the order in which they are to be filled in", () => {
    const stops = [
      { start: 4, end: 7 },
      { start: 0, end: 3 },
    ];
    assert.equal(new SnippetWriter().write("<a> <b>", stops, true), "${2:<a>}$0 ${1:<b>}");
  });

  it("fill in together what has one name, and end once", () => {
    const stops = [
      { start: 0, end: 3, name: "a" },
      { start: 4, end: 7 },
      { start: 8, end: 11, name: "a" },
    ];
    assert.equal(new SnippetWriter().write("<a> <b> <a>", stops, true), "${1:<a>} ${2:<b>}$0 ${1:<a>}");
    const [a, , again] = stops;
    assert.equal(new SnippetWriter().write("<a> <b> <a>", [a!, again!], true), "${1:<a>}$0 <b> ${1:<a>}");
  });
});
