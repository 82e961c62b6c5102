import {
  CheckedPlan,
  CONFIG_FILE,
  type Config,
  DEFAULT_CONFIG,
  type Finding,
  fileName,
  isIgnored,
  isInside,
  loadWorkspace,
  type PlanDate,
  type ReadOutcome,
  readConfig,
  readLinkedText,
  readPlanFile,
  ruleIds,
  rules,
  runRules,
} from "@aiplan/core";
import { CancellationToken } from "vscode-languageserver";
import type { TextDocument } from "vscode-languageserver-textdocument";
import { URI, Utils } from "vscode-uri";
import type { OpenDocuments } from "./documents.ts";
import { type Host, LARGEST_FILE } from "./host.ts";
import { ParsedFiles } from "./parsed-files.ts";
import type { Lines, Positions } from "./positions.ts";
import { folderOf, foldersAbove, type Roots } from "./roots.ts";
import type { EditorSettings } from "./settings.ts";
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
    readonly version: number,
    readonly plan: CheckedPlan,
    /** The other files that were read, by the core's URIs. */
    private readonly others: ReadonlyMap<string, string>,
    private readonly positions: Positions,
  ) {}

  get findings(): readonly Finding[] {
    const { config, file } = this.plan.workspace;
    this.found ??= isIgnored(config, file.uri) ? [] : runRules(this.plan.workspace, rules);
    return this.found;
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

  /** The same, knowing also the lines of other plans and of what they were made from. */
  beside(snapshots: readonly Snapshot[]): Snapshot {
    const texts = new Map<string, string>();
    for (const { plan, others } of [...snapshots, this])
      for (const [uri, text] of [[plan.file.uri, plan.file.text] as const, ...others]) texts.set(uri, text);
    return new Snapshot(this.id, this.uri, this.version, this.plan, texts, this.positions);
  }
}

/** A snapshot that is made or being made. */
interface Entry {
  /** The client's URI. */
  readonly uri: string;
  readonly version: number;
  /** The day that it takes for today. */
  readonly today: PlanDate;
  /** Every file that has been looked at for it, whether it was there or not. */
  readonly reads: Set<string>;
  /** One for each who has asked: does it still want the snapshot? Where nobody does it is not made. */
  readonly wants: (() => boolean)[];
  readonly snapshot: Promise<Snapshot | undefined>;
}

/** The open plans. A snapshot is made when it is first asked for, and kept until something it was made from changes. */
export class Plans {
  private readonly entries = new Map<string, Entry>();
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

  /**
   * The plan as it stands now, whatever happens to it meanwhile: what is asked about a position is meant of its version.
   *
   * @param uri the client's
   * @returns undefined where no plan of that URI is open, or nobody wants the answer any more
   */
  at(uri: string, token: CancellationToken): Promise<Snapshot | undefined> {
    return this.wanted(this.entryOf(uri), () => !token.isCancellationRequested);
  }

  /**
   * The same, but undefined also where the plan, or something it borrows, changes before the snapshot is made: what would
   * be said of it is out of date.
   */
  current(uri: string, token = CancellationToken.None): Promise<Snapshot | undefined> {
    const entry = this.entryOf(uri);
    return this.wanted(entry, () => !token.isCancellationRequested && this.entries.get(uri) === entry);
  }

  /**
   * The plan, and after it all others that are open, as they stand at one moment.
   *
   * @param uri the client's
   * @returns undefined where no plan of that URI is open, nobody wants the answer any more, or one of them changes meanwhile
   */
  async together(uri: string, token: CancellationToken): Promise<[Snapshot, ...Snapshot[]] | undefined> {
    const others = this.documents.plans().filter((document) => document.uri !== uri);
    const [plan, ...rest] = await Promise.all(
      [uri, ...others.map((other) => other.uri)].map((one) => this.at(one, token)),
    );
    const all = rest.filter((one) => one !== undefined);
    const isCurrent = (one: Snapshot) => this.documents.plan(one.uri)?.version === one.version;
    return plan && [plan, ...all].every(isCurrent) ? [plan, ...all] : undefined;
  }

  isOpen(uri: string): boolean {
    return this.documents.plan(uri) !== undefined;
  }

  /**
   * To be called when a file has changed, come or gone, on disk or in the editor. Returns the client's URIs of the open
   * plans that were made from it.
   */
  changed(inside: string): string[] {
    this.roots.forget();
    this.host.forget(inside);
    const made = [...this.entries.values()].filter((entry) => this.isAffected(entry, inside)).map(({ uri }) => uri);
    for (const uri of made) this.entries.delete(uri);
    return made;
  }

  /** To be called when settings or folders have changed. Returns the client's URIs of all open plans. */
  allChanged(): string[] {
    this.roots.forget();
    this.entries.clear();
    return this.documents.plans().map(({ uri }) => uri);
  }

