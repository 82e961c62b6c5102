const LIGHT = `
  --paper: #fff; --ink: #1b1e22; --soft: #545b63; --line: #d3d8de; --wash: #f3f5f7; --link: #0a56a8;
  --good: #17692f; --fair: #825000; --bad: #b01f17; --idle: #545b63;
  --series-1: #1d5fa9; --series-2: #9c4a00;`;

const DARK = `
  --paper: #16191d; --ink: #e5e8eb; --soft: #a7aeb6; --line: #3b4148; --wash: #20242a; --link: #8bb9f5;
  --good: #68c686; --fair: #e2ab4b; --bad: #ff948a; --idle: #a7aeb6;
  --series-1: #7fb2ee; --series-2: #f2a663;`;

/** In VS Code what is shared with the editor looks as there; colours that mean something stay ours, and readable. */
const IN_EDITOR = `
  --paper: var(--vscode-editor-background); --ink: var(--vscode-editor-foreground);
  --link: var(--vscode-textLink-foreground); --wash: color-mix(in srgb, var(--ink) 6%, var(--paper));
  --line: color-mix(in srgb, var(--ink) 22%, var(--paper));
  font-family: var(--vscode-font-family); font-size: 14px;`;

/** Colours are variables, so that texts, pictures and charts follow light and dark together. On paper it is light. */
export const THEME = `
:root { color-scheme: light dark; }
body {${LIGHT}
  margin: 0; background: var(--paper); color: var(--ink);
  font: 16px/1.5 system-ui, -apple-system, "Segoe UI", Roboto, "Helvetica Neue", Arial, sans-serif;
  font-variant-numeric: tabular-nums; -webkit-text-size-adjust: 100%;
}
@media screen and (prefers-color-scheme: dark) { body {${DARK}
} }
body.vscode-light, body.vscode-high-contrast-light {${LIGHT}${IN_EDITOR}
}
body.vscode-dark, body.vscode-high-contrast:not(.vscode-high-contrast-light) {${DARK}${IN_EDITOR}
}
`;
