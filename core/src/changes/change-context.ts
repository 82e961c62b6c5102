import { STAGES, type Stage } from "../language/types.ts";
import type { Finding } from "../rules/finding.ts";
import { capitalized, enumerate } from "../rules/messages.ts";
import { lighter, type Severity, severityAt } from "../rules/severity.ts";
import type { Node } from "../syntax/nodes.ts";
import type { CheckedPlan, Place } from "../workspace/checked-plan.ts";
import type { BuildTime } from "./build-time.ts";
import type { CompareOptions } from "./change.ts";
import type { ChangeRule } from "./change-rule.ts";
import type { Comparison } from "./comparison.ts";

/** The parts of the two versions that a judgement is about; without `after` it was removed. */
export interface Nodes {
  readonly before?: Node | undefined;
  readonly after?: Node | undefined;
}

/** A judgement in three parts, each without its full stop. */
export interface Judgement {
  /** What happened, with the numbers: "The month-6 target of `accuracy` was lowered from 92% to 88%". */
  readonly what: string;
  /** What that leads to in production. */
  readonly so: string;
  /** What to do; a sentence. */
  readonly advice: string;
}

/** Something that was removed, by what it is called: where several are, they are told of at once. */
export interface Removal extends Omit<Judgement, "what"> {
  /** "alarm". */
  readonly noun: string;
  /** "`down`"; undefined where there can be but one. */
  readonly name?: string | undefined;
  /** What it is called where it is the only one, with an article, if that is not the noun and the name. */
  readonly single?: string;
}

/** What a rule has said of parts of the two versions. */
export interface Judged {
  readonly nodes: readonly Nodes[];
  readonly finding: Finding;
}

interface Removed extends Removal {
  readonly nodes: Nodes[];
  readonly names: string[];
  readonly place: Place;
  readonly severity: Severity;
}

/** What a rule is given that compares versions: both of them to read, and `report` and `removed`. */
export class ChangeContext {
  readonly before: CheckedPlan;
  readonly after: CheckedPlan;
  /** The later of the stages that the versions claim: who goes back a stage is not judged less for it. */
  readonly stage: Stage;
  private readonly said: Judged[] = [];
  private readonly removals: Removed[] = [];

  constructor(
    readonly rule: ChangeRule,
    readonly comparison: Comparison,
    readonly buildTime: BuildTime | undefined,
    /** What is known of the day of the change. */
    readonly date: CompareOptions,
  ) {
    this.before = comparison.versions.before.checked;
    this.after = comparison.versions.after.checked;
    const claims = [this.before.file.stage, this.after.file.stage, buildTime?.isAfter ? "build" : "proposal"] as const;
    this.stage = STAGES[Math.max(...claims.map((stage) => STAGES.indexOf(stage)))] as Stage;
  }

  /** Was the change made after the build began, as far as the dates tell? */
  get isAfterBuild(): boolean {
    return this.buildTime?.isAfter ?? false;
  }

  /** Says something of a change; its place is the part of the version after, or where that is missing. */
  report(
    nodes: Nodes,
    { what, so, advice }: Judgement,
    options: { readonly severity?: Severity | undefined } = {},
  ): void {
    const severity = this.weigh(options.severity);
    const place = this.placeOf(nodes);
    if (!severity || !place) return;
    const message = `${what}${this.when}: ${so}. ${advice}`;
    this.said.push({ nodes: [nodes], finding: this.finding(severity, message, place, [nodes]) });
  }

  /** Says that something is no longer there. */
  removed(before: Node, removal: Removal, options: { readonly severity?: Severity | undefined } = {}): void {
    const severity = this.weigh(options.severity);
    const place = this.placeOf({ before });
    if (!severity || !place) return;
    const same = this.removals.find(
      (one) => one.noun === removal.noun && one.place.start === place.start && one.place.uri === place.uri,
    );
    const known = same ?? { ...removal, nodes: [], names: [], place, severity };
    if (!same) this.removals.push(known);
    known.nodes.push({ before });
    if (removal.name !== undefined) known.names.push(removal.name);
  }

  /** All that was said. */
  judged(): Judged[] {
    const removals = this.removals.map((one): Judged => {
      const { so, nodes, severity, place } = one;
      const advice = one.names.length > 1 ? one.advice.replace(/^Put it back/, "Put them back") : one.advice;
      const what = `${removedWhat(one)} removed`;
      return { nodes, finding: this.finding(severity, `${what}${this.when}: ${so}. ${advice}`, place, nodes) };
    });
    return [...this.said, ...removals];
  }

  private finding(severity: Severity, message: string, place: Place, nodes: readonly Nodes[]): Finding {
    const related = nodes.flatMap(({ before }) => (before ? this.relatedTo(before) : []));
    return {
      rule: this.rule.id,
      severity,
      message: capitalized(message),
      place,
      related,
      fixes: [],
      unnecessary: false,
    };
  }

  /** How the part was before; of a version that goes by the name of the file that is judged no place can be told. */
  private relatedTo(before: Node): Finding["related"] {
    const place = this.before.place(before);
    const { file, catalogs } = this.after.workspace;
    if ([file, ...catalogs].some(({ uri }) => uri === place.uri)) return [];
    return [{ place, message: "As it was before" }];
  }

  /** Before the build, plans are there to be changed; and a catalog claims no stage. */
  private weigh(own: Severity | undefined): Severity | undefined {
    const { severity } = this.rule;
    if (this.after.file.kind === "catalog") return (own ?? severityAt(severity, "production")) ? "info" : undefined;
    const usual = severityAt(severity, this.stage);
    if (!usual) return undefined;
    return this.buildTime?.isAfter === false ? lighter(own ?? usual, "info") : (own ?? usual);
  }

  private get when(): string {
    return this.rule.dated && this.buildTime ? `, ${this.buildTime.words}` : "";
  }

  private placeOf({ before, after }: Nodes): Place | undefined {
    if (after?.section?.broken) return undefined;
    if (after) return this.after.place(after);
    for (let at = before?.parent; at; at = at.parent) {
      const partner = this.comparison.partners.get(at);
      if (partner?.kind === "map") return this.after.place(this.after.nameOf(partner));
      if (partner) return this.after.place(partner.key ?? partner);
    }
    return this.after.place(this.after.sectionPlace(before?.section.name));
  }
}

const MOST_NAMED = 6;

/** "the alarm `down` was", "the alarms `down` and `slow` were". */
function removedWhat({ noun, names, single, name }: Removed): string {
  if (names.length < 2) return `${single ?? ["the", noun, name].filter(Boolean).join(" ")} was`;
  const more = names.length - MOST_NAMED;
  const shown = more > 1 ? [...names.slice(0, MOST_NAMED), `${more} more`] : names;
  return `the ${noun}s ${enumerate(shown)} were`;
}
