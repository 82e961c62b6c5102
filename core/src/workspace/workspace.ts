import type { LinkedText } from "../artifacts/read-artifact.ts";
import type { PlanDate } from "../quantity/index.ts";
import type { ScalarNode } from "../syntax/nodes.ts";
import type { PlanFile } from "../syntax/plan-file.ts";
import { readPlanFile } from "../syntax/plan-file.ts";
import type { Config } from "./config.ts";
import { followImports } from "./follow-imports.ts";
import { followLinks, type Link } from "./linked-files.ts";

/** Why the text of a file could not be had. */
export type ReadProblem =
  | "not-found"
  | "not-a-file"
  | "unreadable"
  /** Nobody can tell whether there is such a file: the workspace is on no disk, as that of an editor in a browser. */
  | "unreachable"
  | "too-large"
  | "not-text"
  /** It is a symbolic link that leads out of the workspace. */
  | "outside";
export type ReadOutcome = { readonly text: string } | { readonly problem: ReadProblem };

/** How the core gets at files: it knows no file system. */
export type ReadText = (uri: string) => Promise<ReadOutcome>;

/** What is known of the clock. Rules that need it are silent without. */
export interface Clock {
  /** The date that clock rules use: `as-of` of the configuration, or today in the editor. */
  readonly date: PlanDate;
  /** Today is only a hint; a date that somebody set is meant. */
  readonly source: "as-of" | "today";
}

/** One plan with everything it borrows, as it stood at one moment. Immutable. */
export interface Workspace {
  /** The URI of the folder that no link leaves. */
  readonly root: string;
  readonly file: PlanFile;
  readonly imports: readonly Import[];
  /** Every catalog that is reached through imports, each once, in the order in which they are found. */
  readonly catalogs: readonly PlanFile[];
  /** The links of the plan and its catalogs to other files than catalogs, by the scalars that hold them. */
  readonly links: ReadonlyMap<ScalarNode, Link>;
  readonly config: Config;
  readonly clock?: Clock;
}

/** One import of the plan itself or of a catalog it imports. */
export interface Import {
  readonly node: ScalarNode;
  readonly from: PlanFile;
  readonly target: PlanFile | undefined;
  readonly problem?: ReadProblem | "malformed" | "url" | "cycle" | "not-a-catalog";
  /** The files of a ring of imports, from the one that closes it. */
  readonly ring?: readonly string[];
}

export interface LoadOptions {
  readonly root: string;
  readonly config: Config;
  readonly clock?: Clock;
  readonly read: ReadText;
  /** Only imports are followed, no links: that is enough for those who want to know what ids mean. */
  readonly importsOnly?: boolean;
  /** Why a file could not be opened, found out without reading it; undefined where there is such a file, be it what it may. */
  readonly probe: (uri: string) => Promise<ReadProblem | undefined>;
  /** Lends catalogs that were parsed before; where it does not know one, the text is parsed. */
  readonly cached?: (uri: string, text: string) => PlanFile;
  /** The same for files that are no plans or catalogs. */
  readonly cachedLinked?: (uri: string, text: string) => LinkedText;
}

/** Follows the imports and links of a file and returns it with all it borrows. Throws only what `read` throws. */
export async function loadWorkspace(file: PlanFile, options: LoadOptions): Promise<Workspace> {
  const parse = options.cached ?? readPlanFile;
  const following = followImports(file, options.root);
  let step = following.next();
  while (!step.done) {
    const outcome = await options.read(step.value);
    step = following.next("problem" in outcome ? outcome : parse(step.value, outcome.text));
  }
  const { imports, catalogs } = step.value;
  const { root, config, clock } = options;
  const links = await followLinks(options.importsOnly ? [] : [file, ...catalogs], options);
  return { root, file, imports, catalogs, links, config, ...(clock ? { clock } : {}) };
}
