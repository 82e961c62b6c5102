import assert from "node:assert/strict";
import { applyEdits, CheckedPlan, type FixedPlan, fixAll, readPlanFile, rules, runRules } from "@aiplan/core";
import { Lexer, parseDocument } from "yaml";
import { type Files, load } from "../../harness/check.ts";
import { examples, PLANS } from "../../harness/examples.ts";
import { withoutSummaries } from "../../harness/implied.ts";
import { readMarked } from "../../harness/markers.ts";

/** Their fixes take the comment away that they are about, write in it, or make it the value that it was meant to be. */
const ABOUT_COMMENTS = new Set(["unused-ignore", "ignore-without-reason", "comment-ate-value"]);

interface Case {
  readonly name: string;
  readonly files: Files;
}

/** Whole plans, the same without each of their sections in turn, and what the rules show as wrong. */
describe("fixing all, stubs too", () => {
  const plans = [...examples(PLANS), ...examples().filter(({ name }) => /^(?:before|broken)\//.test(name))];
  for (const plan of plans)
    it(`puts ${plan.name} right once and for all`, async function () {
      this.timeout(240_000);
      await assertRight(plan);
      const crlf = plan.text.replaceAll("\r\n", "\n").replaceAll("\n", "\r\n");
      await assertRight({ name: plan.name, files: { ...plan.files, [plan.name]: crlf } });
    });

  for (const plan of plans.filter(({ name }) => /discharge|ticket-routing|crop/.test(name)))
    it(`does so for ${plan.name} without any of its sections`, async function () {
      this.timeout(240_000);
      for (const text of withoutEach(plan.text))
        await assertRight({ name: plan.name, files: { ...plan.files, [plan.name]: text } });
    });

  it("inserts nothing in a text that cannot be read whole, and makes it no worse", async function () {
    this.timeout(240_000);
    for (const { name, text, files } of plans.filter(({ name }) => /meter-reading|people/.test(name)))
      for (let at = 0; at < text.length; at += 61)
        for (const slip of ["'", "{", "\t", "&"]) {
          const broken = text.slice(0, at) + slip + text.slice(at);
          const { edits, done, left } = await fixed({ ...files, [name]: broken }, name);
          const after = applyEdits(broken, edits);
          const about = `${name}, ${slip} at ${at}:\n${after}`;
          if (left.some(({ rule }) => rule === "yaml-syntax"))
            assert.ok(!done.some(({ rule }) => rule.startsWith("missing-")), about);
          assert.ok(readPlanFile("", after).syntax.length <= readPlanFile("", broken).syntax.length, about);
          assert.deepEqual((await fixed({ ...files, [name]: after }, name)).done, [], about);
        }
  });

  it("does so for what the rules show as wrong", async function () {
    this.timeout(240_000);
    for (const rule of rules)
      for (const [index, example] of rule.examples.bad.entries()) {
        const files = Object.fromEntries(readMarked(example.plan).files.map(({ name, text }) => [name, text]));
        const name = Object.keys(files).findLast((one) => one.endsWith(".aiplan"));
        if (name) await assertRight({ name, files }, `${rule.id}, example ${index + 1}: `);
      }
  });
});

async function assertRight({ name, files }: Case, about = ""): Promise<void> {
  const before = files[name] ?? "";
  const first = await fixed(files, name);
  const after = applyEdits(before, first.edits);
  const say = (what: string) => `${about}${what}:\n${after}`;
  assert.ok(syntaxErrors(after) <= syntaxErrors(before), say("breaks the YAML"));
  assert.ok(errors(first.left) <= errors(first.found), say("makes errors"));
  assert.doesNotMatch(after, before.includes("\r\n") ? /[^\r]\n/ : /\r/, say("mixes line ends"));
  if (!first.done.some(({ rule }) => ABOUT_COMMENTS.has(rule)) && syntaxErrors(before) === 0)
    assert.deepEqual(commentsIn(after), commentsIn(before), say("loses or moves comments"));
  const second = await fixed({ ...files, [name]: after }, name);
  assert.deepEqual(second.done, [], say("leaves something to do for a second time"));
}

async function fixed(files: Files, name: string): Promise<FixedPlan & { readonly found: FixedPlan["left"] }> {
  const again = async (text: string) => new CheckedPlan(await load({ ...files, [name]: text }, name));
  const plan = await again(files[name] ?? "");
  const found = runRules(plan.workspace, rules);
  return { ...(await fixAll(plan, found, { rules, load: again, stubs: true })), found };
}

function errors(findings: FixedPlan["left"]): number {
  return withoutSummaries(findings).filter(({ severity }) => severity === "error").length;
}

function syntaxErrors(text: string): number {
  return parseDocument(text, { logLevel: "silent" }).errors.length;
}

function commentsIn(text: string): string[] {
  const tokens = [...new Lexer().lex(text)];
  return tokens.filter((token, index) => token.startsWith("#") && tokens[index - 1] !== "\u001f");
}

function withoutEach(text: string): string[] {
  const file = readPlanFile("file:///plan.aiplan", text);
  const starts = file.sections.map((section) => file.startOf(section));
  return starts.map((start, index) => text.slice(0, start) + text.slice(starts[index + 1] ?? text.length));
}
