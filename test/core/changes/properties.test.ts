import assert from "node:assert/strict";
import { applyEdits, CheckedPlan, comparePlans, format, organizeSections, readPlanFile } from "@aiplan/core";
import { parseDocument, visit } from "yaml";
import { load } from "../../harness/check.ts";
import { compareFiles } from "../../harness/compare.ts";
import { type Example, examples, isClean, PLANS } from "../../harness/examples.ts";
import { indentBy, respace } from "../../harness/mangle.ts";
import { Random } from "../../harness/typing/random.ts";
import { otherValues } from "./other-values.ts";

const all = [...examples(), ...examples(PLANS)];
const clean = all.filter(isClean);
/** Of one plan each value is changed, of the others one of so many. */
const WHOLE = "ticket-routing/ticket-routing.aiplan";
const ONE_IN = 15;
/** Of the whole plan one of so many is changed back as well. */
const ONE_IN_CHANGED_BACK = 3;

/** Ways of writing a plan otherwise that change nothing of what it says. */
const REWRITINGS: Readonly<Record<string, (text: string) => string>> = {
  "as it is": (text) => text,
  "with CRLF": (text) => text.replaceAll(/\r?\n/g, "\r\n"),
  "with a byte order mark": (text) => `\uFEFF${text.replace(/^\uFEFF/, "")}`,
  formatted: (text) => applyEdits(text, format(readPlanFile("file:///plan.aiplan", text), { tabSize: 2 })),
  "with its sections in order": (text) => applyEdits(text, organizeSections(readPlanFile("file:///plan.aiplan", text))),
  "with other white space": (text) => respace(indentBy(text, 2), () => 2),
  "without comments and braces": (text) => rewritten(text, false),
  "in braces, with all in quotes": (text) => rewritten(text, true),
};

describe("what changes between two versions", function () {
  this.timeout(120_000);
  for (const [name, rewrite] of Object.entries(REWRITINGS))
    it(`is nothing for a plan ${name}`, async () => {
      for (const example of /braces/.test(name) ? clean : all) {
        const text = rewrite(example.text);
        const { changes, findings } = await versions(example, example.text, text);
        assert.deepEqual(
          changes.map(({ words }) => words),
          [],
          example.name,
        );
        assert.deepEqual(findings, [], example.name);
      }
    });

  it("is told of each value that says something else", async () => {
    for (const example of clean) {
      const values = otherValues(example.text).filter((_, index) => example.name === WHOLE || index % ONE_IN === 0);
      assert.ok(values.length > 0);
      const before = new CheckedPlan(await load(example.files, example.name));
      for (const { path, text, from, to } of values) {
        const after = await load({ ...example.files, [example.name]: text }, example.name);
        const { changes, notCompared } = comparePlans(before, new CheckedPlan(after));
        assert.ok(changes.length + notCompared.length > 0, `${example.name}: ${path} from ${from} to ${to}`);
      }
    }
  });

  it("is told the other way round the other way round", async () => {
    const opposite: Readonly<Record<string, string>> = {
      raised: "lowered",
      lowered: "raised",
      lengthened: "shortened",
      shortened: "lengthened",
      added: "removed",
      removed: "added",
    };
    const wordsOf = ({ words }: { words: string }) =>
      words.match(/ (raised|lowered|lengthened|shortened|added|removed)\b/)?.[1] ?? "";
    for (const example of clean.filter(({ name }) => name === WHOLE))
      for (const [index, { path, text }] of otherValues(example.text).entries()) {
        if (index % ONE_IN_CHANGED_BACK !== 0) continue;
        const there = (await versions(example, example.text, text)).changes;
        const back = (await versions(example, text, example.text)).changes;
        const words = there.map(wordsOf).map((word) => opposite[word] ?? word);
        assert.deepEqual(back.map(wordsOf).sort(), words.sort(), path);
      }
  });

  it("can be asked of any two texts", async () => {
    const random = new Random(20261123);
    for (let round = 0; round < 80; round++) {
      const [one, other] = [0, 1].map(() => all[random.below(all.length)]!);
      const [before, after] = [one, other].map((example) => broken(example?.text ?? "", random));
      const { changes } = await versions(one!, before!, after!);
      for (const { words, path } of changes)
        assert.ok(/^.+\.$/.test(words) && !words.includes("undefined"), `${path}: ${words}`);
    }
  });
});

function versions({ files, name }: Example, before: string, after: string) {
  return compareFiles({ ...files, [name]: before }, { ...files, [name]: after }, name);
}

/** The same document on lines of its own or in braces, without comments, and with each text in quotes where it may be. */
function rewritten(text: string, inBraces: boolean): string {
  const document = parseDocument(text, { schema: "failsafe", keepSourceTokens: true });
  if (document.errors.length > 0) return text;
  visit(document, {
    Node: (_, node) => {
      node.comment = null;
      node.commentBefore = null;
    },
    Collection: (key, node, path) => {
      // The top of the plan stays as it is: sections are lines of their own.
      node.flow = inBraces && key !== null && path.length > 1;
    },
    Scalar: (_, node) => {
      const isPlain = node.type === "PLAIN" && node.source !== "" && !/^(?:<.*>|null|~)$/.test(node.source ?? "");
      if (inBraces && isPlain && node.source !== "<<") node.type = "QUOTE_DOUBLE";
    },
  });
  return document.toString({ lineWidth: 0 });
}

/** A text that somebody has cut or spoilt. */
function broken(text: string, random: Random): string {
  const from = random.below(text.length);
  const length = random.below(40);
  const added = ["", "\t", "}", ": ", "- ", "<<", "&a *a", "'", "kind: catalog\n", "aiplan: 7\n", "---\n"][
    random.below(11)
  ];
  return text.slice(0, from) + added + text.slice(from + length);
}
