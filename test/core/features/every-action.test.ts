import assert from "node:assert/strict";
import {
  applyEdits,
  CheckedPlan,
  type CodeAction,
  codeActions,
  type Finding,
  fixAll,
  rules,
  runRules,
} from "@aiplan/core";
import { Lexer, parseDocument } from "yaml";
import { check, type Files, load, ROOT } from "../../harness/check.ts";
import { type Example, examples, PLANS } from "../../harness/examples.ts";
import { withoutSummaries } from "../../harness/implied.ts";

/** What these rules find is a comment: their fixes take it away. */
const ABOUT_COMMENTS = new Set(["unused-ignore", "ignore-without-reason"]);

/** A word that the language does not know says nothing; the one that the author chooses instead is judged. */
const CHOICE = "unknown-choice";
const isHygiene = (id: string) => rules.find((rule) => rule.id === id)?.category === "hygiene";

/**
 * Every fix and refactor that is offered anywhere in a whole plan leaves valid YAML, every comment, the line ends as they
 * were, and no error that was not there. What is offered changes only where a word or a finding begins or ends, so asking
 * there is asking everywhere. In the examples each is tried with LF and with CRLF.
 */
describe("every code action", () => {
  for (const folder of [undefined, PLANS])
    for (const example of examples(folder))
      for (const eol of folder === PLANS ? ["\n"] : ["\n", "\r\n"])
        it(`${example.name}${eol === "\n" ? "" : ", with CRLF"}`, async function () {
          this.timeout(120_000);
          await tryAll(withLineEnds(example, eol));
        });
});

async function tryAll({ name, files }: Example): Promise<void> {
  const plan = new CheckedPlan(await load(files, name));
  const findings = runRules(plan.workspace, rules);
  const comments = Object.values(files).flatMap((text) => commentsIn(text));
  const errors = errorsByRule(findings);
  for (const action of everyAction(plan, findings, files, name).values()) {
    const { kind, title, finding } = action;
    const about = `${kind}: ${title} (${finding?.rule} at ${finding?.place.start})`;
    const after = await applied(files, action);
    const changed = Object.keys(after).filter((one) => after[one] !== files[one]);
    assert.ok(changed.length > 0, `${about} changes nothing`);
    for (const one of changed) assertSound(files[one], after[one] ?? "", files[name] ?? "", `${about} in ${one}`);
    const all = Object.values(after).join("\n");
    if (!ABOUT_COMMENTS.has(finding?.rule ?? ""))
      for (const comment of comments) assert.ok(all.includes(comment), `${about} loses ${comment}`);
    if (kind === "source.fixAll.aiplan") await assertDone(after, name);
    const found = errorsByRule(runRules(await load(after, name), rules));
    for (const [rule, count] of found) {
      if (finding?.rule === CHOICE && !isHygiene(rule)) continue;
      assert.ok(count <= (errors.get(rule) ?? 0), `${about} makes an error of ${rule}:\n${after[name]}`);
    }
    for (const one of changed.filter((other) => other !== name && other.endsWith(".aiplan"))) {
      const before = files[one] === undefined ? [] : await check(files, one);
      assert.deepEqual(
        errorsByRule(await check(after, one)),
        errorsByRule(before),
        `${about} in ${one}:\n${after[one]}`,
      );
    }
    if (kind === "refactor.extract" && !after[name]?.includes("\r")) await tryBack(about, findings, after, name);
  }
}

/** What has been put right needs nothing more to be put right. */
async function assertDone(files: Files, name: string): Promise<void> {
  const plan = new CheckedPlan(await load(files, name));
  const again = async (text: string) => new CheckedPlan(await load({ ...files, [name]: text }, name));
  const { edits } = await fixAll(plan, runRules(plan.workspace, rules), { rules, load: again });
  assert.deepEqual(edits, []);
}

