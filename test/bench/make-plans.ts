/** Makes the plans that are measured: the same seed gives the same text, on every machine. */

const ROLES = ["product-owner", "data-steward", "ml-engineer", "on-call-engineer", "service-manager", "risk-manager"];
const WORDS =
  "team reviewer case queue answer draft customer approval sample audit record refund policy handover response before during within outside agreed measured reported".split(
    " ",
  );

/** A small seeded generator of numbers from 0 up to, not including, 1 (mulberry32). */
function randomFrom(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}

/**
 * The text of a plan at the stage of a pilot: maps and lists on lines and in brackets, comments, quoted sentences and
 * blocks of text, in about the measure in which the examples have them.
 *
 * @param lines how long it should be, about
 * @param slips how many mistakes are to be in it: a wrong choice, a name that nothing defines, an unknown key
 */
export function makePlan({ lines, seed, slips = 0 }: { lines: number; seed: number; slips?: number }): string {
  let size = 1;
  while (planLines(size + 1, seed).length <= lines) size++;
  const text = planLines(size, seed).join("\n") + "\n";
  const changes: [RegExp, string][] = [
    [/environment: production/, "environment: prodution"],
    [/escalate: outage/, "escalate: outtage"],
    [/max-staleness:/, "max-stalenes:"],
  ];
  return changes.slice(0, slips).reduce((changed, [from, to]) => changed.replace(from, to), text);
}

