/** What is to be done, what was found, and the principles. */
export const LISTS = `
.report .next { counter-reset: step; }
.report .next > li { display: grid; grid-template-columns: 1.6rem minmax(0, 1fr) auto; gap: 0 0.75rem; padding: 0.75rem 0; border-top: 1px solid var(--line); counter-increment: step; }
.report .next > li:first-child { border-top: 0; padding-top: 0; }
.report .next > li::before { content: counter(step); color: var(--soft); text-align: end; }
.report .next .gain { white-space: nowrap; text-align: end; }
.report .next .gain strong { font-size: 1.3em; }
.report .where { display: flex; flex-wrap: wrap; gap: 0 1rem; margin-top: 0.15rem; }
.report .findings { list-style: decimal; padding-inline-start: 2rem; }
.report .findings > li { padding: 0.35rem 0; }
.report .findings > li::marker { color: var(--soft); }
.report .more > summary { padding: 0.35rem 0; color: var(--link); }

.report .principle { border-top: 1px solid var(--line); }
.report .principle:first-child { border-top: 0; }
.report .principle > summary { display: grid; grid-template-columns: 1.6rem minmax(0, 1fr) auto 8rem; gap: 0 0.9rem; align-items: baseline; padding: 0.5rem 0; list-style: none; }
.report .principle > summary::-webkit-details-marker { display: none; }
.report .principle > summary:hover { background: var(--wash); }
.report .principle :is(.number, .tally) { color: var(--soft); text-align: end; }
.report .principle .tally { font-size: 0.875em; }
.report .principle .status { white-space: nowrap; }
.report .principle .body { padding: 0 0 1rem 2.5rem; }
.report .principle .body > * + * { margin-top: 0.5rem; }
.report .method p { max-width: 50rem; margin-bottom: 0.6rem; }
.report .aside { border-inline-start: 3px solid var(--line); padding-inline-start: 0.9rem; }

@media (max-width: 44rem) {
  .report .principle > summary { grid-template-columns: 1.6rem minmax(0, 1fr) auto; }
  .report .principle .tally { grid-column: 2; text-align: start; order: 4; }
  .report .principle .body { padding-inline-start: 0; }
}
@media (max-width: 26rem) {
  .report .next > li { grid-template-columns: 1.2rem minmax(0, 1fr); }
  .report .next .gain { grid-column: 2; text-align: start; }
}
`;
