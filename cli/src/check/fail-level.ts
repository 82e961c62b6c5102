import { SEVERITIES, type Severity } from "@aiplan/core";

/** From which severity on findings make the check fail. */
export const FAIL_LEVELS = [...SEVERITIES, "never"] as const;

export type FailLevel = (typeof FAIL_LEVELS)[number];

/** Does a finding of this severity make the check fail? */
export function failsAt(level: FailLevel, severity: Severity): boolean {
  return level !== "never" && SEVERITIES.indexOf(severity) >= SEVERITIES.indexOf(level);
}
