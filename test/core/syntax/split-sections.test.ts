import assert from "node:assert/strict";
import { splitSections } from "../../../core/src/syntax/split-sections.ts";

function starts(text: string): string[] {
  const chunks = splitSections(text);
  for (const chunk of chunks) assert.ok(text.startsWith(chunk.text, chunk.start));
  return chunks.map((chunk) => chunk.text.split(/\r?\n/, 1)[0]!);
}

describe("a file is cut at its top-level keys", () => {
  const cases: Record<string, [text: string, pieces: string[]]> = {
    "by lines that start with a key": ["a: 1\nb-c:\n  d: 2\n# why\ne: 3\n", ["a: 1", "b-c:", "e: 3"]],
    "with CRLF": ["a: 1\r\nb:\r\n  d: 2\r\n", ["a: 1", "b:"]],
    "after a byte order mark": ["\uFEFFa: 1\nb: 2\n", ["a: 1", "b: 2"]],
    "before keys in quotes, merge keys and keys without a space": [
      "a: 1\n'b': 2\n\"c\" : 3\n<<: *x\nstage:pilot\n",
      ["a: 1", "'b': 2", '"c" : 3', "<<: *x", "stage:pilot"],
    ],
    "not at list items, brackets, text and comments": [
      "a:\n- b: 1\n-  c: 2\nd: [\nx,\n]\ne: |\n  f: 1\n#g: 2\nhttps://h.org\n",
      ["a:", "d: [", "e: |"],
    ],
    "not where a comment holds the colon": ["a: 1\nword # b: 2\n", ["a: 1"]],
    "not in a file that is one map in braces": ["{\na: 1,\nb: 2\n}\n", ["{"]],
    "not in one that is so after a comment": ['# one\n\n{\n"a": 1,\n"b": 2\n}\n', ["# one"]],
    "not in one that is so after the mark of a document's start": ['---\r\n{\r\n"a": 1\r\n}\r\n', ["---"]],
    "without what says nothing before the first key": ["# one\n\n--- # two\na: 1\n", ["a: 1"]],
    "without directives before a document": ["%YAML 1.2\r\n# one\r\n---\r\na: 1\r\n", ["a: 1"]],
    "with what looks like a directive and is none": ["%YAML 1.2\na: 1\n", ["%YAML 1.2", "a: 1"]],
    "with what says something before the first key": ["# one\n- x\na: 1\n", ["# one", "a: 1"]],
    "into nothing where there is nothing": ["\n# one\n", []],
  };
  for (const [name, [text, pieces]] of Object.entries(cases)) it(name, () => assert.deepEqual(starts(text), pieces));
});
