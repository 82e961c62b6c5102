import { existsSync } from "node:fs";

/** The pages of rules beside the bundle; they are not beside the sources. */
const PAGES = new URL("./docs/rules/", import.meta.url);

/**
 * A rule's id as a link to its page that came with the command, for terminals that show links by OSC 8:
 * https://gist.github.com/egmontkob/eb114294efbcd5adb1944c9f3cb5feda
 *
 * @param shown the id, in its colours
 */
export function ruleLink(rule: string, shown: string): string {
  const page = new URL(`${encodeURIComponent(rule)}.md`, PAGES);
  return existsSync(page) ? `\u001b]8;;${page.href}\u0007${shown}\u001b]8;;\u0007` : shown;
}
