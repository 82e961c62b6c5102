import {
  CheckedPlan,
  CONFIG_FILE,
  type Config,
  DEFAULT_CONFIG,
  type Finding,
  fileName,
  isIgnored,
  isInside,
  type Load,
  type LoadOptions,
  loadWorkspace,
  overriding,
  type PlanDate,
  type Readiness,
  type ReadOutcome,
  readConfig,
  readinessOf,
  readLinkedText,
  readPlanFile,
  ruleIds,
  rules,
  runRules,
} from "@aiplan/core";
import type { TextDocument } from "vscode-languageserver-textdocument";
import { URI, Utils } from "vscode-uri";
import type { OpenDocuments } from "./documents.ts";
import { type Host, LARGEST_FILE } from "./host.ts";
import { ParsedFiles } from "./parsed-files.ts";
import type { Lines, Positions } from "./positions.ts";
import type { Reads } from "./reads.ts";
import { folderOf, foldersAbove, type Roots } from "./roots.ts";
import type { EditorSettings } from "./settings.ts";
import { SoughtFiles } from "./sought-files.ts";
import { nextTurn } from "./turn.ts";

/** A plan as it stood at one version of its document, with all that is asked of it. Immutable. */
export class Snapshot {
  private found: readonly Finding[] | undefined;
  private readonly counted = new Map<string, Lines>();

  constructor(
    /** Differs from that of any other snapshot. */
    readonly id: string,
    /** The client's URI. */
    readonly uri: string,
    /** Null where it is not open. */
    readonly version: number | null,
    readonly plan: CheckedPlan,
    /** The other files that were read, by the core's URIs. */
    private readonly others: ReadonlyMap<string, string>,
    private readonly positions: Positions,
    /** Reads the plan anew with another text, beside the same other files. */
    readonly load: Load,
  ) {}

  get findings(): readonly Finding[] {
    const { config, file } = this.plan.workspace;
    this.found ??= isIgnored(config, file.uri) ? [] : runRules(this.plan.workspace, rules);
    return this.found;
  }

  /** Where the plan stands; undefined for what is not judged. */
  get readiness(): Readiness | undefined {
    return readinessOf(this.plan.workspace);
  }

  /** The lines of the plan, or of a file that it led to; undefined for any other. */
  lines(inside: string): Lines | undefined {
    const { file } = this.plan;
    const text = inside === file.uri ? file.text : this.others.get(inside);
    if (text === undefined) return undefined;
    const lines = this.counted.get(inside) ?? this.positions.linesOf(inside, text);
    this.counted.set(inside, lines);
    return lines;
  }

  /** The same, knowing also the lines of other plans and of what they were made from: of each file as the first of them has it. */
  beside(snapshots: readonly Snapshot[]): Snapshot {
    const texts = new Map<string, string>();
    for (const { plan, others } of [this, ...snapshots])
      for (const [uri, text] of [[plan.file.uri, plan.file.text] as const, ...others])
        if (!texts.has(uri)) texts.set(uri, text);
    return new Snapshot(this.id, this.uri, this.version, this.plan, texts, this.positions, this.load);
  }
}

/** What a snapshot is made of. */
export interface Origin {
  /** The client's URI. */
  readonly uri: string;
  /** The core's. */
  readonly inside: string;
  /** Null where it is not open. */
  readonly version: number | null;
  readonly text: string;
  /** The day that it takes for today. */
  readonly today: PlanDate;
  /** The document or folder whose settings count. */
  readonly settingsOf: string;
  /** Every file that has been looked at for it, whether it was there or not: they are added as they are looked at. */
  readonly reads: Reads;
  /** Does anybody still want the snapshot? */
  readonly isWanted: () => boolean;
  /** Links are left alone: what ids mean does not depend on them. */
  readonly importsOnly?: boolean;
}

/** Makes snapshots of plans, open or not, out of documents and files. What was parsed for one is lent to the next. */
export class SnapshotMaker {
  private readonly catalogs = new ParsedFiles(readPlanFile);
  private readonly linked = new ParsedFiles(readLinkedText);
  /** A client may hand an id back to a server that was started again. */
  private readonly run = Date.now().toString(36);
  private count = 0;

  constructor(
    private readonly documents: OpenDocuments,
    private readonly host: Host,
    private readonly roots: Roots,
    private readonly settings: EditorSettings,
    private readonly positions: Positions,
  ) {}

