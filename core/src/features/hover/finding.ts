import type { Rule } from "../../rules/rule.ts";
import { Page } from "./page.ts";

/** A reason this long is told whole; a longer one up to the sentence that passes this; in UTF-16 units. */
const SHORT = 280;

/** What a rule asks, and in short why. */
export function rulePage({ id, summary, why }: Rule): Page {
  return new Page().text(`**\`${id}\`**: ${summary}`).text(inShort(why));
}

function inShort(why: string): string {
  const first = why.trim().split(/\n\s*\n/)[0] ?? "";
  if (first.length <= SHORT) return first;
  const end = first.slice(SHORT).search(/[.?!](?=\s|$)/);
  return end < 0 ? first : first.slice(0, SHORT + end + 1);
}
