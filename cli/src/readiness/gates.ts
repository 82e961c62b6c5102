import type { PlanReport } from "@aiplan/report/data";

/** When reports make the command fail. */
export interface Gates {
  /** A plan with a lower score fails; 0 to 100. */
  readonly failUnder?: number;
  /** A plan fails that is not ready for the stage it is judged at. */
  readonly failOn: "not-ready" | "never";
}

/** So many plans are named; the others are counted. */
const MOST_NAMED = 5;

/** Notes which plans fail. */
export class GateKeeper {
  private readonly low: string[] = [];
  private readonly unready: string[] = [];

  constructor(private readonly gates: Gates) {}

  judge({ path, readiness: { score, stage, isReady } }: PlanReport): void {
    const { failUnder = 0, failOn } = this.gates;
    if (score < failUnder) this.low.push(`${path} (${score})`);
    if (failOn === "not-ready" && !isReady) this.unready.push(`${path} (${stage})`);
  }

  /** Why the command fails, as sentences; none where it does not. */
  get failures(): string[] {
    return [
      ...sentence(this.low, `below a score of ${this.gates.failUnder}`),
      ...sentence(this.unready, "not ready for the stage"),
    ];
  }
}

function sentence(plans: readonly string[], what: string): string[] {
  if (plans.length === 0) return [];
  const named = plans.slice(0, MOST_NAMED).join(", ");
  const more = plans.length > MOST_NAMED ? ` and ${plans.length - MOST_NAMED} more` : "";
  return [`${plans.length} ${plans.length === 1 ? "plan is" : "plans are"} ${what}: ${named}${more}.`];
}
