import { resolve } from "node:path";
import { type FileText, readText, readTextFile } from "@aiplan/server/read-file";
import { ConfigProblems, problemLine } from "../check/config-problems.ts";
import { type FoundFile, findFiles } from "../check/find-files.ts";
import type { Workspaces } from "../check/workspace-of.ts";
import { EXIT } from "../exit-code.ts";
import { visible } from "../format/display-width.ts";
import { withoutCommands } from "../format/without-commands.ts";
import { shownPath } from "../shown-path.ts";
import type { Terminal } from "../terminal.ts";
import { replaceText } from "./replace-text.ts";

/** What becomes of the files of which another text was made. */
export type Mode = "write" | "diff" | "list";

export interface RewriteOptions {
  readonly paths: readonly string[];
  /** Standard input is read as the content of the file at this path, and its new text goes to standard output. */
  readonly stdinPath?: string;
  /** Only `write` writes. The others make the exit code 1 where something would change. */
  readonly mode: Mode;
}

/** Another text of a file. */
export interface Rewritten {
  readonly text: string;
  /** What was done, in lines for people. */
  readonly report: readonly string[];
  /** Why not all could be done that should have been, as sentences. */
  readonly problems: readonly string[];
}

/** What a command makes of files. */
export interface Rewriter {
  readonly workspaces: Workspaces;
  /** In which order the files are to be taken; as they are where it says nothing. */
  order?(files: readonly FoundFile[]): Promise<readonly FoundFile[]>;
  rewrite(file: FoundFile, text: string): Promise<Rewritten>;
}

export interface RewriteOutcome {
  readonly exitCode: number;
  readonly files: number;
  readonly changed: number;
}

/** Reads files, and writes what a command makes of them, or shows what it would write. */
export async function rewriteFiles(
  options: RewriteOptions,
  rewriter: Rewriter,
  terminal: Terminal,
): Promise<RewriteOutcome> {
  const run = new RewriteRun(options.mode, rewriter, terminal);
  if (options.stdinPath !== undefined) await run.rewriteInput(resolve(terminal.cwd, options.stdinPath));
  else await run.rewriteAll(options.paths);
  return run.outcome;
}

class RewriteRun {
  private readonly configs: ConfigProblems;
  private hasProblem = false;
  private isStopped = false;
  private files = 0;
  private changed = 0;

  constructor(
    private readonly mode: Mode,
    private readonly rewriter: Rewriter,
    private readonly terminal: Terminal,
  ) {
    this.configs = new ConfigProblems(terminal.cwd);
  }

  get outcome(): RewriteOutcome {
    const { files, changed, mode, hasProblem, isStopped } = this;
    const wouldChange = mode !== "write" && changed > 0;
    if (isStopped) return { exitCode: EXIT.stopped, files, changed };
    return { exitCode: hasProblem ? EXIT.unusable : wouldChange ? EXIT.findings : EXIT.clean, files, changed };
  }

  async rewriteAll(paths: readonly string[]): Promise<void> {
    const { files, problems } = await findFiles(paths, this.terminal.cwd);
    for (const { shown, message } of problems) this.complain(shown, message);
    const signal = this.terminal.interruption();
    const inOrder = (await this.rewriter.order?.(files)) ?? files;
    for (const [index, file] of inOrder.entries()) {
      if (signal.aborted) return this.stop(files.length - index, files.length);
      if (await this.isLeftAlone(file)) continue;
      const before = this.textOf(file, await readTextFile(file.path));
      const rewritten = before === undefined ? undefined : await this.rewrite(file, before);
      if (before === undefined || !rewritten || rewritten.text === before) continue;
      if (this.mode === "write" && !(await this.write(file, before, rewritten.text))) continue;
      this.changed++;
      await this.show(file, before, rewritten);
    }
  }

  /** The new text is printed even where it is the old one: whoever pipes it wants a plan, not nothing. */
  async rewriteInput(path: string): Promise<void> {
    const { terminal, mode } = this;
    const file = { path, shown: shownPath(path, terminal.cwd), named: true };
    const input = markNoting(terminal.stdin);
    const before = this.textOf(file, await readText(input));
    if (before === undefined) return;
    const leaveIt = { text: before, report: [] };
    const rewritten = (await this.isLeftAlone(file)) ? leaveIt : await this.rewrite(file, before);
    const isChanged = rewritten.text !== before;
    if (isChanged) this.changed++;
    if (mode === "write") {
      await terminal.write(input.mark + rewritten.text);
      for (const line of rewritten.report) terminal.say(line);
    } else if (isChanged) await this.show(file, before, rewritten);
  }

  /** Does the configuration ignore the file? Says so, and what is wrong with the configuration. */
  private async isLeftAlone(file: FoundFile): Promise<boolean> {
    const { workspaces } = this.rewriter;
    const { configProblems } = await workspaces.surroundingsOf(file.path);
    for (const problem of this.configs.news(configProblems)) {
      this.hasProblem = true;
      this.terminal.say(problemLine(problem));
    }
    const ignored = await workspaces.ignores(file.path);
    if (ignored && file.named)
      this.terminal.say(`${file.shown}: The \`ignore\` of the configuration leaves this file alone.`);
    return ignored;
  }

  private textOf(file: FoundFile, read: FileText): string | undefined {
    if (!("problem" in read)) return read.text;
    this.complain(file.shown, read.message);
    return undefined;
  }

  private async rewrite(file: FoundFile, text: string): Promise<Rewritten> {
    this.files++;
    const rewritten = await this.rewriter.rewrite(file, text);
    for (const problem of rewritten.problems) this.complain(file.shown, problem);
    return rewritten;
  }

  private async write(file: FoundFile, before: string, after: string): Promise<boolean> {
    const { root } = await this.rewriter.workspaces.surroundingsOf(file.path);
    const problem = await replaceText(file.path, root, before, after);
    if (problem !== undefined) this.complain(file.shown, problem);
    return problem === undefined;
  }

  /** A difference goes to standard output alone, so that other tools can read it. */
  private async show(
    { shown }: FoundFile,
    before: string,
    { text, report }: Omit<Rewritten, "problems">,
  ): Promise<void> {
    const { terminal, mode } = this;
    if (mode !== "diff") return terminal.write(report.map((line) => `${withoutCommands(visible(line))}\n`).join(""));
    const { unifiedDiff } = await import("./unified-diff.ts");
    await terminal.write(unifiedDiff(shown, before, text, terminal.colours));
    for (const line of report) terminal.say(line);
  }

  /** What is done stays done: each file is written whole. */
  private stop(left: number, all: number): void {
    this.isStopped = true;
    this.terminal.say(`Stopped. ${left} of ${all} ${all === 1 ? "file" : "files"} left as they were.`);
  }

  private complain(shown: string, message: string): void {
    this.hasProblem = true;
    this.terminal.say(`${shown}: ${message}`);
  }
}

/** Passes a stream on, and notes the byte order mark that a reader takes away. */
function markNoting(stream: AsyncIterable<Buffer>): AsyncIterable<Buffer> & { readonly mark: string } {
  let start = Buffer.alloc(0);
  return {
    get mark() {
      return start.subarray(0, 3).equals(Buffer.from("\ufeff")) ? "\ufeff" : "";
    },
    async *[Symbol.asyncIterator]() {
      for await (const chunk of stream) {
        if (start.length < 3) start = Buffer.concat([start, chunk.subarray(0, 3)]);
        yield chunk;
      }
    },
  };
}
