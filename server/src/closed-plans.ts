import { definedSymbols, fileLinks, type PlanDate, readPlanFile } from "@aiplan/core";
import type { SymbolInformation } from "vscode-languageserver";
import type { OpenDocuments } from "./documents.ts";
import type { Host } from "./host.ts";
import type { PlanFinder } from "./plan-finder.ts";
import type { Plans } from "./plans.ts";
import { Reads } from "./reads.ts";
import type { Roots } from "./roots.ts";
import type { EditorSettings } from "./settings.ts";
import { isAffected, type Origin, type Snapshot, type SnapshotMaker } from "./snapshots.ts";
import { toDefinedSymbols } from "./to-lsp/symbols.ts";

/** How a plan stood when it was checked: enough to know later that nothing has changed. */
interface Checked {
  /** That of the first snapshot, which is not kept; another one that is made while nothing changes is the same. */
  id?: string;
  readonly today: PlanDate;
  readonly reads: Reads;
}

/** What is remembered of each plan for those who look through all of them. */
export interface Outline {
  readonly symbols: readonly SymbolInformation[];
  /** The core's URIs of the files that it imports, and of those that it links to otherwise. */
  readonly imports: readonly string[];
  readonly links: readonly string[];
}

/** After so many plans what was parsed for them is let go of; until then the next ones may borrow it. */
const AT_A_TIME = 20;

/** In milliseconds. Where nobody says what has changed on disk, everything is looked at again after a while. */
const TRUSTED = 10_000;

/** The plans of the workspace that are not open. Of these only what says whether they have changed is kept. */
export class ClosedPlans {
  private readonly checked = new Map<string, Checked>();
  private readonly outlines = new Map<string, Outline>();
  private changes = 0;
  private made = 0;
  private lookedAt = 0;

  constructor(
    private readonly finder: PlanFinder,
    private readonly documents: OpenDocuments,
    private readonly host: Host,
    private readonly roots: Roots,
    private readonly settings: EditorSettings,
    private readonly maker: SnapshotMaker,
    private readonly plans: Plans,
    /** Changes on disk are told. */
    private readonly isWatched: boolean,
  ) {}

  /** The core's URIs of all of them, in their order. */
  async uris(): Promise<readonly string[]> {
    if (!this.isWatched && performance.now() - this.lookedAt > TRUSTED) {
      this.lookedAt = performance.now();
      this.finder.forget();
      this.allChanged();
    }
    const all = await this.finder.all();
    const open = this.documents.byInside();
    return all.filter((inside) => !open.has(inside));
  }

  /** Could it be one of them, were it not open? */
  isPart(inside: string): boolean {
    return inside.startsWith("file:") || this.roots.hold(inside);
  }

  /** Does the author want to hear of it while it is not open? */
  async isToBeChecked(inside: string): Promise<boolean> {
    // Asked for each file, settings would be asked for hundreds of times; they differ from folder to folder only.
    return (await this.settings.of(await this.roots.of(inside))).checkClosedPlans;
  }

  /** The id under which it was checked as it is now, if it was. */
  idOf(inside: string): string | undefined {
    const known = this.checked.get(inside);
    return known?.today.epochDay === this.host.today().epochDay ? known.id : undefined;
  }

  /** The plan as it stands now, to be checked, and its id. Undefined where it can't be read, or nobody wants it any more. */
  async snapshot(
    inside: string,
    isWanted: () => boolean,
  ): Promise<{ readonly snapshot: Snapshot; readonly id: string } | undefined> {
    const id = this.idOf(inside);
    const checked: Checked = { today: this.host.today(), reads: new Reads(inside) };
    this.checked.set(inside, checked);
    const snapshot = await this.make(inside, checked, isWanted);
    if (!snapshot) {
      if (this.checked.get(inside) === checked) this.checked.delete(inside);
      return undefined;
    }
    checked.id = id ?? snapshot.id;
    return { snapshot, id: checked.id };
  }

  /** The outlines of all of them, by the core's URIs; as many as there were until nobody wanted them any more. */
  async outlined(isWanted: () => boolean): Promise<ReadonlyMap<string, Outline>> {
    const outlines = new Map<string, Outline>();
    for (const inside of await this.uris()) {
      if (!isWanted()) break;
      const outline = this.outlines.get(inside) ?? (await this.outline(inside));
      if (outline) outlines.set(inside, outline);
    }
    return outlines;
  }

  /** Some of them, to be edited or searched, but not to be checked: their links are not followed. */
  async withImports(wanted: readonly string[], isWanted: () => boolean): Promise<Snapshot[]> {
    const snapshots: Snapshot[] = [];
    for (const inside of wanted) {
      if (!isWanted()) break;
      const origin = { today: this.host.today(), reads: new Reads(inside), importsOnly: true };
      const snapshot = await this.make(inside, origin, isWanted);
      if (snapshot) snapshots.push(snapshot);
    }
    this.plans.letGo();
    return snapshots;
  }

  /**
   * To be called when a file has changed, come or gone, on disk or in the editor.
   *
   * @returns whether there is anything that could be said otherwise now
   */
  changed(inside: string): boolean {
    this.changes++;
    const affected = [...this.checked].filter(([plan, { reads }]) => isAffected(plan, reads, inside));
    for (const [plan] of affected) this.checked.delete(plan);
    for (const plan of this.outlines.keys())
      if (plan === inside || plan.startsWith(`${inside}/`)) this.outlines.delete(plan);
    return affected.length > 0;
  }

  /** To be called when settings or folders have changed. */
  allChanged(): void {
    this.changes++;
    this.checked.clear();
    this.outlines.clear();
  }

  private async outline(inside: string): Promise<Outline | undefined> {
    const before = this.changes;
    const file = await this.read(inside);
    if (!file) return undefined;
    const plan = readPlanFile(inside, file.text);
    const links = fileLinks(plan, file.root);
    const urisOf = (isImport: boolean) => links.filter((link) => link.isImport === isImport).map(({ uri }) => uri);
    const symbols = toDefinedSymbols(inside, this.maker.linesOf(inside, file.text), definedSymbols(plan));
    const outline = { symbols, imports: urisOf(true), links: urisOf(false) };
    // It may have changed while it was read.
    if (before === this.changes) this.outlines.set(inside, outline);
    return outline;
  }

  private async make(
    inside: string,
    origin: Pick<Origin, "today" | "reads" | "importsOnly">,
    isWanted: () => boolean,
  ): Promise<Snapshot | undefined> {
    const file = await this.read(inside);
    if (!file || !isWanted()) return undefined;
    const { text, root } = file;
    return this.maker.make({ ...origin, uri: inside, inside, version: null, text, settingsOf: root, isWanted });
  }

  private async read(inside: string): Promise<{ readonly text: string; readonly root: string } | undefined> {
    // Who waits for an open plan comes first.
    await this.plans.idle();
    if (++this.made % AT_A_TIME === 0) this.plans.letGo();
    const root = await this.roots.of(inside);
    const file = await this.host.read(inside, root);
    return "text" in file ? { text: file.text, root } : undefined;
  }
}
