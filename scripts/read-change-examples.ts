import { type ChangeExample, type ChangeRule, readDate } from "@aiplan/core";
import type { ReadExample, ReadExamples } from "../core/src/generate/rule-page.ts";
import { compareFiles } from "../test/harness/compare.ts";
import { readMarked } from "../test/harness/markers.ts";

/** Judges a rule's own examples, so that its page shows what it really says, in full. */
export async function readChangeExamples(rule: ChangeRule): Promise<ReadExamples> {
  const { bad, good } = rule.examples;
  const read = (example: ChangeExample) => readExample(rule, example);
  return { bad: await Promise.all(bad.map(read)), good: await Promise.all(good.map(read)) };
}

async function readExample(rule: ChangeRule, { before, after, changedOn }: ChangeExample): Promise<ReadExample> {
  const [was, is] = [before, after].map((text) => readMarked(text).files);
  const texts = [was, is].map((files = []) => Object.fromEntries(files.map(({ name, text }) => [name, text])));
  const date = changedOn === undefined ? undefined : readDate(changedOn).date;
  const files = await Promise.all(
    (is ?? []).map(async ({ name, text }) => {
      const { findings } = await compareFiles(texts[0] ?? {}, texts[1] ?? {}, name, date ? { changedOn: date } : {});
      return { name, text, findings: findings.filter((finding) => finding.rule === rule.id) };
    }),
  );
  return { files, before: was ?? [], ...(changedOn === undefined ? {} : { changedOn }) };
}
