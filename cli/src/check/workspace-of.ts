import { dirname, join } from "node:path";
import {
  type Clock,
  CONFIG_FILE,
  type Config,
  DEFAULT_CONFIG,
  isIgnored,
  judgedAt,
  type language,
  loadWorkspace,
  type Overrides,
  overriding,
  type PlanDate,
  type PlanFile,
  readConfig,
  readPlanFile,
  ruleIds,
  type Workspace,
} from "@aiplan/core";
import type { FileText } from "@aiplan/server/read-file";
import { pathOf, uriOf } from "../file-uri.ts";
import { type Position, SourceText } from "../report/source-text.ts";
import { diskFiles, type Files } from "./files.ts";
import { findRoot, isBelow, pathBelow, upwards } from "./places.ts";
import { RecentFiles } from "./recent-files.ts";

/** What surrounds a plan: the same for all plans of a folder. */
export interface Surroundings {
  /** The absolute path of the folder that no link leaves, and that a leading `/` in a link means. */
  readonly root: string;
  readonly config: Config;
  /** What of the configuration cannot be used. */
  readonly configProblems: readonly ConfigFileProblem[];
}

/** Something in a configuration, or the whole of it, that cannot be used; as plain data. */
export interface ConfigFileProblem {
  /** Absolute. */
  readonly path: string;
  /** Where it begins; nowhere if the file could not be read. */
  readonly position?: Position;
  readonly message: string;
}

type Configuration = Pick<Surroundings, "config" | "configProblems">;
const NO_CONFIGURATION: Configuration = { config: DEFAULT_CONFIG, configProblems: [] };

/** What comes before every configuration, and more. Plain data: it can be sent to a worker. */
export interface WorkspaceOptions extends Overrides {
  /** Absolute. */
  readonly cwd: string;
  /** Absolute; found for each folder where it is not given. */
  readonly root?: string;
  /** Plans are judged as if they claimed this stage. */
  readonly stage?: language.Stage;
  /** The day that is taken for today where no `as-of` is set. Without either, results are the same tomorrow. */
  readonly today?: PlanDate;
}

/**
 * Finds the root, the configuration and the imports of plans, each read once in a run. Nothing is kept of plans, so
 * that memory does not grow with their number; catalogs and configurations are few, and of linked files only the last are kept.
 */
export class Workspaces {
  private readonly byFolder = new Map<string, Promise<Surroundings>>();
  private readonly byConfig = new Map<string, Promise<Configuration>>();
  private readonly catalogs = new Map<string, PlanFile>();
  private readonly linked = new RecentFiles();

  constructor(
    private readonly options: WorkspaceOptions,
    private readonly files: Files = diskFiles,
  ) {}

  /** The surroundings of the plan at an absolute path, which may be without a file. */
  surroundingsOf(path: string): Promise<Surroundings> {
    const folder = dirname(path);
    const known = this.byFolder.get(folder) ?? this.findSurroundings(folder);
    this.byFolder.set(folder, known);
    return known;
  }

  /** Does the configuration leave this file alone? */
  async ignores(path: string): Promise<boolean> {
    const { root, config } = await this.surroundingsOf(path);
    return isIgnored(config, uriOf(pathBelow(path, root)));
  }

  /** Reads a plan and what it imports. */
  async load(path: string, text: string): Promise<Workspace> {
    const { root, config } = await this.surroundingsOf(path);
    const { stage, today } = this.options;
    const file = readPlanFile(uriOf(pathBelow(path, root)), text);
    return loadWorkspace(stage ? judgedAt(file, stage) : file, {
      root: uriOf(root),
      config,
      read: (uri) => this.read(uri, root),
      probe: (uri) => this.files.probe(pathOf(uri), root),
      cached: (uri, catalog) => this.readCatalog(uri, catalog),
      cachedLinked: (uri, linked) => this.linked.of(uri, linked),
      ...clockOf(config, today),
    });
  }

  /**
   * Reads a file that a plan links to, if it is below the root.
   *
   * @param root its absolute path
   */
  async read(uri: string, root: string): Promise<FileText> {
    const known = this.catalogs.get(uri)?.text ?? this.linked.textOf(uri);
    return known === undefined ? this.files.read(pathOf(uri), root) : { text: known };
  }

  private readCatalog(uri: string, text: string): PlanFile {
    const known = this.catalogs.get(uri);
    if (known) return known;
    const file = readPlanFile(uri, text);
    if (file.kind === "catalog") this.catalogs.set(uri, file);
    return file;
  }

  private async findSurroundings(folder: string): Promise<Surroundings> {
    const root = this.options.root ?? findRoot(folder, this.options.cwd);
    const path = await this.findConfiguration(folder, root);
    const { config, configProblems } = path === undefined ? NO_CONFIGURATION : await this.configurationAt(path, root);
    return { root, config: overriding(config, this.options), configProblems };
  }

  /** The path of the nearest one upwards, no further than the root. */
  private async findConfiguration(folder: string, root: string): Promise<string | undefined> {
    for (const one of upwards(folder)) {
      if (!isBelow(one, root)) continue;
      const path = join(one, CONFIG_FILE);
      if ((await this.files.probe(path, root)) !== "not-found") return path;
    }
    return undefined;
  }

  private configurationAt(path: string, root: string): Promise<Configuration> {
    const known = this.byConfig.get(path) ?? this.readConfiguration(path, root);
    this.byConfig.set(path, known);
    return known;
  }

  private async readConfiguration(path: string, root: string): Promise<Configuration> {
    const file = await this.files.read(path, root);
    if ("problem" in file) return { config: DEFAULT_CONFIG, configProblems: [{ path, message: file.message }] };
    const config = readConfig(uriOf(path), file.text, ruleIds);
    const source = new SourceText(path, file.text);
    const configProblems = config.problems.map(({ message, ...span }) => ({
      path,
      position: source.rangeOf(span).start,
      message,
    }));
    return { config, configProblems };
  }
}

function clockOf({ asOf }: Config, today: PlanDate | undefined): { readonly clock?: Clock } {
  if (asOf) return { clock: { date: asOf, source: "as-of" } };
  return today ? { clock: { date: today, source: "today" } } : {};
}
