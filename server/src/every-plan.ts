import { definedSymbols, fileLinks, isMeantBy } from "@aiplan/core";
import type { CancellationToken, SymbolInformation } from "vscode-languageserver";
import type { ClosedPlans } from "./closed-plans.ts";
import type { OpenDocuments } from "./documents.ts";
import type { Plans, Snapshot } from "./plans.ts";
import { toDefinedSymbols } from "./to-lsp/symbols.ts";

/** What is asked of all plans of the workspace, open or not. */
export class EveryPlan {
  constructor(
    private readonly documents: OpenDocuments,
    private readonly plans: Plans,
    private readonly closed: ClosedPlans,
  ) {}

  /** Everything that the plans define and somebody may mean who types this. */
  async symbols(query: string, token: CancellationToken): Promise<SymbolInformation[]> {
    const open = (await this.open(token)).flatMap((snapshot) => {
      const { file } = snapshot.plan;
      return toDefinedSymbols(snapshot.uri, snapshot.lines(file.uri)!, definedSymbols(file));
    });
    const outlines = await this.closed.outlined(() => !token.isCancellationRequested);
    this.plans.letGo();
    return [...open, ...[...outlines.values()].flatMap(({ symbols }) => symbols)].filter(
      ({ name, containerName = "" }) => isMeantBy(query, { name, container: containerName }),
    );
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
    const knows = (inside: string, seen: Set<string>): boolean => {
      if (shared.has(inside)) return true;
      if (seen.has(inside)) return false;
      seen.add(inside);
      // What is imported may have any name: of a file that was not found it is not known what it imports.
      return imports.get(inside)?.some((uri) => knows(uri, seen)) ?? true;
    };
    const sharing = [...outlines.keys()].filter((inside) => knows(inside, new Set()));
    return this.closed.withImports(sharing, isWanted);
  }

  private async open(token: CancellationToken): Promise<Snapshot[]> {
    const snapshots = await Promise.all(this.documents.plans().map(({ uri }) => this.plans.at(uri, token)));
    return snapshots.filter((one) => one !== undefined);
  }
}
