import type { language, Severity } from "@aiplan/core";
import type { ReportStatus } from "../data/index.ts";

export const STAGE_NAMES: Readonly<Record<language.Stage, string>> = {
  proposal: "Proposal",
  build: "Build",
  pilot: "Pilot",
  production: "Production",
};

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

/** "1 finding", "1,200 findings". */
export function count(number: number, noun: string, plural = `${noun}s`): string {
  return `${grouped(number)} ${number === 1 ? noun : plural}`;
}

const groups = new Intl.NumberFormat("en", { maximumFractionDigits: 2 });
const small = new Intl.NumberFormat("en", { maximumSignificantDigits: 2 });
const short = new Intl.NumberFormat("en", { notation: "compact", maximumSignificantDigits: 3 });

/** With commas between thousands and at most two decimals, or two digits of what is very small. */
export function grouped(number: number): string {
  return Math.abs(number) < 0.1 ? small.format(number) : groups.format(number);
}

/** In at most seven characters or so, for where a chart has no room for more: "1.45M". */
export function compact(number: number): string {
  return short.format(number);
}
