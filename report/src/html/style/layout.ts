/** The frame of the report: its texts and its headline. */
export const LAYOUT = `
.report, .report * { box-sizing: border-box; }
.report { max-width: 60rem; margin: 0 auto; padding: 2.5rem 1.5rem 4rem; overflow-wrap: anywhere; }
.report :is(h1, h2, h3, p, ol, ul, dl, dd) { margin: 0; padding: 0; }
.report :is(ol, ul) { list-style: none; }
.report :is(li, p, dd, td, th, span, strong, code, button, h1, h3, summary) { unicode-bidi: isolate; }
.report h1 { font-size: 1.9em; line-height: 1.2; font-weight: 650; text-wrap: balance; }
.report h2 { font-size: 1.3em; line-height: 1.3; font-weight: 650; }
.report h3 { font-size: 1em; font-weight: 650; }
.report main > section { border-top: 1px solid var(--line); margin-top: 2.5rem; padding-top: 1.25rem; }
.report main > section > h2 { margin-bottom: 0.75rem; }
.report :is(a, button.place) { color: var(--link); text-underline-offset: 0.15em; }
.report :is(a, button, summary, .scroll):focus-visible { outline: 2px solid var(--link); outline-offset: 2px; }
.report button.place { font: inherit; background: none; border: 0; padding: 0; text-align: start; text-decoration: underline; cursor: pointer; overflow-wrap: anywhere; }
.report button.apply { font: inherit; color: var(--paper); background: var(--link); border: 1px solid var(--link); border-radius: 3px; padding: 0 0.7em; cursor: pointer; }
.report button.apply:hover { text-decoration: underline; }
.report :is(code, .where .place, span.place) { font-family: ui-monospace, "Cascadia Code", Consolas, Menlo, monospace; font-size: 0.9em; }
.report code a { text-decoration: none; }
.report :is(.small, .kind, .where, .lead) { color: var(--soft); }
.report :is(.small, .where, .kind) { font-size: 0.875em; font-weight: 400; }
.report .lead { margin-bottom: 1.25rem; max-width: 50rem; text-wrap: pretty; }
.report .icon { vertical-align: -0.15em; margin-inline-end: 0.45em; flex: none; }
.report .tag { border: 1px solid currentColor; border-radius: 3px; padding: 0 0.4em; font-size: 0.8em; white-space: nowrap; }
.report summary { cursor: pointer; }
.report :is(.status-met, .ready) { color: var(--good); }
.report :is(.status-partly, .severity-warning) { color: var(--fair); }
.report :is(.status-missing, .severity-error, .not-ready, strong.over, .blocks) { color: var(--bad); }
.report :is(.status-not-yet-due, .severity-hint) { color: var(--idle); }
.report .severity-info { color: var(--link); }
.report footer { margin-top: 2.5rem; }

.headline .kicker { color: var(--soft); font-size: 0.875em; }
.headline .facts { display: flex; flex-wrap: wrap; gap: 0.1rem 1.5rem; margin-top: 0.6rem; }
.headline .facts div { display: flex; gap: 0.4em; }
.headline .facts dt { flex: none; color: var(--soft); }
.headline .standing { display: grid; grid-template-columns: minmax(0, 1fr) 11rem; gap: 1.5rem 3rem; margin-top: 1.75rem; }
.headline .verdict { font-size: 1.3em; font-weight: 650; }
.report .stages { display: grid; grid-template-columns: repeat(4, minmax(0, 1fr)); gap: 0.4rem; margin: 0.75rem 0; }
.stages li { border-top: 5px solid var(--line); padding-top: 0.3rem; line-height: 1.35; }
.stages .earned { border-color: var(--good); }
.stages .unearned { border-top-style: dashed; border-color: var(--bad); }
.stages span { display: block; color: var(--soft); font-size: 0.875em; }
.score p:first-child { white-space: nowrap; }
.score strong { font-size: 2.6em; line-height: 1.1; font-weight: 650; }
.score .bar { margin: 0.25rem 0 0.4rem; }
.counts { display: flex; flex-wrap: wrap; gap: 0.25rem 1.5rem; margin-top: 1.25rem; }
.counts ul { display: flex; flex-wrap: wrap; gap: 0.25rem 1.5rem; }
.report nav { margin-top: 1.75rem; font-size: 0.875em; }
.report nav ul { display: flex; flex-wrap: wrap; gap: 0.25rem 1.1rem; }

@media (max-width: 44rem) {
  .report { padding: 1.25rem 1rem 3rem; }
  .headline .standing { grid-template-columns: minmax(0, 1fr); }
}
@media (max-width: 26rem) {
  .report .stages { grid-template-columns: repeat(2, minmax(0, 1fr)); }
}
`;
