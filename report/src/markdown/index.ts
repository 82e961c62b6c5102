/** Reports as Markdown, which forges render. */

export { portfolioMarkdown } from "./portfolio.ts";
export { reportMarkdown } from "./report.ts";
