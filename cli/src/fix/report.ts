import { type DoneFix, type Finding, type FixedPlan, SEVERITIES, type Severity } from "@aiplan/core";

const WORDS: Readonly<Record<Severity, readonly [string, string]>> = {
  error: ["error", "errors"],
  warning: ["warning", "warnings"],
  info: ["information", "information"],
  hint: ["hint", "hints"],
};
const PLACEHOLDER = "placeholder-left";

/** What was done to a plan and what is left to do, in lines for people. */
export function reportOf(shown: string, { done, left }: FixedPlan): string[] {
  const repairs = done.filter(({ kind }) => kind === "repair").length;
  const stubs = done.length - repairs;
  const counts = [
    ...(repairs > 0 ? [`${count(repairs, "finding", "findings")} put right`] : []),
    ...(stubs > 0 ? [`${count(stubs, "finding", "findings")} prepared for you to decide on`] : []),
  ];
  const width = Math.max(...done.map(({ rule }) => rule.length));
  const lines = [...times(done)].map(([, { rule, title, number }]) => {
    const often = number > 1 ? ` (${number} times)` : "";
    return `  ${rule.padEnd(width)}  ${title}${often}`;
  });
  return [`${shown}: ${counts.join(", ")}`, ...lines, `  ${leftText(left)}`];
}

/** What was done in the same words for several findings of a rule is said once. */
function times(done: readonly DoneFix[]): Map<string, DoneFix & { number: number }> {
  const all = new Map<string, DoneFix & { number: number }>();
  for (const one of done) {
    const key = JSON.stringify([one.rule, one.title]);
    all.set(key, { ...one, number: (all.get(key)?.number ?? 0) + 1 });
  }
  return all;
}

function leftText(left: readonly Finding[]): string {
  const placeholders = left.filter(({ rule }) => rule === PLACEHOLDER).length;
  const others = left.filter(({ rule }) => rule !== PLACEHOLDER);
  const found = SEVERITIES.toReversed().flatMap((severity) => {
    const number = others.filter((finding) => finding.severity === severity).length;
    return number > 0 ? [count(number, ...WORDS[severity])] : [];
  });
  const parts = [
    ...(placeholders > 0 ? [`${count(placeholders, "placeholder", "placeholders")} to fill in`] : []),
    ...found,
  ];
  if (parts.length === 0) return "Nothing is left to do.";
  const rules = [...new Set(others.map(({ rule }) => rule))];
  return `Left: ${parts.join(", ")}${rules.length > 0 ? ` (${rules.join(", ")})` : ""}.`;
}

function count(number: number, one: string, several: string): string {
  return `${number} ${number === 1 ? one : several}`;
}
