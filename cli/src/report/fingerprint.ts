import { createHash } from "node:crypto";
import { type Finding, standpointOf, type Workspace } from "@aiplan/core";
import type { Identity, ReportedFinding } from "./file-report.ts";
import type { SourceText } from "./source-text.ts";

/** Of a place in a file that is no plan: more of its text says nothing more. In UTF-16 units. */
const LONGEST_TEXT = 60;

/** Gives the findings of one plan their identities, one after the other, in the order of the text. */
export class Identities {
  private readonly met = new Map<string, number>();

  private readonly plan: string;

  /**
   * @param shown the path of the plan as reports show it
   * @param fromBase turns such paths into paths from the base folder
   */
  constructor(
    private readonly workspace: Workspace,
    shown: string,
    private readonly fromBase: (shown: string) => string,
  ) {
    this.plan = fromBase(shown);
  }

  /** @param source the file that the finding is in */
  of(finding: Finding, source: SourceText): Identity {
    const { rule, place, missing } = finding;
    const file = this.fromBase(source.shown);
    const inPlans = [this.workspace.file, ...this.workspace.catalogs].some(({ uri }) => uri === place.uri);
    const at = inPlans ? standpointOf(this.workspace, finding) : textAt(source, place);
    const key = JSON.stringify([rule, file, at]);
    const before = this.met.get(key) ?? 0;
    this.met.set(key, before + 1);
    return {
      plan: this.plan,
      ...(file === this.plan ? {} : { file }),
      at,
      before,
      ...(missing ? { missing: missing.lacks.map(({ name }) => name).sort() } : {}),
    };
  }
}

function textAt({ text }: SourceText, { start, end }: Finding["place"]): string {
  return text
    .slice(start, Math.min(end, start + LONGEST_TEXT))
    .replace(/\s+/g, " ")
    .trim();
}

/**
 * The same for the same finding of another run, whatever was edited around it, wherever in the repository the command is
 * started; no two findings of a run share one. 32 hexadecimal digits.
 */
export function fingerprintOf({ rule, identity }: Pick<ReportedFinding, "rule" | "identity">): string {
  const { plan, file = plan, at, before } = identity;
  return createHash("sha256")
    .update(JSON.stringify([rule, plan, file, at, before]))
    .digest("hex")
    .slice(0, 32);
}
