import assert from "node:assert/strict";
import type { Finding, Fix } from "@aiplan/core";
import { applyFix, checkText } from "../../harness/check.ts";

const NAME = "plan.aiplan";
/** Findings that a fix brings up only by writing what YAML or the language can't read as it was meant. */
const HARM = new Set(["yaml-syntax", "unknown-key", "duplicate-definition", "split-value", "wrong-type"]);

/** Small plans in writing that few use: each fix of each finding must still write what it says. */
const LAYOUTS: Readonly<Record<string, string>> = {
  "keys without colons in braces": "stage: pilot\nroles: {ops}\nowner: ops\n",
  "several keys without colons": "stage: pilot\nroles: {ops, desk}\nowner: opps\n",
  "a key without a colon among others": "stage: pilot\nroles: {ops: {contact: a@b.c}, desk}\nowner: x\n",
  "keys with question marks": "? outcome\n:\n  kpi: x\n? stage\n: pilot\n",
  "question marks in braces": "stage: pilot\nsystems: {? crm : {owner: ops}}\n",
  "question marks below": "stage: pilot\noutcome:\n  ? kpi\n  : x\n",
  "a question before a key": "title: Why?\nstage: pilot\noutcome:\n  statement: What for?\n",
  "a folded block as a choice": "stage: >\n  Pilot\nname: x\n",
  "a literal block as a choice": "stage: |-\n  pilott\nname: x\n",
  "a block with blank lines after it": "stage: pilot\nrisk-tier: >+\n  Limited\n\n\nname: a\n",
  "a block inside a map": "stage: pilot\nsystems:\n  crm:\n    timeout: >\n      2 seconds\n    owner: ops\n",
  "a block in a list": "stage: pilot\nsystems:\n  crm:\n    access:\n      - >\n        Read\n      - write\n",
  "a block where a list belongs": "stage: pilot\nsystems:\n  crm:\n    access: >\n      read\n    owner: ops\n",
  "an id in a block": "stage: pilot\nowner: >\n  opss\nroles:\n  ops: {contact: a@b.c}\n",
  "JSON on one line": '{"stage":"Pilot","outcome":{"kpj":"x"},"owner":"opss","roles":{"ops":{"contact":"a@b.c"}}}\n',
  "JSON on several lines": '{\n  "stage": "pilot",\n  "outcome": {\n    "kpj": "x"\n  }\n}\n',
  "JSON without spaces in a plan": 'stage: pilot\noutcome: {"kpj":"x"}\n',
  "single quotes": "stage: pilot\noutcome: {'kpj': 'x'}\n'owner': 'opss'\nroles: {'ops': {'contact': 'a@b.c'}}\n",
  "ids that need quotes": 'stage: pilot\nowner: Tean, A\nroles: {"Team, A": {contact: a@b.c}}\n',
  "ids with a colon": 'stage: pilot\nowner: "a: c"\nroles:\n  "a: b": {contact: a@b.c}\n',
  "ids in a list in braces": 'stage: pilot\ndecisions: {go: {accountable: "Team A,", responsible: ["a: b", c]}}\n',
  "an empty id": "stage: pilot\nowner: ''\ntriggers:\n  slow: {do: notify, escalate: \"\"}\n",
  "nothing, said with a tilde": "stage: pilot\nroles: {ops: ~, desk: null}\noutcome: ~\nowner: ops\n",
  "a tilde on a line": "stage: pilot\nroles:\n  ops: ~\n  desk:\nowner: opps\n",
  "empty braces": "stage: pilot\nroles: {}\noutcome: {  }\nowner: ops\nsystems: {crm: {}}\n",
  "braces on several lines":
    "stage: pilot\noutcome: {\n  statement: A\n}\nsystems: {\n  crm: {owner: ops,\n    access: [read]}\n}\n",
  "comments in braces":
    "stage: pilot\noutcome: { # why\n  statement: A # for whom\n  , agreed: 2026-01-01\n  # end\n}\n",
  "comments everywhere":
    "# a\nstage: pilot # b\n# c\noutcome: # d\n  # e\n  statement: A # f\n  # g\n# h\nowner: ops # i\n",
  "a comment before a colon": 'stage: pilot\nsystems: {"crm" # here: there\n  : {owner: ops}, desk: }\n',
  "lists less indented": "stage: pilot\nrollout:\n  steps:\n  - id: canary\n  -\n    traffic: 10\n  - {id: all}\n",
  "an alias": "stage: pilot\nroles: &r {ops: {contact: a@b.c}}\nx-roles: *r\nowner: opss\n",
  "a borrowed section": "stage: pilot\nx-roles: &r\n  ops: {}\nroles: *r\nowner: opss\n",
  "a merge key": "stage: pilot\nx-base: &b {owner: ops}\nsystems:\n  crm:\n    <<: *b\n  desk: {<<: *b}\n",
  "anchors and tags": "stage: !!str pilot\noutcome: &o\n  statement: &s A\nsystems: !!map\n  crm: &c\nroles: &r {}\n",
  "spaces before colons": "stage : pilot\noutcome :\n  kpj : x\nroles :\nowner : ops\n",
  "no last line end": "stage: pilot\noutcome:\n  statement: A",
  "a byte order mark": "\uFEFFoutcome:\n  kpj: x\nstage: Pilot\n",
  "deep indentation":
    "stage: pilot\noutcome:\n        statement: A\nsystems:\n        crm:\n                owner: ops\n",
  "a placeholder for a section":
    "stage: pilot\nroles: <roles>\nescalation-paths: <paths>\nowner: ops\ntriggers:\n  slow: {do: notify, escalate: outage}\n",
  "text over several lines":
    'stage: pilot\noutcome:\n  statement: one\n    two\n  kpi: "three\n    four"\nowner: ops\n',
};

