import { PlanEditor } from "../../edits/plan-editor.ts";
import { placeholder, type Stub, written } from "../../edits/stub.ts";
import { Waiver } from "../../language/waiver.ts";
import type { Finding, Missing } from "../../rules/finding.ts";
import { rules } from "../../rules/registry.ts";
import { pathTo } from "../../rules/waiver-path.ts";
import { type Node, type Span, walk } from "../../syntax/nodes.ts";
import { type PlanFile, spanIn } from "../../syntax/plan-file.ts";
import type { CheckedPlan } from "../../workspace/checked-plan.ts";
import type { ActionContext, CodeAction } from "./action.ts";
import { isJudgement } from "./ignore.ts";

/** How the plan is written is put right, and is no risk that somebody could accept. */
const ABOUT_WRITING = new Set(rules.filter(({ category }) => category === "hygiene").map(({ id }) => id));

/** Accepts the risk that a finding speaks of, in a waiver that a person has to fill in before it counts. */
export function waiving({ plan, touched }: ActionContext): CodeAction[] {
  const editor = new PlanEditor(plan);
  const { file } = plan;
  const waivers = file.root.entry("waivers")?.value;
  const section = waivers?.kind === "map" ? waivers : undefined;
  const isOpen = section ? editor.canInsert(section) : !file.root.has("waivers") && editor.canInsert(file.root);
  if (file.kind !== "plan" || !isOpen) return [];
  return touched
    .filter((finding) => canBeWaived(finding) && !section?.entry(finding.rule))
    .map((finding) => ({
      title: `Accept the risk of \`${finding.rule}\` until a given day, with a waiver`,
      kind: "quickfix",
      finding,
      preferred: false,
      createsFile: false,
      edits: () => {
        const waiver: [string, Stub] = [finding.rule, stubFor(plan, finding, editor)];
        if (section) return editor.insertKeys(section, [{ name: waiver[0], value: waiver[1] }]);
        return editor.insertKeys(file.root, [
          { name: "waivers", value: { kind: "map", entries: [waiver], inline: false } },
        ]);
      },
    }));
}

/** What is a hint already weighs as little with a waiver as without. */
function canBeWaived(finding: Finding): boolean {
  const isWriting = ABOUT_WRITING.has(finding.rule) && !finding.missing;
  const isHeavy = finding.severity === "error" || finding.severity === "warning";
  return isHeavy && !isWriting && isJudgement(finding);
}

function stubFor({ file }: CheckedPlan, { place, missing }: Finding, editor: PlanEditor): Stub {
  const path = missing ? pathOfMissing(file, missing) : pathAt(file, place);
  const { reason, "approved-by": approvedBy, expires } = Waiver.keys;
  const entries: [string, Stub][] = [
    ...(path === undefined ? [] : [["at", written(path)] as [string, Stub]]),
    ["reason", placeholder(reason.placeholder)],
    ["approved-by", editor.stub(approvedBy)],
    ["expires", editor.stub(expires)],
  ];
  return { kind: "map", entries, inline: true };
}

/** What a plan lacks as a whole is waived by its key, or for the plan where it lacks several. */
function pathOfMissing(file: PlanFile, { object, lacks }: Missing): string | undefined {
  const path = pathTo(file, object);
  const only = lacks.length === 1 ? lacks[0]?.name : undefined;
  return only === undefined ? path : [...(path === undefined ? [] : [path]), only].join(".");
}

/** The innermost key, value or item that holds the place; nothing where it stands for the plan as a whole. */
function pathAt(file: PlanFile, place: Span): string | undefined {
  const section = file.sections.findLast((one) => file.startOf(one) <= place.start);
  if (!section || section.name === "stage") return undefined;
  const holds = (node: Node): boolean => {
    const own = spanIn(file, node);
    const start = node.key && node.parent?.kind !== "list" ? spanIn(file, node.key).start : own.start;
    return !node.borrowed && start <= place.start && place.end <= own.end;
  };
  const around = walk(section.value).findLast(holds);
  const fits = around && pathTo(file, around);
  return fits ?? section.name;
}
