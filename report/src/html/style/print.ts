/** On paper: light, nothing cut in two, all findings unfolded, and no links that cannot be followed. */
export const PRINT = `
@page { margin: 14mm 15mm; }
@media print {
  body { font-size: 9.5pt; line-height: 1.4; }
  .report main > section { margin-top: 1.5rem; padding-top: 0.9rem; }
  .report { max-width: none; padding: 0; }
  .portfolio { font-size: 8.5pt; }
  .portfolio .bar { height: 4px; }
  .portfolio .gaps { grid-template-columns: repeat(2, minmax(0, 1fr)); }
  .portfolio main > section { margin-top: 1rem; padding-top: 0.75rem; }
  .report :is(nav, .table:not([open]), .more > summary, .read-more), .headline .score .small { display: none; }
  .report :is(h1, h2, h3, summary, .lead, caption) { break-after: avoid; }
  .report :is(li, tr, .lane, .headline, .gate, .rung, .aside) { break-inside: avoid; }
  .report details:not(.met)::details-content { content-visibility: visible; display: block; }
  .report .picture, .report .method { break-inside: avoid; }
  .timeline :is(li, .axis) { grid-template-columns: 5rem 15rem minmax(0, 1fr); }
  .report .scroll { overflow: visible; }
  .report .scroll :is(th, td) { min-width: 0; white-space: normal; overflow-wrap: anywhere; }
  .report a { color: inherit; text-decoration: none; }
  .report .multiples { grid-template-columns: repeat(2, minmax(0, 1fr)); }
  .report :is(.stages li, .gate, .chain li) { print-color-adjust: exact; -webkit-print-color-adjust: exact; }
}
`;
