import type { ArtifactKind, Artifacts } from "../artifacts/artifact.ts";
import { type KeyInsertion, PlanEditor } from "../edits/plan-editor.ts";
import type { TextEdit } from "../edits/text-edit.ts";
import type { Plan } from "../language/index.ts";
import type { DefinitionKind, Stage } from "../language/types.ts";
import type { PlanDate } from "../quantity/index.ts";
import type { MapNode, NodeOf, ScalarNode } from "../syntax/nodes.ts";
import type { PlanFile } from "../syntax/plan-file.ts";
import type { CheckedPlan, Place, Target } from "../workspace/checked-plan.ts";
import type { DefinedTypes, FoundDefinition } from "../workspace/definitions.ts";
import type { Lack } from "../workspace/due.ts";
import type { Clock, Workspace } from "../workspace/workspace.ts";
import type { Finding, Fix, Missing } from "./finding.ts";
import type { Rule, RuleFacts } from "./rule.ts";
import { heavier, ramp, type Severity, severityAt } from "./severity.ts";

export interface ReportOptions {
  readonly related?: readonly { readonly at: Target | Place; readonly message: string }[];
  /** None is there for what can't be put right where it stands. */
  readonly fixes?: readonly (Fix | undefined)[];
  /** Where the finding at hand weighs something else than the rule usually does at this stage. */
  readonly severity?: Severity | undefined;
  readonly unnecessary?: boolean;
  readonly missing?: Missing;
}

/** What a rule is given: the plan and its surroundings to read, and `report`. */
export class RuleContext {
  readonly file: PlanFile;
  readonly plan: NodeOf<typeof Plan>;
  readonly stage: Stage;
  readonly findings: Finding[] = [];
  private madeEditor: PlanEditor | undefined;
  /** What was said so far; there is nothing in most plans that a rule has to say. */
  private said: Set<string> | undefined;

  constructor(
    readonly rule: Rule,
    readonly checked: CheckedPlan,
    /** Every rule that there is, by its id. */
    readonly known: ReadonlyMap<string, RuleFacts>,
  ) {
    this.file = checked.file;
    this.plan = checked.file.root;
    this.stage = checked.file.stage;
  }

  /** Only some rules have something to write, and only where they find something. */
  get editor(): PlanEditor {
    this.madeEditor ??= new PlanEditor(this.checked);
    return this.madeEditor;
  }
  get workspace(): Workspace {
    return this.checked.workspace;
  }
  get clock(): Clock | undefined {
    return this.checked.workspace.clock;
  }

  /** Says something about a place of the plan. Of a section whose YAML is broken nothing is said but that (by offsets into the text). */
  report(at: Target, message: string, options: ReportOptions = {}): void {
    const usual = options.severity ?? severityAt(this.rule.severity, this.stage);
    const severity = usual && this.rule.clock && this.clock?.source === "today" ? "hint" : usual;
    if (!severity || at.section?.broken) return;
    // What an alias repeats is said once, where it is written.
    if ("borrowed" in at && at.borrowed && this.said?.has(message)) return;
    this.said ??= new Set();
    this.said.add(message);
    this.findings.push({
      rule: this.rule.id,
      severity,
      message: severity === "hint" ? withDueStage(message, options.missing) : message,
      place: this.checked.place(at),
      related: (options.related ?? []).map((one) => ({ place: this.checked.place(one.at), message: one.message })),
      fixes: (options.fixes ?? []).filter((fix) => fix !== undefined),
      unnecessary: options.unnecessary ?? false,
      ...(options.missing ? { missing: options.missing } : {}),
    });
  }

  /** What is said of an id, in the plan or its catalogs. */
  find<Kind extends DefinitionKind>(
    kind: Kind,
    id: string | ScalarNode<string> | undefined,
  ): DefinedTypes[Kind] | undefined {
    return this.checked.definitions.find(kind, typeof id === "object" ? id.value : id);
  }

  definitionsOf(kind: DefinitionKind): FoundDefinition[] {
    return this.checked.definitions.of(kind);
  }

  /** The keys that an object lacks and that this rule owns, with the weight of the one that has been due for longest. */
  lacked(object: MapNode | undefined): { lacks: Lack[]; severity: Severity | undefined } {
    // Of a file in which nothing stands yet, one finding is enough.
    const isEmpty = object === this.plan && this.file.sections.length === 0 && this.rule.id !== "missing-key";
    const all = object && !isEmpty ? this.checked.due.lackedBy(object) : [];
    if (all.length === 0) return { lacks: [], severity: undefined };
    return this.weigh(all.filter(({ key }) => (key.ownedBy ?? "missing-key") === this.rule.id));
  }

  /** Drops what is not due yet, and weighs the rest: each key is due by its own stage. */
  weigh(lacks: readonly Lack[]): { lacks: Lack[]; severity: Severity | undefined } {
    const due: Lack[] = [];
    let severity: Severity | undefined;
    for (const lack of lacks) {
      const weight = severityAt(ramp(lack.key.due), this.stage);
      if (!weight) continue;
      due.push(lack);
      severity = severity ? heavier(severity, weight) : weight;
    }
    return { lacks: due, severity };
  }

  /** The date of a scalar that holds one, or names a milestone that does. */
  dateOf(scalar: ScalarNode<PlanDate | string> | ScalarNode<PlanDate> | undefined): PlanDate | undefined {
    return this.checked.dateOf(scalar);
  }

  /** The date of a milestone, by its name. */
  milestone(name: string): PlanDate | undefined {
    return this.checked.milestone(name);
  }

  /** What a link leads to; undefined for a URL, and where it can't be followed or read, which has its own finding. */
  linked<Kind extends ArtifactKind>(kind: Kind, link: ScalarNode<string> | undefined): Artifacts[Kind] | undefined {
    return this.checked.linked(kind, link);
  }

  /** A fix that inserts keys at their place in the language's own order, with stubs where no text is given, if it can. */
  insertFix(title: string, object: MapNode, keys: readonly KeyInsertion[]): Fix | undefined {
    if (!this.editor.canInsert(object)) return undefined;
    const edits = () => this.editor.insertKeys(object, keys);
    return { title, kind: "stub", preferred: true, inserts: { object, keys }, edits };
  }

  /** A fix that writes something else in place of a node or a part of it. */
  replaceFix(
    title: string,
    at: Target,
    newText: string,
    options: { preferred?: boolean; kind?: Fix["kind"] } = {},
  ): Fix {
    const { uri, start, end } = this.checked.place(at);
    // The last line end of a block of text stays: what follows begins on a line of its own.
    const { text } = this.checked.fileOf(uri);
    const rest = /(?:[ \t]*\r?\n)+[ \t]*$/.exec(text.slice(Math.max(start, end - 200), end))?.[0].length ?? 0;
    const edits = (): TextEdit[] => [{ uri, start, end: end - rest, newText }];
    return { title, kind: options.kind ?? "repair", preferred: options.preferred ?? true, edits };
  }
}

/** A hint at what is missing says that it is only due next: it is no reproach. */
function withDueStage(message: string, missing: Missing | undefined): string {
  const due = missing?.lacks[0]?.key.due;
  return due === undefined || message.includes("due next") ? message : `${message} It is due next, at ${due}.`;
}
