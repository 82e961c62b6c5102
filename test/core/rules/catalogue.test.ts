import assert from "node:assert/strict";
import { type Finding, language, rules, SEVERITIES, type Workspace } from "@aiplan/core";
import { parseDocument, visit } from "yaml";
import { applyFix, check, type Files, load } from "../../harness/check.ts";
import { examples, isClean, PLANS } from "../../harness/examples.ts";
import { implies, isSummary } from "../../harness/implied.ts";
import { assertOnlyAdded } from "../../harness/kept-text.ts";
import { type DueKey, deleteKey, dueKeysOf, firstKey, partAt, valuePart } from "../../harness/plan-text.ts";

const clean = examples().filter(isClean);
const plans = examples(PLANS).filter(isClean);
/** Of the keys of the plans in many styles, one of so many is deleted; which, changes with the place in the plan. */
const ONE_IN = 2;
/** Of one example, every key is deleted however it is written; of the others, one of so many where only the style is another. */
const WHOLE = "ticket-routing/ticket-routing.aiplan";
const ONE_IN_OTHER_STYLES = 4;

/**
 * A clean plan has no findings, and each key that is due in it is missed in one place only. So one slip never becomes a
 * wall of findings, nor does it go unseen.
 */
describe("the rules on clean examples", () => {
  it("are tried on at least one plan", () => assert.ok(clean.length > 0));
  for (const { name, files } of clean) {
    const styles = { "as it is": files, "with CRLF": withCrlf(files), "without braces": withoutBraces(files, name) };
    for (const [style, texts] of Object.entries(styles)) {
      describe(`${name}, ${style}`, () => {
        const due = dueKeysOf(texts[name] ?? "");
        it("has keys of every section that is due", () => {
          const sections = new Set(due.map(({ path }) => path[0]));
          assert.deepEqual(
            sectionsDue(texts[name] ?? "").filter((section) => !sections.has(section)),
            [],
          );
          assert.ok(due.length > sections.size * 2, `${due.length} keys in ${sections.size} sections`);
        });
        const every = style === "as it is" || name === WHOLE ? 1 : ONE_IN_OTHER_STYLES;
        findsEachLack(
          texts,
          name,
          due.filter((_, index) => index % every === 0),
        );
      });
    }
  }
});

describe("the rules on plans in many styles", () => {
  it("are tried at each stage", () => {
    const stages = new Set(plans.map(({ text }) => /stage"?: "?(\w+)/.exec(text)?.[1]));
    assert.deepEqual([...stages].sort(), ["build", "pilot", "production", "proposal"]);
  });
  for (const { name, files, text } of plans)
    describe(name, () => {
      const due = dueKeysOf(text);
      findsEachLack(
        files,
        name,
        due.filter(({ path }, index) => path.length === 1 || index % ONE_IN === 0),
      );
    });
});

function findsEachLack(files: Files, name: string, due: readonly DueKey[]): void {
  let before: Finding[] = [];
  it("finds nothing that weighs", async () => {
    before = await check(files, name);
    assert.deepEqual(before.filter(weighs).map(describeFinding), []);
  });
  for (const section of new Set(due.map(({ path }) => path[0]))) {
    const keys = due.filter(({ path }) => path[0] === section);
    it(`misses each of the ${keys.length} due keys in and at \`${section}\` once, and mends it`, async () => {
      for (const key of keys) await expectOneFinding(files, name, key, before);
    });
  }
}

/** @param before what is said of the whole plan: hints at what is due next */
async function expectOneFinding(files: Files, name: string, key: DueKey, before: readonly Finding[]): Promise<void> {
  const isNewLack = (finding: Finding) => isLack(finding) && !before.some((known) => saysAllOf(known, finding));
  const about = `without ${key.path.join(".")}`;
  const deleted = { ...files, [name]: deleteKey(files[name] ?? "", key.path) };
  const text = deleted[name] ?? "";
  const found = await check(deleted, name);
  const missing = found.filter(isNewLack);
  assert.equal(missing.length, 1, `${about}: ${missing.map(describeFinding).join("; ") || "nothing is missing"}`);
  const [finding] = missing as [Finding];
  const { start, end } = finding.place;
  assert.deepEqual({ start, end }, placeOf(text, key), `${about}, at «${text.slice(start, end)}»: ${finding.message}`);
  const owner = ownerOf(text, key);
  assert.equal(finding.rule, owner.ownedBy ?? "missing-key", about);
  assert.equal(finding.severity, severityOf(finding.rule, owner.due, text), about);

  const undefinedAt = found
    .filter(({ rule }) => rule === "undefined-reference" || rule === "undefined-escalation-path")
    .map(({ rule, place }) => `${rule} ${text.slice(place.start, place.end)} ${place.start}`);
  assert.deepEqual(undefinedAt, await lostUses(files, deleted, name), about);

  const others = found.filter(weighs).filter((one) => !isLack(one) && !one.rule.startsWith("undefined-"));
  const unexpected = others.filter(({ rule }) => !implies(rule, finding.rule));
  assert.deepEqual(unexpected.map(describeFinding), [], about);

  const [fix] = finding.fixes;
  assert.ok(fix, `${about} there is no fix`);
  const fixed = applyFix(deleted, fix);
  const left = await check(fixed, name);
  const show = () => `${about}, after "${fix.title}":\n${fixed[name]}`;
  assert.deepEqual(left.filter(isNewLack).map(describeFinding), [], show());
  const errors = new Set(found.filter(isError).map(identityOf));
  assert.deepEqual(left.filter((one) => isError(one) && !errors.has(identityOf(one))).map(describeFinding), [], show());
  assertOnlyAdded(text, fixed[name] ?? "", show);
}

