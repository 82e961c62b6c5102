/** Reports as Markdown, which forges render. */

export { portfolioMarkdown } from "./portfolio.ts";