  /** Lets go of a closed plan and of the files that only it needed. */
  close(uri: string): void {
    this.entries.delete(uri);
    this.settings.forget(uri);
    const needed = new Set([...this.entries.values()].flatMap(({ reads }) => [...reads]));
    this.catalogs.keepOnly(needed);
    this.linked.keepOnly(needed);
    this.host.keepOnly(needed);
  }

  private entryOf(uri: string): Entry | undefined {
    const document = this.documents.plan(uri);
    if (!document) return undefined;
    const { version } = document;
    const today = this.host.today();
    const known = this.entries.get(uri);
    if (known?.version === version && known.today.epochDay === today.epochDay) return known;
    const begun: Omit<Entry, "snapshot"> = {
      uri,
      version,
      today,
      reads: new Set([this.documents.inside(uri)]),
      wants: [],
    };
    const entry: Entry = { ...begun, snapshot: this.make(begun, document.getText()) };
    this.entries.set(uri, entry);
    // What has failed, or was given up because nobody wanted it, is made anew for the next who asks.
    const forget = () => this.entries.get(uri) === entry && this.entries.delete(uri);
    entry.snapshot.then((snapshot) => snapshot ?? forget(), forget);
    return entry;
  }

  private async wanted(entry: Entry | undefined, isWanted: () => boolean): Promise<Snapshot | undefined> {
    entry?.wants.push(isWanted);
    const snapshot = await entry?.snapshot;
    // The reading may have taken long, and the rules may again.
    await nextTurn();
    return isWanted() ? snapshot : undefined;
  }

  private async make(
    { uri, version, today, reads, wants }: Omit<Entry, "snapshot">,
    text: string,
  ): Promise<Snapshot | undefined> {
    const inside = this.documents.inside(uri);
    const root = await this.roots.of(inside);
    const others = new Map<string, string>();
    const open = this.documents.byInside();
    const read = async (wanted: string, bound = root): Promise<ReadOutcome> => {
      reads.add(wanted);
      const outcome = open.has(wanted) ? textOf(open.get(wanted)!) : await this.host.read(wanted, bound);
      if ("text" in outcome) others.set(wanted, outcome.text);
      return outcome;
    };
    const config = await this.configOf(uri, inside, read);
    await nextTurn();
    if (!wants.some((isWanted) => isWanted())) return undefined;
    const workspace = await loadWorkspace(readPlanFile(inside, text), {
      root,
      config,
      clock: config.asOf ? { date: config.asOf, source: "as-of" } : { date: today, source: "today" },
      read: (wanted) => read(wanted),
      probe: async (wanted) => {
        reads.add(wanted);
        return open.has(wanted) ? undefined : this.host.probe(wanted, root);
      },
      cached: (wanted, source) => this.catalogs.of(wanted, source),
      cachedLinked: (wanted, source) => this.linked.of(wanted, source),
    });
    return new Snapshot(
      `${this.run}-${++this.count}`,
      uri,
      version,
      new CheckedPlan(workspace),
      others,
      this.positions,
    );
  }

  /** The nearest configuration file up to the project's folder, overridden by the editor's settings. */
  private async configOf(
    uri: string,
    inside: string,
    read: (uri: string, bound: string) => Promise<ReadOutcome>,
  ): Promise<Config> {
    const { rules: levels } = await this.settings.of(uri);
    const folder = folderOf(inside);
    const project = await this.roots.projectOf(folder);
    for (const above of foldersAbove(folder, project)) {
      const candidate = Utils.joinPath(URI.parse(above), CONFIG_FILE).toString();
      const outcome = await read(candidate, project);
      if (!("text" in outcome)) continue;
      const config = readConfig(candidate, outcome.text, ruleIds);
      return { ...config, rules: new Map([...config.rules, ...levels]) };
    }
    return { ...DEFAULT_CONFIG, rules: levels };
  }

  /** A configuration that has come counts for every plan below it, however far up it was looked for before. */
  private isAffected({ uri, reads }: Entry, inside: string): boolean {
    if (isRead(reads, inside)) return true;
    return fileName(inside) === CONFIG_FILE && isInside(this.documents.inside(uri), folderOf(inside));
  }
}

/** An open document is read as the file would be. A character has a byte at least. */
function textOf(document: TextDocument): ReadOutcome {
  const text = document.getText();
  return text.length > LARGEST_FILE ? { problem: "too-large" } : { text };
}

/** Was the file looked at, or something in it if it is a folder? */
function isRead(reads: ReadonlySet<string>, inside: string): boolean {
  return reads.has(inside) || [...reads].some((uri) => uri.startsWith(`${inside}/`));
}
