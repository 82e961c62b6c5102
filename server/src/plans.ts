import type { PlanDate } from "@aiplan/core";
import { CancellationToken } from "vscode-languageserver";
import type { OpenDocuments } from "./documents.ts";
import type { Host } from "./host.ts";
import { Reads } from "./reads.ts";
import type { Roots } from "./roots.ts";
import type { EditorSettings } from "./settings.ts";
import { isAffected, type Snapshot, type SnapshotMaker } from "./snapshots.ts";
import type { SoughtFiles } from "./sought-files.ts";
import { nextTurn } from "./turn.ts";

export type { Snapshot } from "./snapshots.ts";

/** A snapshot that is made or being made. */
interface Entry {
  /** The client's URI. */
  readonly uri: string;
  readonly version: number;
  /** The day that it takes for today. */
  readonly today: PlanDate;
  /** Every file that has been looked at for it, whether it was there or not. */
  readonly reads: Reads;
  /** One for each who has asked: does it still want the snapshot? Where nobody does it is not made. */
  readonly wants: (() => boolean)[];
  readonly snapshot: Promise<Snapshot | undefined>;
}

/** The open plans. A snapshot is made when it is first asked for, and kept until something it was made from changes. */
export class Plans {
  private readonly entries = new Map<string, Entry>();
  /** How many requests wait for a plan, and who waits for there to be none. */
  private pending = 0;
  private idlers: (() => void)[] = [];

  constructor(
    private readonly documents: OpenDocuments,
    private readonly host: Host,
    private readonly roots: Roots,
    private readonly settings: EditorSettings,
    private readonly maker: SnapshotMaker,
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
    return plan && [plan, ...all].every((one) => this.isCurrent(one)) ? [plan, ...all] : undefined;
  }

  /** Are these still all that are open, and at the versions that they have now? */
  areCurrent(snapshots: readonly Snapshot[]): boolean {
    return snapshots.length === this.documents.plans().length && snapshots.every((one) => this.isCurrent(one));
  }

  /** What lies around a plan, for who writes a link. */
  filesAround(snapshot: Snapshot): SoughtFiles {
    return this.maker.filesAround(snapshot);
  }

  /** The text of a document that a plan links to; undefined where it cannot be had. */
  async linkedText(snapshot: Snapshot, inside: string | undefined): Promise<string | undefined> {
    return inside === undefined ? undefined : this.maker.textBeside(snapshot, inside);
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
    const made = [...this.entries.values()]
      .filter(({ uri, reads }) => isAffected(this.documents.inside(uri), reads, inside))
      .map(({ uri }) => uri);
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
    this.letGo();
  }

  /** Lets go of all files that no open plan was made from. */
  letGo(): void {
    this.maker.keepOnly(new Set([...this.entries.values()].flatMap(({ reads }) => [...reads.files])));
  }

  /** Resolves when no request waits for an open plan: what is less urgent is to wait for that. */
  async idle(): Promise<void> {
    await nextTurn();
    while (this.pending > 0) {
      await new Promise<void>((done) => this.idlers.push(done));
      await nextTurn();
    }
  }

  private isCurrent({ uri, version }: Snapshot): boolean {
    return this.documents.plan(uri)?.version === version;
  }

  private entryOf(uri: string): Entry | undefined {
    const document = this.documents.plan(uri);
    if (!document) return undefined;
    const { version } = document;
    const today = this.host.today();
    const known = this.entries.get(uri);
    if (known?.version === version && known.today.epochDay === today.epochDay) return known;
    const inside = this.documents.inside(uri);
    const begun = { uri, version, today, reads: new Reads(inside), wants: [] as Entry["wants"] };
    const isWanted = () => begun.wants.some((wants) => wants());
    const text = document.getText();
    const snapshot = this.maker.make({ ...begun, inside, text, settingsOf: uri, isWanted });
    const entry: Entry = { ...begun, snapshot };
    this.entries.set(uri, entry);
    // What has failed, or was given up because nobody wanted it, is made anew for the next who asks.
    const forget = () => this.entries.get(uri) === entry && this.entries.delete(uri);
    entry.snapshot.then((snapshot) => snapshot ?? forget(), forget);
    return entry;
  }

  private async wanted(entry: Entry | undefined, isWanted: () => boolean): Promise<Snapshot | undefined> {
    this.pending++;
    try {
      entry?.wants.push(isWanted);
      const snapshot = await entry?.snapshot;
      // The reading may have taken long, and the rules may again.
      await nextTurn();
      return isWanted() ? snapshot : undefined;
    } finally {
      if (--this.pending === 0) for (const done of this.idlers.splice(0)) done();
    }
  }
}
