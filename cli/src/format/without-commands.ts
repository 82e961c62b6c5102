/** What the log of a CI server takes for a command wherever it stands: GitHub, Azure DevOps and TeamCity. */
const ANYWHERE = /##(?=\[|vso\[|teamcity\[)/gi;
/** What GitHub takes for a command at the start of a line, white space aside (actions/runner, ActionCommand.cs). */
const AT_START = /^(\s*):(?=:)/;

/**
 * A line of a log in which nothing is a command to the CI server that shows it: a space without width stands between
 * the signs that would begin one.
 */
export function withoutCommands(line: string): string {
  return line.replace(AT_START, "$1:\u200b").replace(ANYWHERE, "#\u200b#");
}