/** What was moved to a catalog can be copied back from there, and the same is found in the plan. */
async function tryBack(about: string, findings: readonly Finding[], files: Files, name: string): Promise<void> {
  const plan = new CheckedPlan(await load(files, name));
  const found = runRules(plan.workspace, rules);
  assert.deepEqual(heavy(found), heavy(findings), `${about} changes what is found`);
  const catalog = /\S+$/.exec(about.split(" (")[0] ?? "")?.[0] ?? "";
  const at = plan.file.text.indexOf(catalog, plan.file.text.indexOf("imports:"));
  const id = /`([^`]+)`/.exec(about)?.[1];
  // Of a catalog of which nothing is used there is nothing to copy.
  if (!plan.file.references.some((one) => one.id === id)) return;
  const [back] = codeActions(plan, found, { start: at, end: at }, { only: ["refactor.inline"] });
  assert.ok(back, `${about} can't be undone:\n${plan.file.text}`);
  const after = await applied(files, back);
  assert.deepEqual(heavy(await check(after, name)), heavy(findings), `${back.title}:\n${after[name]}`);
}

function heavy(findings: readonly Finding[]): string[] {
  const found = findings.filter(({ severity }) => severity === "error" || severity === "warning");
  return found.map(({ rule, severity }) => `${severity} ${rule}`).sort();
}

function everyAction(
  plan: CheckedPlan,
  findings: readonly Finding[],
  files: Files,
  name: string,
): Map<string, CodeAction> {
  const again = async (text: string) => new CheckedPlan(await load({ ...files, [name]: text }, name));
  const actions = new Map<string, CodeAction>();
  for (const offset of boundaries(plan, findings))
    for (const action of codeActions(plan, findings, { start: offset, end: offset }, { load: again })) {
      const { kind, title, finding } = action;
      const key = JSON.stringify([kind, title, finding?.rule, finding?.place.start]);
      if (!actions.has(key)) actions.set(key, action);
    }
  return actions;
}

/** Where a word of the text or a finding begins or ends. */
function boundaries({ file }: CheckedPlan, findings: readonly Finding[]): Set<number> {
  const words = [...file.text.matchAll(/[\w.-]+/g)].flatMap(({ index, 0: word }) => [index, index + word.length]);
  return new Set([...words, ...findings.flatMap(({ place }) => [place.start, place.end])]);
}

async function applied(files: Files, action: CodeAction): Promise<Record<string, string>> {
  const after: Record<string, string> = { ...files };
  const edits = await action.edits();
  for (const uri of new Set(edits.map((edit) => edit.uri))) {
    const own = edits.filter((edit) => edit.uri === uri).sort((a, b) => a.start - b.start || a.end - b.end);
    for (const [index, edit] of own.entries())
      assert.ok(edit.start >= (own[index - 1]?.end ?? 0), `${action.title}: the edits overlap`);
    const name = uri.slice(ROOT.length + 1);
    assert.equal(own.some(({ newFile }) => newFile) && action.createsFile, files[name] === undefined);
    after[name] = applyEdits(files[name] ?? "", own);
  }
  return after;
}

/** @param plan the text of the plan, whose line ends a new file takes */
function assertSound(before: string | undefined, after: string, plan: string, about: string): void {
  const errorsOf = (text: string) => parseDocument(text, { logLevel: "silent" }).errors.length;
  if (about.includes(".aiplan"))
    assert.ok(errorsOf(after) <= errorsOf(before ?? ""), `${about} breaks the YAML:\n${after}`);
  const isCrlf = (before ?? plan).includes("\r\n");
  assert.doesNotMatch(after, isCrlf ? /[^\r]\n/ : /\r/, `${about} mixes line ends`);
}

function commentsIn(text: string): string[] {
  const tokens = [...new Lexer().lex(text)];
  return tokens.filter((token, index) => token.startsWith("#") && tokens[index - 1] !== "\u001f");
}

function errorsByRule(findings: readonly Finding[]): Map<string, number> {
  const counts = new Map<string, number>();
  for (const { rule, severity } of withoutSummaries(findings))
    if (severity === "error") counts.set(rule, (counts.get(rule) ?? 0) + 1);
  return counts;
}

function withLineEnds(example: Example, eol: string): Example {
  const convert = (text: string) => text.replaceAll("\r\n", "\n").replaceAll("\n", eol);
  const { name } = example;
  const files: Record<string, string> = { ...example.files };
  for (const one of Object.keys(files)) if (one.endsWith(".aiplan")) files[one] = convert(files[one] ?? "");
  return { name, text: files[name] ?? "", files };
}
