import { html, Markup } from "./markup.ts";
import { STYLE } from "./style/index.ts";

/**
 * A file that needs nothing else: no network, no fonts, no script. It forbids itself to load or run anything, so that even
 * a mistake of ours could not make a plan do so.
 */
export function page(title: string, contents: Markup): string {
  return html`<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'">
<meta name="referrer" content="no-referrer">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark">
<title>${title}</title>
<style>${new Markup(STYLE)}</style>
</head>
<body>
${contents}
</body>
</html>
`.text;
}
