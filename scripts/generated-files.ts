import { changeRules, everyRule, principles, rules } from "@aiplan/core";
import { languageGrammar } from "../core/src/generate/grammar.ts";
import { jsonSchema } from "../core/src/generate/json-schema.ts";
import { principleIndex, principlePage } from "../core/src/generate/principle-page.ts";
import { referencePage } from "../core/src/generate/reference.ts";
import { ruleIndex } from "../core/src/generate/rule-index.ts";
import { rulePage } from "../core/src/generate/rule-page.ts";
import { snippets } from "../core/src/generate/snippets.ts";
import { clientTexts } from "./client-texts.ts";
import { featureList } from "./features/feature-list.ts";
import { featuresPage } from "./features/features-page.ts";
import { fixKindsSource } from "./fix-kinds-source.ts";
import { manPages } from "./man-pages.ts";
import { readChangeExamples } from "./read-change-examples.ts";
import { readExamples } from "./read-examples.ts";

/** Folders in which every file is generated: what is there without being made is left over. */
export const GENERATED_FOLDERS = ["docs/rules", "docs/principles", "cli/man"];

/** Everything that is made from the description of the language, from the rules, the list of features and the client: path → content. */
export async function generatedFiles(): Promise<Record<string, string>> {
  const examples = new Map(await Promise.all(rules.map(async (rule) => [rule, await readExamples(rule)] as const)));
  const compared = await Promise.all(changeRules.map(async (rule) => [rule, await readChangeExamples(rule)] as const));
  return {
    "core/src/rules/fix-kinds.ts": fixKindsSource(examples),
    "schema/aiplan.schema.json": json(jsonSchema()),
    "syntaxes/aiplan.tmLanguage.json": json(languageGrammar()),
    "snippets/aiplan.code-snippets": json(snippets()),
    "docs/reference.md": referencePage(),
    "docs/features.md": featuresPage(featureList),
    "l10n/bundle.l10n.json": json(clientTexts()),
    ...manPages(),
    "docs/rules/README.md": ruleIndex(everyRule),
    "docs/principles/README.md": principleIndex(everyRule),
    ...Object.fromEntries(
      principles.map((principle) => [`docs/principles/${principle.id}.md`, principlePage(principle, everyRule)]),
    ),
    ...Object.fromEntries(
      [...examples, ...compared].map(([rule, read]) => [`docs/rules/${rule.id}.md`, rulePage(rule, read)]),
    ),
  };
}

function json(value: unknown): string {
  return `${JSON.stringify(value, undefined, 2)}\n`;
}
