/** The pictures, and the tables behind them. */
export const PICTURES = `
.report .table { margin-top: 1.25rem; }
.report .table > summary { color: var(--link); font-size: 0.875em; }
.report .scroll { overflow-x: auto; }
.report table { border-collapse: collapse; width: 100%; font-size: 0.9em; overflow-wrap: normal; }
.report caption { text-align: start; color: var(--soft); padding: 0.5rem 0; }
.report :is(th, td) { text-align: start; vertical-align: top; padding: 0.4rem 0.9rem 0.4rem 0; border-bottom: 1px solid var(--line); font-weight: 400; min-width: 5rem; max-width: 24rem; overflow-wrap: break-word; }
.report thead th { font-weight: 650; vertical-align: bottom; }
.report .number:is(th, td) { text-align: end; white-space: nowrap; }
.report .absent { margin-top: 2.5rem; color: var(--soft); }
.report :is(.bar, .track) { display: block; width: 100%; }
.report .bar .track { fill: var(--line); }
.report .bar .amount { fill: var(--series-1); }
.report .measure { display: flex; flex-wrap: wrap; justify-content: space-between; gap: 0 0.75rem; font-size: 0.9em; }

.timeline :is(li, .axis) { display: grid; grid-template-columns: 6.5rem minmax(0, 17rem) minmax(10rem, 1fr); gap: 0 0.75rem; }
.timeline .axis .track { grid-column: 3; }
.timeline .axis text { fill: var(--soft); font-size: 12px; }
.timeline li { border-top: 1px solid var(--line); }
.report .timeline li p { padding: 0.3rem 0; line-height: 1.35; }
.timeline .kind { margin-inline-start: 0.5em; white-space: nowrap; }
.timeline .kind .icon { width: 11px; height: 11px; vertical-align: -0.05em; }
.timeline li .track { height: 100%; min-height: 24px; overflow: visible; }
.timeline .tick { stroke: var(--line); }
.timeline .today { stroke: var(--ink); stroke-dasharray: 4 3; }
.timeline .event { color: var(--series-1); }
.timeline .lasts { fill: var(--series-1); opacity: 0.35; }
.timeline :is(.event-gap, .event-until) .event { color: var(--series-2); }
.timeline .event-milestone .event { color: var(--ink); }
.timeline .event-milestone .what > :first-child { font-weight: 650; }

.ladder .rung { display: grid; grid-template-columns: repeat(3, minmax(0, 1fr)); gap: 0.25rem 1.5rem; padding: 0.6rem 0; }
.ladder .gate { display: flex; gap: 0.75rem; border-block: 1px solid var(--line); padding: 0.35rem 0.6rem; font-size: 0.9em; background: var(--wash); }
.ladder .gate > strong { white-space: nowrap; }
.ladder .gate ul { flex: 1; }
.ladder .mirror .amount { fill: none; stroke: var(--series-1); stroke-width: 2; }
.ladder .review .amount { fill: var(--series-2); }

.loads li { display: grid; grid-template-columns: minmax(0, 1fr) auto; gap: 0.1rem 1.5rem; padding: 0.5rem 0; }
.loads .bar { grid-column: 1 / -1; }
.loads .kind { margin-inline-start: 0.4em; }
.loads .limit { stroke: var(--ink); stroke-width: 2; }
.loads .over .amount { fill: var(--bad); }
.loads .over .measure strong { color: var(--bad); }

.multiples { display: grid; grid-template-columns: repeat(auto-fill, minmax(min(100%, 17.5rem), 1fr)); gap: 1.5rem 2rem; }
.report .chart { display: block; max-width: 100%; height: auto; }
.only-narrow { display: none; }
.axis-title.end { text-align: end; max-width: 680px; }
.report .legend { display: flex; flex-wrap: wrap; gap: 0.25rem 1.5rem; margin: 0.75rem 0; font-size: 0.9em; }
.report .legend .mark { vertical-align: -0.05em; margin-inline-end: 0.5em; }
.report .readings li { padding: 0.2rem 0; }

.escalation .lane { border-top: 1px solid var(--line); padding: 0.75rem 0; }
.escalation .lane:first-child { border-top: 0; padding-top: 0; }
.escalation .flow { display: grid; grid-template-columns: repeat(2, minmax(0, 1fr)); gap: 0.5rem 2rem; margin-top: 0.4rem; }
.escalation .alarms li { padding: 0.2rem 0; }
.escalation .chain li { display: grid; grid-template-columns: 7rem minmax(0, 1fr); gap: 0.75rem; position: relative; padding: 0.2rem 0 0.5rem 1.4rem; }
.escalation .chain li::before { content: ""; position: absolute; left: 0; top: 0.55rem; width: 9px; height: 9px; border-radius: 50%; background: var(--series-1); }
.escalation .chain li:not(:last-child)::after { content: ""; position: absolute; left: 4px; top: 0.9rem; bottom: -0.5rem; border-left: 1px solid var(--series-1); }
.escalation .after { font-weight: 650; }

.matrix li + li { margin-top: 0.35rem; }
.matrix .none { color: var(--soft); }

@media (max-width: 44rem) {
  .timeline :is(li, .axis) { grid-template-columns: 6.5rem minmax(0, 1fr); }
  .timeline .axis { position: sticky; top: 0; background: var(--paper); z-index: 1; }
  .timeline :is(.axis, li) .track { grid-column: 1 / -1; height: 24px; }
  .ladder .rung, .escalation .flow { grid-template-columns: minmax(0, 1fr); }
  .loads li, .escalation .chain li { grid-template-columns: minmax(0, 1fr); gap: 0; }
  .only-wide { display: none; }
  .only-narrow { display: block; }
  .axis-title.end { max-width: 320px; }
}
`;
