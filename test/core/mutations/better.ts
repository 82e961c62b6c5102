/** Quantities that nobody can mind getting better, by section and key, and by how much they then change. */
const BETTER: Readonly<Record<string, number>> = {
  "fallback-modes capacity": 1.25,
  "economics build-cost": 0.8,
  "economics fixed-cost": 0.8,
  "economics cost-per-item": 0.8,
  "economics review-cost-per-item": 0.8,
  "economics value-per-item": 1.25,
  "economics ceiling": 1.25,
  "economics payback": 1.25,
  "systems rate-limit": 1.25,
  "systems latency-p95": 0.8,
  "load-test rate": 1.25,
  "load-test duration": 1.25,
  "data-sources freshness": 0.8,
  "data-sources max-staleness": 1.25,
  "data-sources needed": 0.8,
  "operating-limits max-time": 0.8,
  "monitoring log-retention": 1.25,
  "escalation-paths within": 0.8,
  "human-oversight capacity": 1.25,
  "rollout max-time": 0.8,
};

/** The text of a better value; undefined where this is no quantity of those above. */
export function betterValue(section: string, key: string, text: string): string | undefined {
  const factor = BETTER[`${section} ${key}`];
  const number = /^\d+(?:\.\d+)?/.exec(text)?.[0];
  if (factor === undefined || number === undefined) return undefined;
  return `${Number((Number(number) * factor).toPrecision(6))}${text.slice(number.length)}`;
}
