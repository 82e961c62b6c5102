/** npm run new-rule <category> <rule-id>: a rule to write, with examples that fail until it is written. */
import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { parseArgs } from "node:util";
import { RULE_FOLDERS, registrySource } from "./registry-source.ts";
import { ruleTemplate } from "./rule-template.ts";

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: { root: { type: "string", default: join(import.meta.dirname, "..") } },
});
const [category = "", id = ""] = positionals;
const rules = join(values.root, "core/src/rules");
const problem = problemWith(category, id);
if (problem === undefined) create();
else {
  console.error(`${problem}\nUsage: npm run new-rule <category> <rule-id>`);
  process.exitCode = 2;
}

function categories(): string[] {
  const entries = readdirSync(rules, { withFileTypes: true });
  return entries.flatMap((entry) => (entry.isDirectory() ? [entry.name] : []));
}

function problemWith(category: string, id: string): string | undefined {
  if (positionals.length !== 2) return "A rule needs a category and an id.";
  const isName = (name: string) => /^[a-z][a-z0-9]*(-[a-z0-9]+)*$/.test(name);
  if (!isName(category) || !isName(id))
    return "Names are in kebab-case: letters and digits, with hyphens between words.";
  const taken = categories().find((name) => existsSync(join(rules, name, `${id}.ts`)));
  return taken === undefined ? undefined : `There is a rule \`${id}\` already, in \`${taken}\`. Ids are never reused.`;
}

function create(): void {
  const path = join("core/src/rules", category, `${id}.ts`);
  const file = join(values.root, path);
  mkdirSync(dirname(file), { recursive: true });
  writeFileSync(file, ruleTemplate(id));
  const registry = join(rules, "registry.ts");
  const source = registrySource(RULE_FOLDERS[0]!, readdirSync(rules, { recursive: true, encoding: "utf8" }));
  if (!existsSync(registry) || readFileSync(registry, "utf8") !== source) writeFileSync(registry, source);
  console.log(`Wrote ${path} and listed it in core/src/rules/registry.ts.

Next:
  1. Write its examples first: a bad plan with carets under what is found, the plan after the fix, a good plan.
     See them fail: npx mocha -g "rule examples ${id}"
  2. Write \`check\`, until they pass.
  3. Say why it matters and when it is silent: that is its page in the docs.
  4. npm run generate, and run all tests: the clean examples must stay clean.`);
}
