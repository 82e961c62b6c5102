import {
  CheckedPlan,
  CONFIG_FILE,
  type Config,
  DEFAULT_CONFIG,
  type Finding,
  isIgnored,
  type LoadOptions,
  loadWorkspace,
  type PlanFile,
  type ReadOutcome,
  readConfig,
  readPlanFile,
  rules,
  runRules,
} from "@aiplan/core";
import { TextDocument } from "vscode-languageserver-textdocument";
import { URI, Utils } from "vscode-uri";
import type { OpenDocuments } from "./documents.ts";
import type { Host } from "./host.ts";
import { foldersAbove, type Roots } from "./roots.ts";
import type { EditorSettings } from "./settings.ts";

const RULE_IDS: ReadonlySet<string> = new Set(rules.map(({ id }) => id));

/** A plan as it stood at one version of its document, with all that is asked of it. Immutable. */
export class Snapshot {
  private found: readonly Finding[] | undefined;
  private readonly counted = new Map<string, TextDocument>();

  constructor(
    /** Differs from that of any other snapshot. */
    readonly id: string,
    /** The client's URI. */
    readonly uri: string,
    readonly version: number,
    readonly plan: CheckedPlan,
    /** The other files that were read, by the core's URIs. */
    private readonly others: ReadonlyMap<string, string>,
  ) {}

  get findings(): readonly Finding[] {
    const { config, file } = this.plan.workspace;
    this.found ??= isIgnored(config, file.uri) ? [] : runRules(this.plan.workspace, rules);
    return this.found;
  }

  /** The lines of the plan, or of a file that it led to; undefined for any other. */
  lines(inside: string): TextDocument | undefined {
    const { file } = this.plan;
    const text = inside === file.uri ? file.text : this.others.get(inside);
    if (text === undefined) return undefined;
    const lines = this.counted.get(inside) ?? TextDocument.create(inside, "aiplan", this.version, text);
    this.counted.set(inside, lines);
    return lines;
  }
}

/** A snapshot that is made or being made, and every file that has been looked at for it, whether it was there or not. */
interface Entry {
  readonly version: number;
  readonly reads: Set<string>;
  readonly snapshot: Promise<Snapshot>;
}

/** The open plans. A snapshot is made when it is first asked for, and kept until something it was made from changes. */
export class Plans {
  private readonly entries = new Map<string, Entry>();
  private readonly parsed = new Map<string, PlanFile>();
  /** A client may hand an id back to a server that was started again. */
  private readonly run = Date.now().toString(36);
  private count = 0;

  constructor(
    private readonly documents: OpenDocuments,
    private readonly host: Host,
    private readonly roots: Roots,
    private readonly settings: EditorSettings,
  ) {}

  /** @param uri the client's; undefined where no plan of that URI is open */
  at(uri: string): Promise<Snapshot> | undefined {
    const document = this.documents.plan(uri);
    if (!document) return undefined;
    const { version } = document;
    let entry = this.entries.get(uri);
    if (entry?.version !== version) {
      const reads = new Set([this.documents.inside(uri)]);
      const made: Entry = { version, reads, snapshot: this.make(uri, version, document.getText(), reads) };
      this.entries.set(uri, made);
      made.snapshot.catch(() => this.entries.get(uri) === made && this.entries.delete(uri));
      entry = made;
    }
    return entry.snapshot;
  }

  /** Is this what `at` would give? Otherwise the plan, or something it borrows, has changed since. */
  async isCurrent(snapshot: Snapshot): Promise<boolean> {
    return (await this.at(snapshot.uri)) === snapshot;
  }

  /**
   * To be called when a file has changed, come or gone, on disk or in the editor. Returns the client's URIs of the open
   * plans that were made from it.
   */
  changed(inside: string): string[] {
    this.roots.forget();
    const made = [...this.entries].filter(([, { reads }]) => isRead(reads, inside)).map(([uri]) => uri);
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
    for (const read of this.parsed.keys()) if (!needed.has(read)) this.parsed.delete(read);
    this.host.keepOnly(needed);
  }

  private async make(uri: string, version: number, text: string, reads: Set<string>): Promise<Snapshot> {
    const inside = this.documents.inside(uri);
    const root = await this.roots.of(inside);
    const others = new Map<string, string>();
    const read = async (wanted: string): Promise<ReadOutcome> => {
      reads.add(wanted);
      const open = this.documents.at(wanted);
      const outcome = open ? { text: open.getText() } : await this.host.read(wanted, root);
      if ("text" in outcome) others.set(wanted, outcome.text);
      return outcome;
    };
    const config = await this.configOf(uri, inside, root, read);
    const workspace = await loadWorkspace(readPlanFile(inside, text), {
      root,
      config,
      clock: config.asOf ? { date: config.asOf, source: "as-of" } : { date: this.host.today(), source: "today" },
      read,
      cached: (wanted, source) => this.parse(wanted, source),
    });
    return new Snapshot(`${this.run}-${++this.count}`, uri, version, new CheckedPlan(workspace), others);
  }

  /** The nearest configuration file up to the root, overridden by the editor's settings. */
  private async configOf(uri: string, inside: string, root: string, read: LoadOptions["read"]): Promise<Config> {
    const { rules: levels } = await this.settings.of(uri);
    for (const folder of foldersAbove(Utils.dirname(URI.parse(inside)).toString(), root)) {
      const candidate = Utils.joinPath(URI.parse(folder), CONFIG_FILE).toString();
      const outcome = await read(candidate);
      if (!("text" in outcome)) continue;
      const config = readConfig(candidate, outcome.text, RULE_IDS);
      return { ...config, rules: new Map([...config.rules, ...levels]) };
    }
    return { ...DEFAULT_CONFIG, rules: levels };
  }

  private parse(uri: string, text: string): PlanFile {
    const known = this.parsed.get(uri);
    if (known?.text === text) return known;
    const file = readPlanFile(uri, text);
    this.parsed.set(uri, file);
    return file;
  }
}

/** Was the file looked at, or something in it if it is a folder? */
function isRead(reads: ReadonlySet<string>, inside: string): boolean {
  return reads.has(inside) || [...reads].some((uri) => uri.startsWith(`${inside}/`));
}
