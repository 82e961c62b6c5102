/** The page of many plans. */
export const PORTFOLIO = `
.portfolio { max-width: 80rem; }
.report.portfolio .headline .lead { margin: 0.4rem 0 0; }
.plans tbody th { font-weight: 650; overflow-wrap: anywhere; }
.plans thead th:nth-child(1) { width: 28%; }
.plans thead th:nth-child(2) { width: 14%; }
.plans thead th:nth-child(3) { width: 20%; }
.plans td { overflow-wrap: anywhere; }
.plans th ul { display: flex; flex-wrap: wrap; gap: 0 1rem; }
.plans :is(.ready, .not-ready, .points) { white-space: nowrap; }
.plans .bar { margin: 0.2rem 0; }
.plans .icon { width: 13px; height: 13px; }
.gaps { display: grid; grid-template-columns: repeat(auto-fit, minmax(min(100%, 22rem), 1fr)); gap: 1.5rem 3rem; }
.gap-list li { display: grid; grid-template-columns: 4.5rem minmax(0, 1fr); padding: 0.3rem 0; }
.gap-list .share { color: var(--soft); }
.gap-list .share strong { color: var(--ink); }
@media screen and (max-width: 64rem) {
  .plans, .plans :is(tbody, tr, th, td) { display: block; max-width: none; }
  .plans thead { display: none; }
  .plans tr { border-bottom: 1px solid var(--line); padding: 0.75rem 0; }
  .plans tr :is(th, td) { border: 0; padding: 0.1rem 0; }
  .plans td { display: grid; grid-template-columns: 7rem minmax(0, 1fr); gap: 0 0.75rem; }
  .plans td::before { content: attr(data-title); color: var(--soft); }
}
`;
