/** A row of docs/features.md. What it promises is held against the server and the extension's manifest by tests. */
export interface Feature {
  readonly name: string;
  /** One plain sentence, for somebody who is no programmer. */
  readonly does: string;
  /** The messages of the Language Server Protocol that it stands for. None: it is the VS Code extension's own. */
  readonly messages?: readonly string[];
  /**
   * Where the server's answer to `initialize` offers it, as `renameProvider.prepareProvider`; of lists of kinds and
   * commands, `codeActionProvider.codeActionKinds:quickfix`.
   */
  readonly offered?: readonly string[];
  /** What the client has to announce before it is offered; what needs nothing is offered to every client. */
  readonly needs?: string;
  /** The methods that the server registers for, with clients that take registrations. */
  readonly registered?: readonly string[];
  /** What the extension's manifest contributes, as `commands:aiplan.newPlan`. */
  readonly contributed?: readonly string[];
  /** Fixtures and tests that show it, as paths from the repository. */
  readonly shownBy: readonly [string, ...string[]];
}

/** A heading of docs/features.md, with its rows. */
export interface FeatureGroup {
  readonly title: string;
  readonly features: readonly Feature[];
}
