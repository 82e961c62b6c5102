import { createSupportsHyperlinks } from "supports-hyperlinks";
import { EXIT } from "./exit-code.ts";
import { visible } from "./format/display-width.ts";
import { withoutCommands } from "./format/without-commands.ts";

/** Lines of reports are no longer than this where the width of the terminal is not known, as in CI. */
export const USUAL_WIDTH = 100;

const ERASE_LINE = "\r\u001b[K";

/** What the commands see of the process they run in. */
export interface Terminal {
  /** Absolute. */
  readonly cwd: string;
  readonly stdin: AsyncIterable<Buffer>;
  readonly colours: boolean;
  /** It shows links. */
  readonly links?: boolean;
  /** Is a person there, who can be asked? */
  readonly isInteractive?: boolean;
  /** In columns. */
  readonly width: number;
  /** Aborts when somebody asks the command to stop (SIGINT), from the first call on. Asked again, the process ends at once. */
  interruption(): AbortSignal;
  /** Shows a line that the next output replaces, where standard error is a terminal that somebody looks at. */
  status(line: string): void;
  /** Writes to standard output, at the pace of its reader. */
  write(text: string): Promise<void>;
  /** Writes one line to standard error. */
  say(line: string): void;
}

/** The process itself. Ends it quietly when nobody reads its output any more. */
export function processTerminal(): Terminal {
  const { stdout, stderr, stdin, env } = process;
  stdout.on("error", (error: NodeJS.ErrnoException) => {
    if (error.code === "EPIPE") process.exit(EXIT.closedPipe);
    throw error;
  });
  // With nobody to tell, the exit code says it alone.
  stderr.on("error", () => {});
  const showsStatus = stderr.isTTY === true && env.TERM !== "dumb" && !env.CI;
  let hasStatus = false;
  const withoutStatus = () => {
    if (hasStatus) stderr.write(ERASE_LINE);
    hasStatus = false;
  };
  return {
    cwd: process.cwd(),
    stdin,
    colours: wantsColours(env, stdout.isTTY === true),
    links: wantsLinks(env, stdout),
    isInteractive: stdin.isTTY === true && stdout.isTTY === true && env.TERM !== "dumb",
    width: Math.min(Math.max(stdout.columns || USUAL_WIDTH, 40), 140),
    interruption,
    status: (line) => {
      withoutStatus();
      hasStatus = showsStatus && line !== "";
      if (hasStatus) stderr.write(visible(line).slice(0, (stderr.columns || USUAL_WIDTH) - 1));
    },
    write: (text) => {
      if (text === "") return Promise.resolve();
      withoutStatus();
      return new Promise((done) => stdout.write(text, () => done()));
    },
    say: (line) => {
      withoutStatus();
      stderr.write(`${withoutCommands(visible(line))}\n`);
    },
  };
}

let listening: AbortSignal | undefined;

/** A command that does not ask for it ends by itself. */
function interruption(): AbortSignal {
  if (listening) return listening;
  const controller = new AbortController();
  process.once("SIGINT", () => controller.abort());
  listening = controller.signal;
  return listening;
}

/** Colours on a terminal only; https://no-color.org and FORCE_COLOR have the last word, in this order. */
function wantsColours(env: NodeJS.ProcessEnv, isTerminal: boolean): boolean {
  if (env.NO_COLOR) return false;
  const forced = env.FORCE_COLOR;
  if (forced !== undefined) return forced !== "0" && forced !== "false";
  return isTerminal && env.TERM !== "dumb";
}

/** Links on terminals that are known to show them, but not in the logs of CI servers; FORCE_HYPERLINK has the last word. */
function wantsLinks(env: NodeJS.ProcessEnv, stdout: NodeJS.WriteStream): boolean {
  return (stdout.isTTY === true || env.FORCE_HYPERLINK !== undefined) && createSupportsHyperlinks(stdout);
}