  /** Undefined where nobody wants the snapshot any more. */
  async make(origin: Origin): Promise<Snapshot | undefined> {
    const { uri, inside, version, text, today, settingsOf, reads, isWanted, importsOnly = false } = origin;
    const root = await this.roots.of(inside);
    const others = new Map<string, string>();
    const open = this.documents.byInside();
    const read = async (wanted: string, bound = root): Promise<ReadOutcome> => {
      reads.add(wanted);
      const outcome = open.has(wanted) ? textOf(open.get(wanted)!) : await this.host.read(wanted, bound);
      if ("text" in outcome) others.set(wanted, outcome.text);
      return outcome;
    };
    const config = importsOnly ? DEFAULT_CONFIG : await this.configOf(settingsOf, inside, read);
    await nextTurn();
    if (!isWanted()) return undefined;
    const options: LoadOptions = {
      root,
      config,
      importsOnly,
      clock: config.asOf ? { date: config.asOf, source: "as-of" } : { date: today, source: "today" },
      read: (wanted) => read(wanted),
      probe: async (wanted) => {
        reads.add(wanted);
        return open.has(wanted) ? undefined : this.host.probe(wanted, root);
      },
      cached: (wanted, source) => this.catalogs.of(wanted, source),
      cachedLinked: (wanted, source) => this.linked.of(wanted, source),
    };
    const load = async (source: string) => new CheckedPlan(await loadWorkspace(readPlanFile(inside, source), options));
    const id = `${this.run}-${++this.count}`;
    return new Snapshot(id, uri, version, await load(text), others, this.positions, load);
  }

  /** What lies around a plan, which may have been read for nothing yet. */
  filesAround({ plan }: Snapshot): SoughtFiles {
    const { root } = plan.workspace;
    const open = this.documents.byInside();
    return new SoughtFiles({
      list: (folder) => this.host.list(folder, root),
      read: async (uri) => {
        const outcome = open.has(uri) ? textOf(open.get(uri)!) : await this.host.read(uri, root);
        return "text" in outcome ? this.linked.of(uri, outcome.text) : undefined;
      },
    });
  }

  /**
   * The text of a file that a plan leads to, as it stands in the editor where it is open: of a document only its being there
   * was looked at for the snapshot.
   */
  async textBeside({ plan }: Snapshot, inside: string): Promise<string | undefined> {
    const open = this.documents.at(inside);
    const outcome = open ? textOf(open) : await this.host.read(inside, plan.workspace.root);
    return "text" in outcome ? outcome.text : undefined;
  }

  /** Tells lines and columns in a text that is no part of a snapshot. */
  linesOf(inside: string, text: string): Lines {
    return this.positions.linesOf(inside, text);
  }

  /** Lets go of all files but these. */
  keepOnly(needed: ReadonlySet<string>): void {
    this.catalogs.keepOnly(needed);
    this.linked.keepOnly(needed);
    this.host.keepOnly(needed);
  }

  /** The nearest configuration file up to the project's folder, overridden by the editor's settings. */
  private async configOf(
    settingsOf: string,
    inside: string,
    read: (uri: string, bound: string) => Promise<ReadOutcome>,
  ): Promise<Config> {
    const { rules: levels } = await this.settings.of(settingsOf);
    const folder = folderOf(inside);
    const project = await this.roots.projectOf(folder);
    for (const above of foldersAbove(folder, project)) {
      const candidate = Utils.joinPath(URI.parse(above), CONFIG_FILE).toString();
      const outcome = await read(candidate, project);
      if (!("text" in outcome)) continue;
      const config = readConfig(candidate, outcome.text, ruleIds);
      return overriding(config, { levels });
    }
    return { ...DEFAULT_CONFIG, rules: levels };
  }
}

/**
 * Is what was made from these files to be made anew when one has changed, come or gone? A configuration that has come
 * counts for every plan below it, however far up it was looked for before.
 *
 * @param plan the core's URI of the plan
 */
export function isAffected(plan: string, reads: Reads, inside: string): boolean {
  if (reads.has(inside)) return true;
  return fileName(inside) === CONFIG_FILE && isInside(plan, folderOf(inside));
}

/** An open document is read as the file would be. A character has a byte at least. */
function textOf(document: TextDocument): ReadOutcome {
  const text = document.getText();
  return text.length > LARGEST_FILE ? { problem: "too-large" } : { text };
}
