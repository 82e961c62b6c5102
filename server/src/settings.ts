import { RULE_LEVELS, type RuleLevel } from "@aiplan/core";
import type { Connection } from "vscode-languageserver";
import type { Client } from "./client.ts";

/** The section of the editor's settings that is ours. */
export const SECTION = "aiplan";

const CODE_LENS = ["readiness", "all", "off"] as const;
export type CodeLensSetting = (typeof CODE_LENS)[number];

/** What the author has set in the editor. */
export interface Settings {
  /** How serious each rule's findings are; what is set here comes before the configuration file. */
  readonly rules: ReadonlyMap<string, RuleLevel>;
  /** Plans that are not open are checked too. */
  readonly checkClosedPlans: boolean;
  /** Which lines of words are shown between those of the text. */
  readonly codeLens: CodeLensSetting;
}

/** The editor's settings: asked for where the client answers, otherwise those it has sent. */
export class EditorSettings {
  private readonly asked = new Map<string, Promise<Settings>>();
  private sent = readSettings(undefined);

  constructor(
    private readonly connection: Connection,
    private readonly client: Client,
  ) {}

  /** @param uri the client's URI of a document or folder: settings may differ from folder to folder */
  of(uri: string): Promise<Settings> {
    if (!this.client.configuration) return Promise.resolve(this.sent);
    let settings = this.asked.get(uri);
    if (!settings) {
      settings = this.ask(uri);
      this.asked.set(uri, settings);
    }
    return settings;
  }

  changed(sent: unknown): void {
    this.asked.clear();
    this.sent = readSettings((sent as { [SECTION]?: unknown } | null | undefined)?.[SECTION]);
  }

  forget(uri: string): void {
    this.asked.delete(uri);
  }

  private async ask(uri: string): Promise<Settings> {
    try {
      return readSettings(await this.connection.workspace.getConfiguration({ scopeUri: uri, section: SECTION }));
    } catch (error) {
      this.connection.console.warn(`The settings could not be had: ${error}`);
      return readSettings(undefined);
    }
  }
}

/** Takes what is right of settings that may be anything. */
function readSettings(value: unknown): Settings {
  const { rules, checkClosedPlans, codeLens } = (value ?? {}) as Partial<Record<keyof Settings, unknown>>;
  const entries = typeof rules === "object" && rules !== null ? Object.entries(rules) : [];
  const isLevel = (level: unknown): level is RuleLevel => RULE_LEVELS.some((known) => known === level);
  return {
    rules: new Map(entries.filter((entry): entry is [string, RuleLevel] => isLevel(entry[1]))),
    checkClosedPlans: checkClosedPlans !== false,
    codeLens: CODE_LENS.find((known) => known === codeLens) ?? "all",
  };
}