function planLines(size: number, seed: number): string[] {
  const next = randomFrom(seed);
  const pick = <Item>(from: readonly Item[]): Item => from[Math.floor(next() * from.length)]!;
  const int = (low: number, high: number) => low + Math.floor(next() * (high - low + 1));
  const words = (count: number) => {
    const text = Array.from({ length: count }, () => pick(WORDS)).join(" ");
    return text[0]!.toUpperCase() + text.slice(1);
  };
  const each = (count: number, of: (number: number) => string[]) =>
    Array.from({ length: Math.max(1, Math.round(count)) }, (_, index) => of(index + 1)).flat();
  const systems = Math.max(1, Math.round(size * 0.5));
  return [
    "# A plan that was made to be measured.",
    "aiplan: 1",
    `name: plan-${seed}`,
    `title: "${words(5)}: ${words(3)}"`,
    "stage: pilot                       # as claimed",
    "owner: product-owner",
    "risk-tier: limited",
    "",
    "outcome:",
    "  statement: >-",
    `    ${words(9)}.`,
    `    ${words(7)}.`,
    "  kpi: handling-time",
    "  agreed: 2026-01-30",
    "",
    "milestones:",
    "  technology-selected: 2026-02-20",
    "  build-start: 2026-03-02",
    "  pilot-start: 2026-05-04",
    "  go-live: 2026-07-06              # month-1 and month-6 are counted from here",
    "",
    "workflow: {current: https://wiki.example.net/today, target: https://wiki.example.net/target, redesign-approved: 2026-02-13,",
    "  fallback: manual-queue}",
    "fallback-modes:",
    `  manual-queue: {how: "${words(6)}", owner: service-manager, capacity: 1000 item/h}`,
    "",
    "# What must become true.",
    "metrics:",
    "  handling-time: {kind: business, unit: h, direction: lower, source: source-1}",
    "  overrides: {kind: oversight, unit: percent, direction: lower, source: source-1}",
    ...each(size, (number) => [
      `  quality-${number}: {kind: quality, unit: percent, direction: higher, source: source-1, label-delay: ${int(1, 4)} d}`,
    ]),
    "  latency: {kind: reliability, unit: s, direction: lower, measures: latency}",
    "success-criteria:",
    "  agreed: 2026-02-06",
    "  approved-by: risk-manager",
    "  targets:",
    "    handling-time: {baseline: 4.2 h, baseline-measured: 2026-01-15, month-1: 3 h, month-6: 1.5 h}",
    ...each(size, (number) => [
      `    quality-${number}:`,
      `      baseline: ${int(60, 75)}%`,
      "      baseline-measured: 2026-01-15",
      `      month-1: ${int(80, 86)}%       # agreed with the ${pick(ROLES)}`,
      `      month-6: ${int(88, 95)}%`,
    ]),
    "",
    "economics: {agreed: 2026-02-06, build-cost: 180000 EUR, fixed-cost: 5200 EUR/mo, cost-per-item: 0.035 EUR/item, review-cost-per-item: 0.01 EUR/item,",
    "  value-per-item: 0.25 EUR/item, ceiling: 22000 EUR/mo, payback: 14 mo}",
    "load: {unit: item, average: 3200 item/d, peak: 900 item/h, month-6: 4000 item/d}",
    "pilot: {population: English cases of two lines, volume: 320 item/d}",
    "load-test: {rate: 1000 item/h, duration: 2 h, date: 2026-06-10, report: https://wiki.example.net/load}",
    "",
    "systems:",
    ...each(systems, (number) => [
      `  system-${number}:`,
      `    owner: ${pick(ROLES)}`,
      "    access: [read, write]",
      `    calls-per-item: ${int(1, 2)}`,
      `    rate-limit: ${int(60, 90)} req/min`,
      `    latency-p95: ${int(200, 400)} ms`,
      "    availability: 99.9%",
      "    timeout: 2 s",
      "    on-failure: manual-queue",
    ]),
    "",
    "data-sources:",
    ...each(size * 0.6, (number) => [
      `  source-${number}:`,
      `    system: system-${int(1, systems)}`,
      "    environment: production        # not an export",
      "    used-for: [evaluation, inference]",
      `    owner: ${pick(ROLES)}`,
      `    freshness: ${int(1, 9)} min`,
      "    max-staleness: 15 min",
      "    lineage: https://data.example.net/lineage",
      "    labels: {field: team, method: system-log, how: Who closed the case, coverage: 97%, agreement: 0.82}",
      "    columns:",
      "      case_id: string",
      `      opened_at: {type: timestamp, format: "yyyy-MM-dd'T'HH:mm"}`,
      "    x-description: |",
      `      ${words(8)}.`,
      `      ${words(6)}.`,
    ]),
    "",
    "operating-limits:",
    "  autonomy: act",
    "  inputs: {required: [subject, body], languages: [en, fr], max-size: 20 kB}",
    "  actions: {allowed: [assign-team], forbidden: [close-case], max-rate: 2000 action/h}",
    "  min-confidence: 0.75",
    "  out-of-bounds: {do: hand-to-human, escalate: outage}",
    `  kill-switch: {how: "${words(5)}", operators: [on-call-engineer], max-time: 5 min, tested: 2026-06-15}`,
    "",
    "monitoring: {designed: 2026-02-27, active-from: pilot-start, log-retention: 12 mo}",
    "triggers:",
    "  late: {metric: handling-time, above: 4.2 h, for: 1 w, severity: sev3, do: notify, escalate: outage}",
    "  slow: {metric: latency, above: 3 s, for: 30 min, severity: sev3, do: notify, escalate: outage}",
    "  overruled: {metric: overrides, above: 12%, for: 1 d, severity: sev3, do: notify, escalate: outage}",
    ...each(size, (number) => [
      ...(next() < 0.3 ? ["  # Tuned after the shadow phase."] : []),
      `  low-${number}: {metric: quality-${number}, below: ${int(70, 78)}%, for: 1 w, severity: sev3, do: step-back, escalate: outage}`,
    ]),
    "reviews:",
    `  quality-review: {triggered-by: [${each(size, (number) => [`low-${number}`]).join(", ")}], chair: service-manager}`,
    "",
    "escalation-paths:",
    "  outage:",
    "    hours: 24x7",
    "    steps:",
    ...each(size * 0.4, () => [
      `      - notify: ${pick(ROLES)}`,
      `        via: ${pick(["pager", "phone", "chat"])}`,
      `        within: ${int(5, 30)} min`,
    ]),
    "      - {notify: product-owner, via: phone, within: 1 h}",
    "",
    "rollout:",
    "  rollback: {to: manual-queue, max-time: 10 min, tested: 2026-06-15, owner: on-call-engineer}",
    "  steps:",
    "    - {id: shadow, traffic: 0%, mirror: 10%, review: 100%, starts: pilot-start, min-duration: 4 w}",
    "    - {id: canary, traffic: 10%, review: 100%, starts: go-live, when: [{metric: quality-1, at-least: 80%, for: 2 w}]}",
    "    - {id: full, traffic: 100%, review: 10%, when: [{metric: quality-1, at-least: 85%, for: 4 w}]}",
    "",
    "human-oversight: {reviewers: service-manager, capacity: 5000 item/d, sampling: random, overrides-logged: true}",
    "decisions: {go-live: {accountable: product-owner, responsible: [service-manager]}}",
    "roles:",
    ...ROLES.map(
      (role, index) => `  ${role}: {contact: ${role}@example.net, deputy: ${ROLES[(index + 1) % ROLES.length]}}`,
    ),
    "",
  ];
}
