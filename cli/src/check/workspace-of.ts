import { existsSync, realpathSync, statSync } from "node:fs";
import { dirname, join, relative, sep } from "node:path";
import {
  CONFIG_FILE,
  type Config,
  DEFAULT_CONFIG,
  isIgnored,
  loadWorkspace,
  type PlanDate,
  type PlanFile,
  type ReadProblem,
  readConfig,
  readPlanFile,
  ruleIds,
  type Workspace,
} from "@aiplan/core";
import { type FileText, readProblem, readTextFile } from "@aiplan/server/read-file";
import { pathOf, uriOf } from "../file-uri.ts";
import { RecentFiles } from "./recent-files.ts";

/** What surrounds a plan: the same for all plans of a folder. */
export interface Surroundings {
  /** The absolute path of the folder that no link leaves, and that a leading `/` in a link means. */
  readonly root: string;
  readonly config: Config;
  /** Where there is a configuration: why nothing of it could be read. */
  readonly configProblem?: { readonly path: string; readonly message: string };
}

export interface WorkspaceOptions {
  /** Absolute. */
  readonly cwd: string;
  /** Absolute; found for each folder where it is not given. */
  readonly root?: string;
  /** Comes before that of the configuration. */
  readonly asOf?: PlanDate;
}

/**
 * Finds the root, the configuration and the imports of plans, each read once in a run. Nothing is kept of plans, so
 * that memory does not grow with their number; catalogs and configurations are few, and of linked files only the last are kept.
 */
export class Workspaces {
  private readonly byFolder = new Map<string, Promise<Surroundings>>();
  private readonly byConfig = new Map<string, Promise<Omit<Surroundings, "root">>>();
  private readonly catalogs = new Map<string, PlanFile>();
  private readonly linked = new RecentFiles();

  constructor(private readonly options: WorkspaceOptions) {}

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
    const asOf = this.options.asOf ?? config.asOf;
    return loadWorkspace(readPlanFile(uriOf(pathBelow(path, root)), text), {
      root: uriOf(root),
      config,
      read: (uri) => this.read(uri, root),
      probe: async (uri) => probeBelow(pathOf(uri), root),
      cached: (uri, catalog) => this.readCatalog(uri, catalog),
      cachedLinked: (uri, linked) => this.linked.of(uri, linked),
      ...(asOf ? { clock: { date: asOf, source: "as-of" as const } } : {}),
    });
  }

  /**
   * Reads a file that a plan links to, if it is below the root.
   *
   * @param root its absolute path
   */
  async read(uri: string, root: string): Promise<FileText> {
    const known = this.catalogs.get(uri)?.text ?? this.linked.textOf(uri);
    return known === undefined ? readBelow(pathOf(uri), root) : { text: known };
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
    const path = [...upwards(folder)]
      .filter((one) => isBelow(one, root))
      .map((one) => join(one, CONFIG_FILE))
      .find(existsSync);
    if (path === undefined) return { root, config: DEFAULT_CONFIG };
    const known = this.byConfig.get(path) ?? this.readConfiguration(path, root);
    this.byConfig.set(path, known);
    return { root, ...(await known) };
  }

  private async readConfiguration(path: string, root: string): Promise<Omit<Surroundings, "root">> {
    const file = await readBelow(path, root);
    if ("problem" in file) return { config: DEFAULT_CONFIG, configProblem: { path, message: file.message } };
    return { config: readConfig(uriOf(path), file.text, ruleIds) };
  }
}

/**
 * The nearest folder upwards that holds a repository, else the topmost that holds a configuration: the language server
 * looks for configurations up to the same folder.
 */
function findRoot(folder: string, cwd: string): string {
  const folders = [...upwards(folder)];
  const found =
    folders.find((one) => existsSync(join(one, ".git"))) ??
    folders.findLast((one) => existsSync(join(one, CONFIG_FILE)));
  // A plan that was named by a path out of the current folder may still import what lies beside it.
  return found ?? (isBelow(folder, cwd) ? cwd : folder);
}

function* upwards(folder: string): Generator<string> {
  for (let last = ""; folder !== last; folder = dirname(folder)) {
    yield folder;
    last = folder;
  }
}

function isBelow(path: string, folder: string): boolean {
  return path === folder || path.startsWith(folder.endsWith(sep) ? folder : folder + sep);
}

/** The path of a plan by way of the root, where either was named by way of a symbolic link. */
function pathBelow(path: string, root: string): string {
  if (isBelow(path, root)) return path;
  try {
    const [realPath, realRoot] = [
      join(realpathSync(dirname(path)), path.slice(dirname(path).length)),
      realpathSync(root),
    ];
    return isBelow(realPath, realRoot) ? join(root, relative(realRoot, realPath)) : path;
  } catch {
    return path;
  }
}

/** Reads a file whose real place, all symbolic links followed, is below the root. Never rejects. */
async function readBelow(path: string, root: string): Promise<FileText> {
  const place = findBelow(path, root);
  // Not by way of the link, which may lead elsewhere by now.
  return "problem" in place ? place : readTextFile(place.path);
}

/** Why a file below the root could not be opened, undefined where there is one. */
function probeBelow(path: string, root: string): ReadProblem | undefined {
  const place = findBelow(path, root);
  if ("problem" in place) return place.problem;
  try {
    return statSync(place.path).isFile() ? undefined : "not-a-file";
  } catch (error) {
    return readProblem(error).problem;
  }
}

function findBelow(path: string, root: string): { readonly path: string } | ReturnType<typeof readProblem> {
  try {
    const realPath = realpathSync(path);
    if (isBelow(realPath, realpathSync(root))) return { path: realPath };
    return { problem: "outside", message: "This is a symbolic link that leads out of the root folder." };
  } catch (error) {
    return readProblem(error);
  }
}
