import { applyEdits, CheckedPlan, type FixedPlan, fixAll, readPlanFile, rules, runRules } from "@aiplan/core";
import { readTextFile } from "@aiplan/server/read-file";
import { diskFiles, type Files } from "../check/files.ts";
import type { FoundFile } from "../check/find-files.ts";
import { type WorkspaceOptions, Workspaces } from "../check/workspace-of.ts";
import { uriOf } from "../file-uri.ts";
import type { Rewriter, Rewritten } from "../rewrite/rewrite-files.ts";
import { reportOf } from "./report.ts";

export interface FixerOptions extends WorkspaceOptions {
  /** Also fixes that need a person, as placeholders where something is missing. */
  readonly all: boolean;
}

/** Puts plans right with what an editor offers at their findings, and says what it has done. */
export class Fixer implements Rewriter {
  /** Catalogs that got another text, by their paths: what imports them is fixed as if they had it already. */
  private readonly fixedCatalogs = new Map<string, string>();
  private readonly files: Files = {
    ...diskFiles,
    read: async (path, root) => {
      const text = this.fixedCatalogs.get(path);
      return text === undefined ? diskFiles.read(path, root) : { text };
    },
  };
  workspaces: Workspaces;

  constructor(private readonly options: FixerOptions) {
    this.workspaces = new Workspaces(options, this.files);
  }

  /** Catalogs come before what imports them, so that a second run finds nothing that the first could have done. */
  async order(files: readonly FoundFile[]): Promise<readonly FoundFile[]> {
    const ranks = new Map<FoundFile, number>();
    for (const file of files) {
      const read = await readTextFile(file.path);
      // Reading everything twice would take long, and a catalog says what it is.
      const isCatalog = "text" in read && read.text.includes("catalog") && kindOf(file, read.text) === "catalog";
      if (isCatalog) ranks.set(file, (await this.workspaces.load(file.path, read.text)).catalogs.length);
    }
    const rank = (file: FoundFile) => ranks.get(file) ?? Number.POSITIVE_INFINITY;
    return ranks.size === 0 ? files : files.toSorted((a, b) => (rank(a) < rank(b) ? -1 : rank(a) > rank(b) ? 1 : 0));
  }

  async rewrite({ path, shown }: FoundFile, before: string): Promise<Rewritten> {
    const { text, kind, ...fixed } = await this.fix(path, before);
    if (kind === "catalog" && text !== before) {
      this.fixedCatalogs.set(path, text);
      this.workspaces = new Workspaces(this.options, this.files);
    }
    const problems = fixed.left.flatMap(({ ruleFailed, message }) => (ruleFailed ? [message] : []));
    return { text, report: reportOf(shown, fixed), problems };
  }

  /** @param path absolute; there need not be such a file */
  async fix(path: string, before: string): Promise<FixedPlan & { readonly text: string; readonly kind: string }> {
    const workspace = await this.workspaces.load(path, before);
    const fixed = await fixAll(new CheckedPlan(workspace), runRules(workspace, rules), {
      rules,
      load: async (text) => new CheckedPlan(await this.workspaces.load(path, text)),
      stubs: this.options.all,
    });
    return { ...fixed, text: applyEdits(before, fixed.edits), kind: workspace.file.kind };
  }
}

function kindOf(file: FoundFile, text: string) {
  return readPlanFile(uriOf(file.path), text).kind;
}
