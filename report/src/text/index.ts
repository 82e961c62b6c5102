/** How text that may be anything is written where something would obey it. */

export { clipped } from "./clipped.ts";
export { cellCode, cellMessage, markdownCode, markdownMessage, markdownText } from "./markdown-text.ts";
export { mermaidLabel } from "./mermaid-text.ts";
export { relativeUrl } from "./relative-url.ts";
export { visible } from "./visible.ts";
