import type { Source } from "./principle.ts";

/** The sections of the article that the principles were drawn from, by their headings. */
type ArticleSection =
  | "Introduction"
  | "The Gap Between Testing and Production"
  | "Why Production-Ready Data Is Not the Same as Clean Data"
  | "What the 12% Do Differently"
  | "Agreeing on What Success Looks Like Before You Build"
  | "The Path Forward"
  | "Frequently Asked Questions";

/**
 * Sections of the article "Why 88% of AI Projects Fail Before Production". The figure in its title is not its own, so
 * the research it comes from is named with every mention.
 */
export function article(...sections: readonly ArticleSection[]): Source {
  const names = sections.map((section) => `“${section}”`).join(" and ");
  return {
    title: "Why 88% of AI Projects Fail Before Production",
    reference: `LN Webworks, ${names}; its 88% is IDC and Lenovo research (4 of 33 approved projects went live)`,
  };
}
