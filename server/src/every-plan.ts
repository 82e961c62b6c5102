import { definedSymbols, fileLinks, isMeantBy, type Moved, movedBy, renameFiles, type TextEdit } from "@aiplan/core";
import type { CancellationToken, SymbolInformation } from "vscode-languageserver";
import type { ClosedPlans } from "./closed-plans.ts";
import type { OpenDocuments } from "./documents.ts";
import type { Host } from "./host.ts";
import type { Plans, Snapshot } from "./plans.ts";
import type { Roots } from "./roots.ts";
import { toDefinedSymbols } from "./to-lsp/symbols.ts";

/** Edits of several plans, and a snapshot of one of them that knows the lines of all. */
interface PlansEdit {
  readonly snapshot: Snapshot;
  readonly edits: readonly TextEdit[];
}

/** Nobody reads a longer list; editors ask again at each letter. */
const MOST_SYMBOLS = 1_000;

/** What is asked of all plans of the workspace, open or not. */
export class EveryPlan {
  constructor(
    private readonly documents: OpenDocuments,
    private readonly plans: Plans,
    private readonly closed: ClosedPlans,
    private readonly host: Host,
    private readonly roots: Roots,
  ) {}

  /** Everything that the plans define and somebody may mean who types this. */
  async symbols(query: string, token: CancellationToken): Promise<SymbolInformation[]> {
    const open = (await this.open(token)).flatMap((snapshot) => {
      const { file } = snapshot.plan;
      return toDefinedSymbols(snapshot.uri, snapshot.lines(file.uri)!, definedSymbols(file));
    });
    const outlines = await this.closed.outlined(() => !token.isCancellationRequested);
    this.plans.letGo();
    const all = [...open, ...[...outlines.values()].flatMap(({ symbols }) => symbols)];
    return all
      .filter(({ name, containerName = "" }) => isMeantBy(query, { name, container: containerName }))
      .slice(0, MOST_SYMBOLS);
  }

  /** The edits that let imports and links lead where they do once files or folders have been moved. */
  async renameFiles(moves: readonly Moved[], token: CancellationToken): Promise<PlansEdit | undefined> {
    const isWanted = () => !token.isCancellationRequested;
    const concerns = (uri: string) => movedBy(moves, uri).to !== uri;
    const open = await this.open(token);
    const outlines = await this.closed.outlined(isWanted);
    const wanted = [...outlines].filter(([inside, { imports, links }]) =>
      [inside, ...imports, ...links].some(concerns),
    );
    const closed = await this.closed.withImports(
      wanted.map(([inside]) => inside),
      isWanted,
    );
    const [first, ...rest] = [...open, ...closed];
    if (!first) return undefined;
    const edits = await renameFiles(
      [first, ...rest].map(({ plan }) => plan.file),
      {
        moves,
        rootOf: (uri) => this.roots.of(uri),
        probe: async (uri, root) => (this.documents.at(uri) ? undefined : this.host.probe(uri, root)),
      },
    );
    this.plans.letGo();
    // What is said of a text that has changed meanwhile would be put elsewhere in it. What was learnt of the others is known.
    if (isWanted() && !this.plans.areCurrent(open)) return this.renameFiles(moves, token);
    return { snapshot: first.beside(rest), edits };
  }

  /** The plans that are not open and may share ids with one that is: they import it, or a catalog of it. */
  async closedBeside({ plan }: Snapshot, token: CancellationToken): Promise<Snapshot[]> {
    const isWanted = () => !token.isCancellationRequested;
    const shared = new Set([plan.file.uri, ...plan.workspace.catalogs.map(({ uri }) => uri)]);
    const imports = new Map<string, readonly string[]>();
    for (const { plan: one } of await this.open(token)) {
      const links = fileLinks(one.file, one.workspace.root).filter(({ isImport }) => isImport);
      imports.set(
        one.file.uri,
        links.map(({ uri }) => uri),
      );
    }
    const outlines = await this.closed.outlined(isWanted);
    for (const [inside, outline] of outlines) imports.set(inside, outline.imports);
    const importers = new Map<string, string[]>();
    for (const [inside, uris] of imports)
      for (const uri of uris)
        importers
          .set(uri, importers.get(uri) ?? [])
          .get(uri)!
          .push(inside);
    // What is imported may have any name: of a file that was not found it is not known what it imports.
    const unknown = [...importers.keys()].filter((uri) => !imports.has(uri));
    const sharing = new Set([...shared, ...unknown]);
    // Who is added on the way may be imported, too.
    for (const uri of sharing) for (const importer of importers.get(uri) ?? []) sharing.add(importer);
    return this.closed.withImports(
      [...outlines.keys()].filter((inside) => sharing.has(inside)),
      isWanted,
    );
  }

  private async open(token: CancellationToken): Promise<Snapshot[]> {
    const snapshots = await Promise.all(this.documents.plans().map(({ uri }) => this.plans.at(uri, token)));
    return snapshots.filter((one) => one !== undefined);
  }
}
