import { PlanEditor } from "../../edits/plan-editor.ts";
import type { Finding } from "../../rules/finding.ts";
import { type MissingPart, missingParts } from "../../rules/missing-parts.ts";
import type { ActionContext, CodeAction } from "./action.ts";

/** At anything that is missing: to insert all that is missing of its section, and of the plan, at once. */
export function insertingAll({ plan, findings, touched }: ActionContext): CodeAction[] {
  const all = missingParts(findings);
  const here = missingParts(touched);
  const sections = new Map(here.map((one) => [sectionOf(one), one.finding]));
  const insert = (some: readonly MissingPart[], name: string, finding: Finding): CodeAction[] => {
    const count = countOf(some);
    if (count < 2) return [];
    return [
      {
        title: `Insert all ${count} missing parts of ${name}`,
        kind: "quickfix",
        finding,
        preferred: false,
        createsFile: false,
        edits: () => new PlanEditor(plan).insertAll(some.map(({ inserts }) => inserts)),
      },
    ];
  };
  const ofSections = [...sections].flatMap(([section, finding]) => {
    const own = all.filter((one) => sectionOf(one) === section);
    // Where all of it comes from one finding, or is all of the plan, it is offered already.
    const isSame = section === undefined || own.length < 2 || own.length === all.length;
    return isSame ? [] : insert(own, `\`${section}\``, finding);
  });
  const [first] = here;
  return [...ofSections, ...(first && all.length > 1 ? insert(all, `this ${plan.file.kind}`, first.finding) : [])];
}

/** The section that lacks something; undefined where the plan itself does. */
function sectionOf({ inserts: { object } }: MissingPart): string | undefined {
  return object.section?.name;
}

function countOf(some: readonly MissingPart[]): number {
  const names = new Map<object, Set<string>>();
  for (const { inserts } of some) {
    const known = names.get(inserts.object) ?? new Set<string>();
    names.set(inserts.object, known);
    for (const { name } of inserts.keys) known.add(name);
  }
  return [...names.values()].reduce((sum, { size }) => sum + size, 0);
}