interface Outcome {
  readonly text: string;
  readonly findings: readonly Finding[];
}

describe("fixes in odd layouts", () => {
  for (const [name, lines] of Object.entries(LAYOUTS))
    for (const eol of ["\n", "\r\n"])
      it(`${name}${eol === "\n" ? "" : ", with CRLF"}`, async () => {
        const text = lines.replaceAll("\n", eol);
        const before = { text, findings: await checkText(text) };
        for (const finding of before.findings)
          for (const fix of finding.fixes) await expectMended(before, finding, fix);
      });
});

async function expectMended(before: Outcome, finding: Finding, fix: Fix): Promise<void> {
  const what = `${finding.rule}: ${fix.title}`;
  const edits = fix.edits();
  assert.ok(edits.length > 0, `${what} does nothing`);
  const text = applyFix({ [NAME]: before.text }, fix)[NAME] ?? "";
  assert.notEqual(text, before.text, `${what} changes nothing`);
  const after = { text, findings: await checkText(text) };
  const because = `${what}\n--- gave ---\n${text}\n--- with ---\n${list(after.findings)}`;
  for (const rule of HARM) assert.ok(count(after, rule) <= count(before, rule), `harm by ${because}`);
  assert.ok(!after.findings.some((one) => isSame(one, after, finding, before)), `still there after ${because}`);
  if (before.text.includes("\r\n")) assert.doesNotMatch(text, /[^\r]\n/, `mixed line ends by ${because}`);
  assert.deepEqual(lost(before.text, text, edits), [], `words lost by ${because}`);
}

function count({ findings }: Outcome, rule: string): number {
  return findings.filter((finding) => finding.rule === rule).length;
}

/** The same words about the same text. */
function isSame(one: Finding, after: Outcome, other: Finding, before: Outcome): boolean {
  const at = ({ place }: Finding, { text }: Outcome) => text.slice(place.start, place.end);
  return one.rule === other.rule && one.message === other.message && at(one, after) === at(other, before);
}

/** The comments that a fix took away. */
function lost(before: string, after: string, edits: ReturnType<Fix["edits"]>): string[] {
  const comments = edits.flatMap(({ start, end }) => before.slice(start, end).match(/(?<=^|\s)#[^\r\n]*/g) ?? []);
  return comments.filter((comment) => !after.includes(comment));
}

function list(findings: readonly Finding[]): string {
  return findings.map(({ rule, message }) => `${rule}: ${message}`).join("\n");
}
