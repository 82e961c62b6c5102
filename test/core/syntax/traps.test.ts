import assert from "node:assert/strict";
import { changed, contents, fixed, marked, read } from "./reading.ts";

interface Case {
  readonly text: string;
  readonly marks: string;
  readonly says: RegExp;
  /** The text after the fix, which then has no finding; absent where there is no fix. */
  readonly fixed?: string;
  /** What can be read in spite of the error; `!` is a value that nothing else may be said of. */
  readonly reads: Record<string, unknown>;
  readonly rule?: "unquoted-operator";
}

const CASES: Record<string, Case> = {
  "a tab": {
    text: "a:\n\tb: 1\n\tc:\n\t\td: 2\ne: 3\n",
    marks: "\t",
    says: /indented with a tab.*spaces/,
    fixed: "a:\n  b: 1\n  c:\n    d: 2\ne: 3\n",
    reads: { a: { b: "1", c: { d: "2" } }, e: "3" },
  },
  "a tab among lines with spaces": {
    text: "a:\n    b: 1\n\tc: 2\n",
    marks: "\t",
    says: /indented with a tab/,
    fixed: "a:\n    b: 1\n    c: 2\n",
    reads: { a: { b: "1" } },
  },
  "no space after a colon": {
    text: "name: x\nstage:pilot # claimed\nowner: y\n",
    marks: ":",
    says: /space is missing after the colon: write `stage: pilot`/,
    fixed: "name: x\nstage: pilot # claimed\nowner: y\n",
    reads: { name: "x", stage: "!", owner: "y" },
  },
  "no space after a colon, nested": {
    text: "a:\n  b:1\n  c: 2\n",
    marks: ":",
    says: /write `b: 1`/,
    fixed: "a:\n  b: 1\n  c: 2\n",
    reads: { a: { b: "", c: "2" } },
  },
  "no space between a colon and a quote": {
    text: 'a: 1\nb:"x y"\nc: 2\n',
    marks: ":",
    says: /space is missing after the colon/,
    fixed: 'a: 1\nb: "x y"\nc: 2\n',
    reads: { a: "1", b: "!", c: "2" },
  },
  "no space after a quoted key": {
    text: 'a:\n  "b":1\n  c: 2\n',
    marks: ":",
    says: /space is missing/,
    fixed: 'a:\n  "b": 1\n  c: 2\n',
    reads: { a: { b: "", c: "2" } },
  },
  "a space that is no plain one": {
    text: "a:\n  b:\u00a01\n  c: 2\n",
    marks: "\u00a0",
    says: /non-breaking space/,
    fixed: "a:\n  b: 1\n  c: 2\n",
    reads: { a: { b: "1", c: "2" } },
  },
  "a line indented too little": {
    text: "a:\n  b: 1\n c: 2\nd: 3\n",
    marks: " ",
    says: /indented by 1 space, the lines that it belongs with by 2 spaces/,
    fixed: "a:\n  b: 1\n  c: 2\nd: 3\n",
    reads: { a: { b: "1" }, d: "3" },
  },
  "a line indented too little, whose neighbours below are right": {
    text: "a:\n    b: 1\n   c: 2\n    d: 3\n",
    marks: "   ",
    says: /by 3 spaces, the lines that it belongs with by 4 spaces/,
    fixed: "a:\n    b: 1\n    c: 2\n    d: 3\n",
    reads: { a: { b: "1", d: "3" } },
  },
  "several lines indented less than the first": {
    text: "a:\n   x: 1\n  y:\n    z: 2\n  w: 3\n",
    marks: "  ",
    says: /by 2 spaces, the lines that it belongs with by 3 spaces/,
    fixed: "a:\n   x: 1\n   y:\n     z: 2\n   w: 3\n",
    reads: { a: { x: "1" } },
  },
  "a line nested below a value": {
    text: "a:\n  b: 1\n    c: 2\n  d: 3\n",
    marks: "    ",
    says: /`b` has its value on its own line.*nothing can be nested below it/,
    fixed: "a:\n  b: 1\n  c: 2\n  d: 3\n",
    reads: { a: { b: "1", d: "3" } },
  },
  "a line nested below a value with a comment": {
    text: "a: 1 # one\n  b: 2\n",
    marks: "  ",
    says: /`a` has its value/,
    fixed: "a: 1 # one\nb: 2\n",
    reads: { a: "1" },
  },
  "a key of a list item that stands too far left": {
    text: "a:\n  - x: 1\n   y: 2\n",
    marks: "   ",
    says: /by 3 spaces, the lines that it belongs with by 4 spaces/,
    fixed: "a:\n  - x: 1\n    y: 2\n",
    reads: { a: [{ x: "1" }] },
  },
  "a list item that stands too far left": {
    text: "a:\n  - 1\n - 2\nb: 3\n",
    marks: " -",
    says: /list item is indented less/,
    fixed: "a:\n  - 1\n  - 2\nb: 3\n",
    reads: { a: ["1"], b: "3" },
  },
  "a list item among keys": {
    text: "a:\n  x: 1\n  - item\n  y: 2\n",
    marks: "-",
    says: /list item stands among keys/,
    reads: { a: { x: "1" } },
  },
  "a key among list items": {
    text: "a:\n  - x\n  y\nb: 1\n",
    marks: "y",
    says: /has no dash/,
    fixed: "a:\n  - x\n  - y\nb: 1\n",
    reads: { a: ["x"], b: "1" },
  },
  "no space after a dash": {
    text: "a:\n  - x\n  -y\n",
    marks: "-",
    says: /space is missing after the dash/,
    fixed: "a:\n  - x\n  - y\n",
    reads: { a: ["x"] },
  },
  "a list on the line of its key": {
    text: "a: - x\nb: 1\n",
    marks: "-",
    says: /can't start on the line of its key/,
    fixed: "a: [x]\nb: 1\n",
    reads: { a: "!", b: "1" },
  },
  "a list that starts on the line of its key": {
    text: "a:\n  b: - x\n    - y\n",
    marks: "-",
    says: /Start a new line/,
    fixed: "a:\n  b:\n    - x\n    - y\n",
    reads: { a: { b: ["y"] } },
  },
  "a dash in brackets": {
    text: "a: [- x]\n",
    marks: "-",
    says: /In brackets a list has no dashes/,
    fixed: "a: [x]\n",
    reads: { a: ["!"] },
  },
  "an unclosed double quote": {
    text: 'a:\n  b: "text\n  c: 1\nd: 2\n',
    marks: '"text',
    says: /quote \("\) that is never closed/,
    fixed: 'a:\n  b: "text"\n  c: 1\nd: 2\n',
    reads: { a: { b: "!", c: "1" }, d: "2" },
  },
  "an unclosed quote that a later one closes": {
    text: 'a:\n  b: "text\n  c: "other"\nd: 2\n',
    marks: '"text',
    says: /never closed/,
    fixed: 'a:\n  b: "text"\n  c: "other"\nd: 2\n',
    reads: { a: { b: "!", c: "other" }, d: "2" },
  },
  "an unclosed single quote over two lines": {
    text: "a: 'some\n  text # not a comment\nb: 1\n",
    marks: "'some\n  text",
    says: /quote \('\) that is never closed/,
    fixed: "a: 'some\n  text' # not a comment\nb: 1\n",
    reads: { a: "!", b: "1" },
  },
  "an unclosed quote in braces": {
    text: 'a: {b: "text, c: 1}\nd: 2\n',
    marks: '"text',
    says: /never closed/,
    fixed: 'a: {b: "text", c: 1}\nd: 2\n',
    reads: { a: { b: "!", c: "1" }, d: "2" },
  },
  "an apostrophe in single quotes": {
    text: "a: 'it's late'\nb: 1\n",
    marks: "s late'",
    says: /quotes close before `s late'`/,
    fixed: 'a: "it\'s late"\nb: 1\n',
    reads: { a: "!", b: "1" },
  },
  "text behind a quoted word": {
    text: 'a: "x" and y # why\n',
    marks: "and y",
    says: /Put quotes around the whole text/,
    fixed: "a: '\"x\" and y' # why\n",
    reads: { a: "!" },
  },
  "a Windows path in double quotes": {
    text: 'a: "C:\\Users\\new"\nb: 1\n',
    marks: "\\U",
    says: /a backslash starts a code, and `\\U` is none/,
    fixed: 'a: "C:\\\\Users\\\\new"\nb: 1\n',
    reads: { a: "!", b: "1" },
  },
  "an unclosed brace": {
    text: "a:\n  b: {x: 1, y: 2\n  c: {z: 3}\nd: 4\n",
    marks: "{x: 1, y: 2",
    says: /`\{` is never closed. Add `\}`/,
    fixed: "a:\n  b: {x: 1, y: 2}\n  c: {z: 3}\nd: 4\n",
    reads: { a: { b: { x: "1", y: "!" }, c: { z: "3" } }, d: "4" },
  },
  "an unclosed bracket and brace before a comment": {
    text: "a: [{x: 1   # one\nb: 2\n",
    marks: "{x: 1",
    says: /`\{` is never closed/,
    fixed: "a: [{x: 1}]   # one\nb: 2\n",
    reads: { a: [{ x: "1" }], b: "2" },
  },
  "an unclosed brace behind a quoted value": {
    text: 'a:\n  b: {x: "yes"\n  c: 1\n',
    marks: '{x: "yes"',
    says: /never closed/,
    fixed: 'a:\n  b: {x: "yes"}\n  c: 1\n',
    reads: { a: { b: { x: "!" }, c: "1" } },
  },
  "a bracket closed by a brace": {
    text: "a: [x, y}\nb: 1\n",
    marks: "}",
    says: /can't close the `\[`.*needs `\]`/,
    fixed: "a: [x, y]\nb: 1\n",
    reads: { a: ["x", "y"], b: "1" },
  },
  "a list that is not closed before the next key": {
    text: "a: {b: [x, {y: 1}], c: [p, q, d: [r], e: 2}\nf: 3\n",
    marks: "[p, q",
    says: /`\[` before `p, q` is never closed/,
    fixed: "a: {b: [x, {y: 1}], c: [p, q], d: [r], e: 2}\nf: 3\n",
    reads: { a: { b: ["x", { y: "1" }], c: ["p", "q"], d: ["r"], e: "2" }, f: "3" },
  },
  "one closing brace too many": {
    text: "a: {x: 1}}\nb: 2\n",
    marks: "}",
    says: /closes nothing/,
    fixed: "a: {x: 1}\nb: 2\n",
    reads: { a: { x: "1" }, b: "2" },
  },
  "lines in brackets that are not indented": {
    text: "a: [x,\ny, # why\nz]\n",
    marks: "y,",
    says: /must be indented deeper/,
    fixed: "a: [x,\n  y, # why\n  z]\n",
    reads: { a: ["x", "y", "z"] },
  },
  "an opening bracket without need": {
    text: "a: {\n  b: 1\n  c: 2\nd: 3\n",
    marks: "{",
    says: /Remove it/,
    fixed: "a: \n  b: 1\n  c: 2\nd: 3\n",
    reads: { a: { b: "1", c: "2" }, d: "3" },
  },
  "a comma too many": {
    text: "a: {b: 1,, c: 2}\n",
    marks: ",",
    says: /comma has nothing before it/,
    fixed: "a: {b: 1, c: 2}\n",
    reads: { a: { b: "1", c: "2" } },
  },
  "a missing comma between entries": {
    text: "a: {b: 12 h c: 2}\n",
    marks: " ",
    says: /comma is missing before `c:`/,
    fixed: "a: {b: 12 h, c: 2}\n",
    reads: { a: { b: "12 h", c: "2" } },
  },
  "a missing comma at a line end": {
    text: "a: {b: some text\n    c: 2}\n",
    marks: "\n    ",
    says: /comma is missing before `c:`/,
    fixed: "a: {b: some text,\n    c: 2}\n",
    reads: { a: { b: "some text", c: "2" } },
  },
  "a missing comma between quoted items": {
    text: 'a: ["x" "y"]\n',
    marks: " ",
    says: /comma is missing/,
    fixed: 'a: ["x", "y"]\n',
    reads: { a: ["x", "y"] },
  },
  "an entry in brackets that has lost its line": {
    text: "a: b: {c: d}\ne: f\n",
    marks: ":",
    says: /Two keys stand on one line\. Start a new, indented line before `b:`/,
    reads: { a: { b: { c: "d" } }, e: "f" },
  },
  "text behind a closing bracket": {
    text: "a: [x] and y\n",
    marks: "and y",
    says: /Nothing can follow the closing `\]`/,
    fixed: "a: [x] # and y\n",
    reads: { a: ["x"] },
  },
  "a non-breaking space behind a closing bracket": {
    text: "a: [x]\u00a0\n",
    marks: "\u00a0",
    says: /non-breaking space/,
    fixed: "a: [x]\n",
    reads: { a: ["x"] },
  },
  "a bracket inside a word": {
    text: "a: {b: many-t{o-one, c: 1}\n",
    marks: "{",
    says: /stands inside a word/,
    fixed: "a: {b: many-to-one, c: 1}\n",
    reads: { a: { b: "!", c: "1" } },
  },
  "a comment that hides a closing brace": {
    text: "a: {via: #support, within: 5 min}\nb: 1\n",
    marks: "#support",
    says: /starts a comment/,
    fixed: 'a: {via: "#support", within: 5 min}\nb: 1\n',
    reads: { a: { via: "!", within: "5 min" }, b: "1" },
  },
  "a comment without a space before it": {
    text: 'a: "x"# why\n',
    marks: "#",
    says: /comment needs a space/,
    fixed: 'a: "x" # why\n',
    reads: { a: "x" },
  },
  "an operator": {
    text: "a:\n  above: >= 92% # of all\n  b: 1\n",
    marks: ">=",
    says: /Write `92%` without `>=`/,
    fixed: "a:\n  above: 92% # of all\n  b: 1\n",
    reads: { a: { above: "!", b: "1" } },
    rule: "unquoted-operator",
  },
  "an operator without a space": {
    text: "month-1: >92%\nb: 1\n",
    marks: ">",
    says: /Write `92%` without `>`/,
    fixed: "month-1: 92%\nb: 1\n",
    reads: { "month-1": "!", b: "1" },
    rule: "unquoted-operator",
  },
  "an operator in braces": {
    text: "a: {b: > 3 s, c: 1}\n",
    marks: ">",
    says: /Write `3 s` without `>`/,
    fixed: "a: {b: 3 s, c: 1}\n",
    reads: { a: { b: "!", c: "1" } },
    rule: "unquoted-operator",
  },
  "text on the line of a block": {
    text: "a: > some\n  text\nb: 1\n",
    marks: "> some",
    says: /announces text on the indented lines below/,
    fixed: "a: >\n  some\n  text\nb: 1\n",
    reads: { a: "!", b: "1" },
  },
  "a bar": {
    text: "a: |x| of y\n",
    marks: "|x| of y",
    says: /Put `\|x\| of y` in quotes/,
    fixed: 'a: "|x| of y"\n',
    reads: { a: "!" },
  },
  "a unit of %": {
    text: "a: {unit: %, b: 1}\n",
    marks: "%",
    says: /The unit is called `percent`/,
    fixed: "a: {unit: percent, b: 1}\n",
    reads: { a: { unit: "!", b: "1" } },
  },
  "an at sign": {
    text: "owner: @maria # she\n",
    marks: "@maria",
    says: /can't start with `@`.*Put `@maria` in quotes/,
    fixed: 'owner: "@maria" # she\n',
    reads: { owner: "!" },
  },
  "an at sign before a key": {
    text: "a:\n  @b: 1\n  c: 2\n",
    marks: "@",
    says: /line can't start with `@`/,
    fixed: "a:\n  b: 1\n  c: 2\n",
    reads: { a: { "!_b": "1", c: "2" } },
  },
  "a backtick": {
    text: "a: `x` of y\n",
    marks: "`x` of y",
    says: /can't start with “`”.*Put “`x` of y” in quotes/,
    fixed: 'a: "`x` of y"\n',
    reads: { a: "!" },
  },
  "a star of emphasis": {
    text: "a: *important* thing\n",
    marks: "*important* thing",
    says: /starts with `\*` repeats another value/,
    fixed: 'a: "*important* thing"\n',
    reads: { a: "!" },
  },
  "a word between stars": {
    text: "a: **now**\n",
    marks: "**now**",
    says: /starts with `\*`/,
    fixed: 'a: "**now**"\n',
    reads: { a: "!" },
  },
  "an alias of nothing": {
    text: "a: [*x, 1]\n",
    marks: "*x",
    says: /a value named `&x`, and there is none/,
    fixed: 'a: ["*x", 1]\n',
    reads: { a: ["!", "1"] },
  },
  "an alias above its anchor": {
    text: "a: *x\nb: &x 1\n",
    marks: "*x",
    says: /stands above the value named `&x`/,
    reads: { a: "!", b: "1" },
  },
  "an ampersand": {
    text: "a: & sons\n",
    marks: "& sons",
    says: /starts with `&` gives the value a name/,
    fixed: 'a: "& sons"\n',
    reads: { a: "!" },
  },
  "an exclamation mark": {
    text: "a: {b: !now please, c: 1}\n",
    marks: "!now please",
    says: /starts with `!`/,
    fixed: 'a: {b: "!now please", c: 1}\n',
    reads: { a: { b: "!", c: "1" } },
  },
  "a question mark": {
    text: "a: ? 2026-01-30\n",
    marks: "? 2026-01-30",
    says: /can't start with `\?`/,
    fixed: 'a: "? 2026-01-30"\n',
    reads: { a: "!" },
  },
  "a colon in a sentence": {
    text: "a:\n  how: Call Maria: then page # both\n  b: 1\n",
    marks: ":",
    says: /YAML takes `Call Maria:` for a key/,
    fixed: 'a:\n  how: "Call Maria: then page" # both\n  b: 1\n',
    reads: { a: { how: "!", b: "1" } },
  },
  "a colon in a sentence in braces": {
    text: "a: {how: Call Maria: then page, b: 1}\n",
    marks: ":",
    says: /YAML takes `Call Maria:` for a key/,
    fixed: 'a: {how: "Call Maria: then page", b: 1}\n',
    reads: { a: { how: "!", b: "1" } },
  },
  "a colon in a text with quotes": {
    text: 'a: Say "hi": it\'s polite\n',
    marks: ":",
    says: /for a key/,
    fixed: 'a: "Say \\"hi\\": it\'s polite"\n',
    reads: { a: "!" },
  },
  "a colon on a later line of a text": {
    text: "a: first\n  second\n  third: more\nb: 1\n",
    marks: ":",
    says: /YAML takes `third:` for a key/,
    fixed: 'a: "first\n  second\n  third: more"\nb: 1\n',
    reads: { a: "!", b: "1" },
  },
  "a half-typed key": {
    text: "a:\n  b: 1\n  ow\n  c: 2\nd: 3\n",
    marks: "ow",
    says: /`ow` is not followed by a colon/,
    fixed: "a:\n  b: 1\n  ow:\n  c: 2\nd: 3\n",
    reads: { a: { b: "1", "!o": "", c: "2" }, d: "3" },
  },
  "a half-typed section": {
    text: "a: 1\nmetr\nb: 2\n",
    marks: "metr",
    says: /`metr` is not followed by a colon/,
    fixed: "a: 1\nmetr:\nb: 2\n",
    reads: { a: "1", "!met": "", b: "2" },
  },
  "a key without its colon": {
    text: "name: x\nstage pilot\nowner: y\n",
    marks: "stage",
    says: /colon is missing after `stage`. Write `stage: pilot`/,
    fixed: "name: x\nstage: pilot\nowner: y\n",
    reads: { name: "x", stage: "!", owner: "y" },
  },
  "an emoji before the error": {
    text: "a: {b: 😀😀, c: @x}\n",
    marks: "@x",
    says: /can't start with `@`/,
    fixed: 'a: {b: 😀😀, c: "@x"}\n',
    reads: { a: { b: "😀😀", c: "!" } },
  },
  "a first line that is indented": {
    text: "  a: 1\nb: 2\n",
    marks: "  ",
    says: /first key must stand at the start of its line/,
    fixed: "a: 1\nb: 2\n",
    reads: { a: "1", b: "2" },
  },
  "a template's placeholder": {
    text: "a: {{team}}\n",
    marks: "{{team}}",
    says: /YAML takes `\{\{team\}\}` for a map/,
    fixed: 'a: "{{team}}"\n',
    reads: { a: { "!": "" } },
  },
  "a key that is a list": {
    text: "a: 1\n[x]: 2\n",
    marks: "[x]",
    says: /key must be a word/,
    reads: { a: "1", "!": "2" },
  },
  "a directive": {
    text: "%FOO\na: 1\n",
    marks: "%FOO",
    says: /line can't start with `%`/,
    reads: { a: "1" },
  },
};

describe("a YAML error is explained", () => {
  for (const [name, { text, marks, says, fixed: expected, reads, rule }] of Object.entries(CASES)) {
    for (const [lines, convert] of [
      ["LF", (of: string) => of],
      ["CRLF", (of: string) => of.replaceAll("\n", "\r\n")],
    ] as const) {
      it(`${name} (${lines})`, () => {
        const source = convert(text);
        const { findings } = read(source);
        assert.equal(findings.length, 1, findings.map((finding) => finding.message).join("\n"));
        const [finding] = findings as [(typeof findings)[0]];
        assert.match(finding.message, says);
        assert.equal(finding.rule, rule ?? "yaml-syntax");
        assert.equal(marked(source, finding), convert(marks));
        assert.equal(fixed(source, finding), expected === undefined ? undefined : convert(expected));
        if (expected !== undefined) assert.deepEqual(read(convert(expected)).findings, []);
        assert.deepEqual(contents(source), reads);
      });
    }
  }
});

describe("what is no error is left alone", () => {
  const FINE: Record<string, string> = {
    "a folded block": "a: >-\n  some: text\n  > 3\n",
    "a literal block": "a: |\n  - x\n  \tand\n",
    "an indented literal block": "a:\n  b: |2\n      x\n  c: 1\n",
    "tabs as blanks": "a:\tb\t# why\nc: x\ty\n",
    "a byte order mark": "\uFEFFa: 1\n",
    "one document with its marks": "---\na: 1\n...\n",
    "an anchor, an alias and a merge": "a: &x {b: 1}\nc: {<<: *x, d: *x}\n",
    "an empty file": "",
    "only comments": "# nothing\n\n  # here\n",
    "colons without a space": "a: 10:30\nb: http://x.org/y:z\n",
    "quotes over lines": 'a: "first\n  second: 1"\nb: 2\n',
  };
  for (const [name, text] of Object.entries(FINE)) {
    it(name, () => assert.deepEqual(read(text).findings, []));
    it(`${name} (CRLF)`, () => assert.deepEqual(read(text.replaceAll("\n", "\r\n")).findings, []));
  }
});

describe("one cause gives one finding", () => {
  const STORMS: Record<string, string> = {
    "every line starts with a tab": `a:\n${"\tb: 1\n".repeat(20)}`,
    "a run of closing brackets": `a: 1\n${"]".repeat(200)}\n`,
    "a closing brace in the middle": "a:\n  - {x: 1, when: [{m: a,} b: 2, c: 3}]}\n",
    "a list closed too early": "a: {b: []x, y, z], c: 1}\n",
    "a stray closing bracket": "a: {b: [x, y]], c: [z], d: 1}\n",
  };
  for (const [name, text] of Object.entries(STORMS)) {
    it(name, () => {
      const { findings } = read(text);
      assert.equal(findings.length, 1, findings.map((finding) => finding.message).join("\n"));
    });
  }
  it("two causes in one section give two findings, and both fixes together mend it", () => {
    const text = "a: {b: @x, c: >= 3}\n";
    const { findings } = read(text);
    assert.deepEqual(
      findings.map((finding) => marked(text, finding)),
      ["@x", ">="],
    );
    const changes = findings.flatMap((finding) => finding.fix!.changes);
    assert.deepEqual(contents(changed(text, changes)), { a: { b: "@x", c: "3" } });
  });
});
