import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { CONFIG_FILE, newPlan } from "@aiplan/core";
import type { Answers } from "./answers.ts";
import {
  ATTRIBUTES_LINE,
  CONFIG_TEXT,
  GITHUB_WORKFLOW,
  GITLAB_INCLUDE,
  GITLAB_JOB,
  PRE_COMMIT_CONFIG,
} from "./texts.ts";

export interface PlannedFile {
  /** From the current folder, with forward slashes. */
  readonly path: string;
  readonly text: string;
  /** It holds what was there before, so that nothing is lost by writing it. */
  readonly keepsText?: true;
}

export interface Planned {
  readonly files: readonly PlannedFile[];
  /** What people have to add by hand to files of their own. */
  readonly byHand: readonly { readonly path: string; readonly lines: string }[];
}

/**
 * What is to be written for the answers. A file that has a format of its own and is there already is left to people.
 *
 * @param cwd absolute
 */
export async function plannedFiles(answers: Answers, cwd: string): Promise<Planned> {
  const files: PlannedFile[] = [{ path: answers.path, text: newPlan(answers) }];
  const byHand: { path: string; lines: string }[] = [];
  const orByHand = async (path: string, text: string) => {
    const before = await textOf(join(cwd, path));
    if (before === undefined) files.push({ path, text });
    else if (!before.includes(text.trim())) byHand.push({ path, lines: text });
  };
  if (answers.config) files.push({ path: CONFIG_FILE, text: CONFIG_TEXT });
  if (answers.ci === "github") files.push({ path: ".github/workflows/aiplan.yml", text: GITHUB_WORKFLOW });
  if (answers.ci === "gitlab") {
    files.push({ path: ".gitlab/aiplan.gitlab-ci.yml", text: GITLAB_JOB });
    await orByHand(".gitlab-ci.yml", GITLAB_INCLUDE);
  }
  if (answers.preCommit) await orByHand(".pre-commit-config.yaml", PRE_COMMIT_CONFIG);
  if (answers.gitattributes) {
    const text = withLine((await textOf(join(cwd, ".gitattributes"))) ?? "", ATTRIBUTES_LINE);
    if (text !== undefined) files.push({ path: ".gitattributes", text, keepsText: true });
  }
  return { files, byHand };
}

/** The text with one more line at its end, ended as its lines are; undefined where it has such a line for plans. */
function withLine(before: string, line: string): string | undefined {
  if (/^\s*\*\.aiplan\s.*\blinguist-language\b/m.test(before)) return undefined;
  const eol = before.includes("\r\n") ? "\r\n" : "\n";
  const gap = before === "" || before.endsWith("\n") ? "" : eol;
  return before + gap + line + eol;
}

/** The text of a file; undefined where there is none. */
async function textOf(path: string): Promise<string | undefined> {
  try {
    return await readFile(path, "utf8");
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === "ENOENT") return undefined;
    throw error;
  }
}
