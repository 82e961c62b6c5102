/** What the process says to whoever started it. */
export const EXIT = {
  /** Nothing at or above the fail level. */
  clean: 0,
  /** There are findings at or above the fail level. */
  findings: 1,
  /** The command was not understood, something could not be read, or a rule failed: the check is not complete. */
  unusable: 2,
  /** Somebody has stopped it: 128 + SIGINT, as shells say it. */
  stopped: 130,
  /** Nobody reads the output any more: 128 + SIGPIPE, as Unix tools end, so that no gate takes it for a pass. */
  closedPipe: 141,
} as const;
