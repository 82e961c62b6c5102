/** How text that may be anything is written where something would obey it. */

export { cellCode, cellMessage, markdownCode, markdownMessage } from "./markdown-text.ts";
export { relativeUrl } from "./relative-url.ts";
export { visible } from "./visible.ts";
