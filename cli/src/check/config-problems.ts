import type { Problem } from "../format/format.ts";
import { shownPath } from "../shown-path.ts";
import type { ConfigFileProblem } from "./workspace-of.ts";

/** What of configurations cannot be used is said once for each of them, however many plans it is for. */
export class ConfigProblems {
  private readonly said = new Set<string>();

  constructor(private readonly cwd: string) {}

  /** The problems of one configuration as reports show them; none where they have been told before. */
  news(problems: readonly ConfigFileProblem[]): Problem[] {
    const [first] = problems;
    if (!first || this.said.has(first.path)) return [];
    this.said.add(first.path);
    return problems.map((problem) => ({ ...problem, path: shownPath(problem.path, this.cwd) }));
  }
}

/** A problem in one line, with its place as terminals make links of them: counted from one. */
export function problemLine({ path, position, message }: Problem): string {
  const place = position ? `:${position.line + 1}:${position.character + 1}` : "";
  return `${path}${place}: ${message}`;
}
