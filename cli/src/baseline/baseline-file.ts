import { SEVERITIES, type Severity } from "@aiplan/core";

/** The shape of baselines that this version reads and writes. */
const VERSION = 1;

/** Findings of one plan that are known: as many as `count`, in one place, of one rule. */
export interface KnownFinding {
  readonly rule: string;
  /** The keys that lead to it: see {@link Identity}. */
  readonly at: string;
  /** Where it is in another file than the plan: its path from the base folder. */
  readonly file?: string;
  readonly severity: Severity;
  /** The keys that are missing, in order, where it is about such. */
  readonly missing?: readonly string[];
  readonly count: number;
}

/** What is known of a plan. */
export interface KnownPlan {
  /** Its `name`, which stays the same when the file is moved. */
  readonly name?: string;
  readonly findings: readonly KnownFinding[];
}

/** What is known of each plan, by its path from the base folder. */
export type KnownPlans = ReadonlyMap<string, KnownPlan>;

/** Reads a baseline; why it cannot be used, as a sentence, where it cannot. */
export function readBaseline(text: string): { readonly known: KnownPlans } | { readonly problem: string } {
  let content: unknown;
  try {
    content = JSON.parse(text);
  } catch {
    return { problem: "This is not a baseline: it is no JSON." };
  }
  const version = isRecord(content) ? content["aiplan-baseline"] : undefined;
  if (!isRecord(content) || typeof version !== "number")
    return { problem: 'This is not a baseline: it has no "aiplan-baseline".' };
  if (version !== VERSION)
    return { problem: `This baseline is of version ${version}, and this aiplan reads version ${VERSION} only.` };
  const { plans, names } = content;
  if (!isRecord(plans)) return { problem: 'Its "plans" are missing.' };
  const known = new Map<string, KnownPlan>();
  for (const [plan, entries] of Object.entries(plans)) {
    if (!Array.isArray(entries)) return { problem: `What it knows of ${plan} is no list.` };
    const read = entries.map(readEntry);
    const bad = read.indexOf(undefined);
    if (bad >= 0) return { problem: `Number ${bad + 1} of what it knows of ${plan} cannot be read.` };
    const name = isRecord(names) && Object.hasOwn(names, plan) ? names[plan] : undefined;
    known.set(plan, { ...(typeof name === "string" ? { name } : {}), findings: read as KnownFinding[] });
  }
  return { known };
}

function readEntry(entry: unknown): KnownFinding | undefined {
  if (!isRecord(entry)) return undefined;
  const { rule, at, file, missing, count = 1 } = entry;
  const severity = SEVERITIES.find((one) => one === entry.severity);
  if (typeof rule !== "string" || typeof at !== "string" || severity === undefined) return undefined;
  if (file !== undefined && typeof file !== "string") return undefined;
  if (missing !== undefined && !(Array.isArray(missing) && missing.every((key) => typeof key === "string")))
    return undefined;
  if (typeof count !== "number" || !Number.isSafeInteger(count) || count < 1) return undefined;
  return { rule, at, ...(file === undefined ? {} : { file }), severity, ...(missing ? { missing } : {}), count };
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

/** The text of a baseline: sorted, and a line for each finding, so that a difference of two shows what has changed. */
export function baselineText(known: KnownPlans): string {
  const plans = [...known].filter(([, { findings }]) => findings.length > 0).sort(([a], [b]) => compare(a, b));
  const texts = plans.map(([plan, { findings }]) => {
    const lines = findings.map(entryText).sort(compare);
    return `    ${JSON.stringify(plan)}: [\n${lines.map((line) => `      ${line}`).join(",\n")}\n    ]`;
  });
  const names = plans.flatMap(([plan, { name }]) =>
    name === undefined ? [] : [`    ${JSON.stringify(plan)}: ${JSON.stringify(name)}`],
  );
  const parts = [
    `  "aiplan-baseline": ${VERSION}`,
    `  "plans": ${block(texts)}`,
    ...(names.length > 0 ? [`  "names": ${block(names)}`] : []),
  ];
  return `{\n${parts.join(",\n")}\n}\n`;
}

function block(lines: readonly string[]): string {
  return lines.length === 0 ? "{}" : `{\n${lines.join(",\n")}\n  }`;
}

function entryText({ rule, at, file, severity, missing, count }: KnownFinding): string {
  const parts = { at, rule, file, severity, missing, ...(count > 1 ? { count } : {}) };
  const written = Object.entries(parts).filter(([, value]) => value !== undefined);
  return `{ ${written.map(([name, value]) => `${JSON.stringify(name)}: ${valueText(value)}`).join(", ")} }`;
}

function valueText(value: unknown): string {
  return Array.isArray(value) ? `[${value.map((one) => JSON.stringify(one)).join(", ")}]` : JSON.stringify(value);
}

function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
