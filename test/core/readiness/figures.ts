import assert from "node:assert/strict";
import { language, type Readiness, readinessOf } from "@aiplan/core";
import { type Files, load } from "../../harness/check.ts";

export type Options = Parameters<typeof load>[2];

/** Where a plan stands that is to be judged. */
export async function readiness(files: Files, name: string, options: Options = {}): Promise<Readiness> {
  const found = await ifJudged(files, name, options);
  assert.ok(found, `${name} is not judged`);
  return found;
}

/** The same, of a file that may be refused. */
export async function ifJudged(files: Files, name: string, options: Options = {}): Promise<Readiness | undefined> {
  return readinessOf(await load(files, name, options));
}

/** How much of the principles is met that are due: finer than the score. */
export function sumOfShares({ principles, stage }: Readiness): number {
  return principles
    .filter(({ dueFrom }) => language.isDueBy(dueFrom, stage))
    .reduce((sum, { share }) => sum + share, 0);
}

/** Fails where a plan stands better than before, and says on which principle. */
export function expectNoBetter(now: Readiness, before: Readiness, what: string): void {
  if (now.stage !== before.stage) return;
  const isBetter = now.score > before.score || sumOfShares(now) > sumOfShares(before) + 1e-9;
  assert.ok(!isBetter, `${what}: ${difference(before, now)}`);
}

export function expectNoWorse(now: Readiness, before: Readiness, what: string): void {
  if (now.stage !== before.stage) return;
  const isWorse = now.score < before.score || sumOfShares(now) < sumOfShares(before) - 1e-9;
  assert.ok(!isWorse, `${what}: ${difference(before, now)}`);
}

function difference(before: Readiness, now: Readiness): string {
  const lines = now.principles.flatMap((one, index) => {
    const was = before.principles[index];
    if (!was || Math.abs(was.share - one.share) < 1e-9) return [];
    return [`${one.principle.id} ${was.share.toFixed(3)} → ${one.share.toFixed(3)}\n  ${said(was)}\n  ${said(one)}`];
  });
  return [`${before.score} → ${now.score}`, ...lines].join("\n");
}

function said({ findings, unjudged }: Readiness["principles"][number]): string {
  const silent = unjudged.map(({ rule, lacks }) => `${rule} for want of ${lacks}`);
  return [...findings.map(({ rule }) => rule), ...silent].join(", ") || "nothing";
}
