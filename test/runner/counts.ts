/** How many tests passed and failed. */
export interface Counts {
  readonly passed: number;
  readonly failed: number;
}

/** Reads the counts from what a layer has printed; undefined where it has printed none. */
export type Count = (output: string) => Counts | undefined;

/** Mocha's "12 passing (3s)", "1 failing" and "1 pending", wherever it runs. A test that was skipped has not passed. */
export const countMocha: Count = (output) => {
  const passed = /^ *(\d+) passing\b/m.exec(output);
  if (!passed) return undefined;
  const count = (word: string) => Number(new RegExp(`^ *(\\d+) ${word}\\b`, "m").exec(output)?.[1] ?? 0);
  return { passed: Number(passed[1]), failed: count("failing") + count("pending") };
};

/** vscode-tmgrammar-test's line for each file. */
export const countGrammar: Count = (output) => ({
  passed: output.match(/^[✓√] .* run success/gm)?.length ?? 0,
  failed: output.match(/^[✖×] /gm)?.length ?? 0,
});

/** A check that says nothing while all is well, such as lint: its exit code decides. */
export const countAsOne: Count = () => ({ passed: 1, failed: 0 });

/**
 * What a layer says of the checks that can't be run on this machine, which are not counted: a line each, as "Editors:
 * Neovim not installed, 8 checks not run".
 */
export function notRun(output: string): string[] {
  return output.match(/^\w+: .+ not installed, \d+ checks not run$/gm) ?? [];
}

/**
 * What a layer is worth. One that crashed, printed no counts or ran nothing without saying why has failed, whatever
 * else it said.
 *
 * @param output - what it printed, colours included
 * @param exitCode - null where a signal ended it
 */
export function judge(count: Count, output: string, exitCode: number | null): Counts {
  const colours = new RegExp(`${String.fromCharCode(27)}\\[[0-9;]*m`, "g");
  const counts = count(output.replace(colours, ""));
  const ranSome = counts && counts.passed + counts.failed > 0;
  if (exitCode === 0) return counts && (ranSome || notRun(output).length > 0) ? counts : { passed: 0, failed: 1 };
  // Of a single check nothing has passed; of a suite, what it counted did.
  if (count === countAsOne || !counts) return { passed: 0, failed: 1 };
  return { passed: counts.passed, failed: Math.max(1, counts.failed) };
}
