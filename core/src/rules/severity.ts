import { STAGES, type Stage } from "../language/types.ts";

/** How much a finding weighs, lightest first. */
export const SEVERITIES = ["hint", "info", "warning", "error"] as const;
export type Severity = (typeof SEVERITIES)[number];

/** From which stage on a rule speaks, and how loudly; silent before the first stage named. */
export type Severities = Partial<Readonly<Record<Stage, Severity>>>;

/** The same from the first stage on. */
export function always(severity: Severity): Severities {
  return { proposal: severity };
}

/** The same from this stage on, silent before. */
export function from(stage: Stage, severity: Severity): Severities {
  return { [stage]: severity };
}

/** For what is due at a stage: a hint at the stage before, a warning at the stage itself, an error after it. */
export function ramp(due: Stage): Severities {
  const at = STAGES.indexOf(due);
  const severities: Partial<Record<Stage, Severity>> = { [due]: "warning" };
  const before = STAGES[at - 1];
  const after = STAGES[at + 1];
  if (before) severities[before] = "hint";
  if (after) severities[after] = "error";
  return severities;
}

/** What the rule weighs for a plan that claims this stage; undefined where it is silent. */
export function severityAt(severities: Severities, stage: Stage): Severity | undefined {
  for (let at = STAGES.indexOf(stage); at >= 0; at--) {
    const severity = severities[STAGES[at] as Stage];
    if (severity) return severity;
  }
  return undefined;
}

/** An order of what weighs something: the heaviest first. */
export function heaviestFirst(a: { readonly severity: Severity }, b: { readonly severity: Severity }): number {
  return SEVERITIES.indexOf(b.severity) - SEVERITIES.indexOf(a.severity);
}

export function lighter(a: Severity, b: Severity): Severity {
  return heavier(a, b) === a ? b : a;
}

export function heavier(a: Severity, b: Severity): Severity {
  return SEVERITIES.indexOf(a) >= SEVERITIES.indexOf(b) ? a : b;
}
