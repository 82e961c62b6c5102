import { type Rule, rules } from "@aiplan/core";
import type { ExampleFile, ReadExamples } from "../core/src/generate/rule-page.ts";
import { check } from "../test/harness/check.ts";
import { readMarked } from "../test/harness/markers.ts";

/** Runs a rule over its own examples, so that its page shows what it really says, in full. */
export async function readExamples(rule: Rule): Promise<ReadExamples> {
  const { bad, good } = rule.examples;
  return {
    bad: await Promise.all(
      bad.map(async ({ plan, fixed }) => ({
        files: await withFindings(rule, filesOf(plan)),
        ...(fixed === undefined ? {} : { fixed: filesOf(fixed) }),
      })),
    ),
    good: good.map((example) => ({ files: filesOf(example).map((file) => ({ ...file, findings: [] })) })),
  };
}

function filesOf(example: string): { name: string; text: string }[] {
  return readMarked(example).files;
}

async function withFindings(rule: Rule, files: readonly { name: string; text: string }[]): Promise<ExampleFile[]> {
  const { off: _, ...on } = rule;
  // Rules that speak of other findings run with all of the rules, as they do in the tests of the examples.
  const ran = rule.check.Findings ? rules : [on];
  const texts = Object.fromEntries(files.map(({ name, text }) => [name, text]));
  return Promise.all(
    files.map(async ({ name, text }) => {
      const findings = await check(texts, name, ran, rule.examples.options);
      return { name, text, findings: findings.filter((finding) => finding.rule === rule.id) };
    }),
  );
}
