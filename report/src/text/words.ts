import type { language, Severity } from "@aiplan/core";
import type { ReportReadiness, ReportStatus } from "../data/index.ts";

export const STAGE_NAMES: Readonly<Record<language.Stage, string>> = {
  proposal: "Proposal",
  build: "Build",
  pilot: "Pilot",
  production: "Production",
};

/** In their order. The core lists them as well; the view of VS Code need not load all of the language for them. */
export const STAGES = Object.keys(STAGE_NAMES) as language.Stage[];

export const STATUS_NAMES: Readonly<Record<ReportStatus, string>> = {
  met: "Met",
  partly: "Partly met",
  missing: "Missing",
  "not-yet-due": "Not yet due",
};

export const SEVERITY_NAMES: Readonly<Record<Severity, string>> = {
  error: "Error",
  warning: "Warning",
  info: "Information",
  hint: "Hint",
};

const groups = new Intl.NumberFormat("en", { maximumFractionDigits: 2 });
const small = new Intl.NumberFormat("en", { maximumSignificantDigits: 2 });

/** With commas between thousands and at most two decimals, or two digits of what is very small; powers of ten beyond that. */
export function grouped(number: number): string {
  if (isExtreme(number)) return number.toExponential(1);
  return Math.abs(number) < 0.1 ? small.format(number) : groups.format(number);
}

/** "1 finding", "1,200 findings". */
export function count(number: number, noun: string, plural = `${noun}s`): string {
  return `${grouped(number)} ${number === 1 ? noun : plural}`;
}

/** How the plan stands, in a sentence. */
export function standing({ claimed, earned, stage, isReady, blockers }: ReportReadiness): string {
  const claims = claimed === undefined ? `It claims no stage and is judged as a ${stage}` : `It claims ${stage}`;
  const between = count(blockers.length, "finding");
  if (isReady) return `${claims}, and nothing stands in the way of that.`;
  const obstacle =
    blockers.length === 0
      ? "part of it cannot be read"
      : `${between} ${blockers.length === 1 ? "stands" : "stand"} in the way`;
  const earns = earned === undefined ? "has not earned any stage yet" : `has earned ${earned}`;
  return `${claims}, and ${earns}: ${obstacle}.`;
}

const short = new Intl.NumberFormat("en", { notation: "compact", maximumSignificantDigits: 3 });

/** In at most seven characters or so, for where a chart has no room for more: "1.45M". */
export function compact(number: number): string {
  if (isExtreme(number)) return number.toExponential(1);
  return short.format(number);
}

/** Nobody counts the noughts of such numbers. */
function isExtreme(number: number): boolean {
  return number !== 0 && (Math.abs(number) >= 1e15 || Math.abs(number) < 1e-6);
}