/** The sections without which a plan has not the stage it claims. */
function sectionsDue(text: string): string[] {
  const stage = /^stage: *(\w+)/m.exec(text)?.[1];
  const suggests = /\bautonomy: *suggest/.test(text);
  const claimed = language.STAGES.indexOf(stage as language.Stage);
  assert.notEqual(claimed, -1, "the plan claims no stage");
  return Object.entries<language.Key>(language.Plan.keys)
    .filter(([, { due }]) => due !== undefined && language.STAGES.indexOf(due) <= claimed)
    .filter(([, { when }]) => when?.kind !== "unless-suggest" || !suggests)
    .map(([section]) => section);
}

/** A section is missed at `stage`, else at the first key; a key at its parent's key, or at the first key of a list item. */
function placeOf(text: string, { path }: DueKey): { start: number; end: number } {
  const parent = path.slice(0, -1);
  if (parent.length === 0) return valuePart(text, "stage") ?? partAt(text, [firstKey(text, []) ?? ""]);
  const first = typeof parent.at(-1) === "number" ? firstKey(text, parent) : undefined;
  return partAt(text, first === undefined ? parent : [...parent, first]);
}

/** What is missed without a key: itself, or its section where nothing is left in that. */
function ownerOf(text: string, { path, key }: DueKey): language.Key & { readonly due: language.Stage } {
  const [section = ""] = path;
  const isEmptied =
    path.length === 2 && valuePart(text, String(section))?.start === valuePart(text, String(section))?.end;
  const owner: language.Key = isEmptied ? language.Plan.keys[section as language.SectionName] : key;
  return { ...owner, due: owner.due ?? key.due };
}

/** One stage early a hint, then a warning, then an error; a rule that weighs the same at every stage does so here too. */
function severityOf(rule: string, due: language.Stage, text: string): string | undefined {
  const [only, ...more] = Object.values(rules.find(({ id }) => id === rule)?.severity ?? {});
  if (more.length === 0) return only;
  const { start, end } = valuePart(text, "stage") ?? { start: 0, end: 0 };
  const claimed = language.STAGES.findIndex((stage) => text.slice(start, end).includes(stage));
  const late = Math.max(claimed, 0) - language.STAGES.indexOf(due);
  return late < 0 ? "hint" : late === 0 ? "warning" : "error";
}

/** Where the ids that the deletion took away are still used, as findings about them are shown. */
async function lostUses(files: Files, deleted: Files, name: string): Promise<string[]> {
  const before = await load(files, name);
  const after = await load(deleted, name);
  const gone = ({ to, id }: { to: string; id: string }) => isDefined(before, to, id) && !isDefined(after, to, id);
  return (
    after.file.references
      .filter(gone)
      // What an alias repeats is said where it is written.
      .filter(({ node }) => !node.borrowed)
      .map(({ to, id, node }) => {
        const start = node.start + after.file.startOf(node.section);
        // A column is reported at its source alone; quotes, and the name of an alias, are part of what is reported.
        const end = start + (node.type?.kind === "column" ? id.length : node.end - node.start);
        return { rule: `undefined-${to === "escalation-path" ? to : "reference"}`, start, end };
      })
      .sort((a, b) => a.start - b.start)
      .map(({ rule, start, end }) => `${rule} ${after.file.text.slice(start, end)} ${start}`)
  );
}

function isDefined({ file, catalogs }: Workspace, kind: string, id: string): boolean {
  return [file, ...catalogs].some(({ definitions }) => definitions.some((one) => one.kind === kind && one.id === id));
}

/** Has a finding that weighs the same said all that another says? A list of what is due next may have become shorter. */
function saysAllOf(known: Finding, { rule, severity, message }: Finding): boolean {
  const names = (text: string): readonly string[] => text.match(/`[^`]+`/g) ?? [];
  const same = known.rule === rule && known.severity === severity;
  return same && names(message).every((name) => names(known.message).includes(name));
}

function isLack({ rule }: Finding): boolean {
  return rule.startsWith("missing-");
}

/** A summary of other findings is the same one, whatever it lists. */
function identityOf(finding: Finding): string {
  return isSummary(finding.rule) ? finding.rule : describeFinding(finding);
}

function weighs({ severity }: Finding): boolean {
  return SEVERITIES.indexOf(severity) >= SEVERITIES.indexOf("warning");
}

function isError({ severity }: Finding): boolean {
  return severity === "error";
}

function describeFinding({ rule, severity, message }: Finding): string {
  return `${severity}[${rule}] ${message}`;
}

function withCrlf(files: Files): Files {
  return Object.fromEntries(Object.entries(files).map(([name, text]) => [name, text.replaceAll("\n", "\r\n")]));
}

/** Every map and list on lines of its own, indented by four spaces. */
function withoutBraces(files: Files, name: string): Files {
  const document = parseDocument(files[name] ?? "", { schema: "failsafe" });
  visit(document, {
    Collection: (_, node) => {
      node.flow = false;
    },
  });
  return { ...files, [name]: document.toString({ indent: 4, lineWidth: 0 }) };
}
