import {
  rules as allRules,
  applyEdits,
  DEFAULT_CONFIG,
  everyRule,
  type Finding,
  type Fix,
  judgedAt,
  type LinkedText,
  type LoadOptions,
  type language,
  loadWorkspace,
  type Rule,
  readLinkedText,
  readPlanFile,
  runRules,
  type Workspace,
} from "@aiplan/core";

export const ROOT = "file:///workspace";

/** Texts by their path below the workspace folder. */
export type Files = Readonly<Record<string, string>>;

/** Loads one of some files that exist only in memory; judged as if it claimed a stage where one is given. */
export function load(
  files: Files,
  name: string,
  { stage, ...options }: Partial<LoadOptions> & { stage?: language.Stage } = {},
): Promise<Workspace> {
  const file = readPlanFile(`${ROOT}/${name}`, files[name] ?? "");
  return loadWorkspace(stage ? judgedAt(file, stage) : file, {
    root: ROOT,
    config: DEFAULT_CONFIG,
    read: async (wanted) => {
      const text = files[wanted.slice(ROOT.length + 1)];
      return text === undefined ? { problem: "not-found" } : { text };
    },
    cachedLinked: parseOnce,
    probe: async (wanted) => (files[wanted.slice(ROOT.length + 1)] === undefined ? "not-found" : undefined),
    ...options,
  });
}

const parsed = new Map<string, LinkedText>();

/** Many tests check the same files again and again. */
export function parseOnce(uri: string, text: string): LinkedText {
  const key = `${uri}\n${text}`;
  const linked = parsed.get(key) ?? readLinkedText(uri, text);
  parsed.set(key, linked);
  return linked;
}

export async function check(
  files: Files,
  name: string,
  rules: readonly Rule[] = allRules,
  options?: Partial<LoadOptions>,
): Promise<Finding[]> {
  return runRules(await load(files, name, options), rules, everyRule);
}

/** All findings of one text, alone in its workspace. */
export function checkText(text: string, rules?: readonly Rule[]): Promise<Finding[]> {
  return check({ "plan.aiplan": text }, "plan.aiplan", rules);
}

/** The files after a fix. */
export function applyFix(files: Files, fix: Fix): Record<string, string> {
  const result: Record<string, string> = { ...files };
  const edits = fix.edits();
  for (const uri of new Set(edits.map((edit) => edit.uri))) {
    const name = uri.slice(ROOT.length + 1);
    result[name] = applyEdits(
      files[name] ?? "",
      edits.filter((edit) => edit.uri === uri),
    );
  }
  return result;
}
