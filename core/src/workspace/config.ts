import { isMap, isScalar, isSeq, parseDocument, type YAMLMap, type YAMLParseError, type YAMLSeq } from "yaml";
import { DataSource } from "../language/index.ts";
import { isProfile, PROFILES, type ProfileId } from "../language/profiles.ts";
import { type PlanDate, readDate } from "../quantity/index.ts";
import { explain } from "../syntax/traps.ts";
import { didYouMean } from "./did-you-mean.ts";

export const CONFIG_FILE = "aiplan.config.yaml";

/** What a rule may be set to. */
export const RULE_LEVELS = ["off", "hint", "info", "warning", "error"] as const;
export type RuleLevel = (typeof RULE_LEVELS)[number];

/** An environment as the language names it. */
export type Environment = keyof typeof DataSource.keys.environment.type.choices;
const ENVIRONMENTS = Object.keys(DataSource.keys.environment.type.choices) as Environment[];

/** The settings of a workspace, from `aiplan.config.yaml` and the editor's own. */
export interface Config {
  readonly rules: ReadonlyMap<string, RuleLevel>;
  /** Globs, relative to the configuration file, of plans that are left alone. */
  readonly ignore: readonly string[];
  /** What else the environments are called in linked files: `production: [prod, live]`. In lower case. */
  readonly environments: ReadonlyMap<Environment, readonly string[]>;
  /** The sets of rules that are on for every plan, besides those that a plan names itself. */
  readonly profiles: ReadonlySet<ProfileId>;
  readonly asOf?: PlanDate;
  /** Only these rules are reported, and they are on even where they would be off. */
  readonly only?: ReadonlySet<string>;
  readonly problems: readonly ConfigProblem[];
  /** The file it was read from, if any. */
  readonly uri?: string;
}

/** What comes before the configuration file: settings of an editor, or flags of the command line. */
export interface Overrides {
  readonly levels?: ReadonlyMap<string, RuleLevel>;
  /** See {@link Config.only}. */
  readonly only?: readonly string[];
  /** Switched on besides those that the configuration names. */
  readonly profiles?: readonly ProfileId[];
  readonly asOf?: PlanDate;
}

/** Something in the configuration that could not be used; offsets into its text. */
export interface ConfigProblem {
  readonly start: number;
  readonly end: number;
  readonly message: string;
}

export const DEFAULT_CONFIG: Config = {
  rules: new Map(),
  ignore: [],
  environments: new Map(),
  profiles: new Set(),
  problems: [],
};

/** A configuration with what comes before it. */
export function overriding(config: Config, { levels, only, profiles, asOf }: Overrides): Config {
  return {
    ...config,
    ...(levels ? { rules: new Map([...config.rules, ...levels]) } : {}),
    ...(only ? { only: new Set(only) } : {}),
    ...(profiles ? { profiles: new Set([...config.profiles, ...profiles]) } : {}),
    ...(asOf ? { asOf } : {}),
  };
}

/** Keys that later versions read; they are let pass. */
const OTHER_KEYS = new Set(["time-zone", "business-hours"]);

/** What the YAML reader stumbled over, for people. */
function wordsFor({ code, message, pos: [start, end] }: YAMLParseError, text: string): string {
  if (code !== "DUPLICATE_KEY") return explain({ code, message, start, end }, text).message;
  const name = /^[^\s:]*/.exec(text.slice(start, start + 100))?.[0];
  return `\`${name}\` is here a second time. Keep one of the two.`;
}

/** Reads `aiplan.config.yaml`; never throws. What cannot be used is left out and reported. */
export function readConfig(uri: string, text: string, knownRules: ReadonlySet<string>): Config {
  const problems: ConfigProblem[] = [];
  const rules = new Map<string, RuleLevel>();
  const ignore: string[] = [];
  let profiles: Config["profiles"] = DEFAULT_CONFIG.profiles;
  let environments: Config["environments"] = DEFAULT_CONFIG.environments;
  let asOf: PlanDate | undefined;
  const say = (node: unknown, message: string) => {
    const range = (node as { range?: [number, number, number] } | null)?.range ?? [0, 0, 0];
    problems.push({ start: range[0], end: range[1], message });
  };
  const document = parseDocument(text, { schema: "failsafe", logLevel: "silent", prettyErrors: false });
  for (const error of document.errors)
    problems.push({ start: error.pos[0], end: error.pos[1], message: wordsFor(error, text) });
  const root = document.contents;
  if (root !== null && !isMap(root)) say(root, "The configuration is a map: `rules:`, `ignore:`, `as-of:` …");
  for (const { key, value } of isMap(root) ? root.items : []) {
    const name = isScalar(key) ? String(key.value) : "";
    if (name === "rules" && isMap(value)) {
      for (const rule of value.items) {
        const id = isScalar(rule.key) ? String(rule.key.value) : "";
        const level = isScalar(rule.value) ? String(rule.value.value) : "";
        if (!knownRules.has(id)) say(rule.key, noSuchRule(id, knownRules));
        else if (RULE_LEVELS.some((known) => known === level)) rules.set(id, level as RuleLevel);
        else say(rule.value ?? rule.key, `A rule is set to one of ${RULE_LEVELS.join(", ")}, not \`${level}\`.`);
      }
    } else if (name === "ignore" && isSeq(value)) {
      for (const item of value.items) if (isScalar(item)) ignore.push(String(item.value));
    } else if (name === "environments" && isMap(value)) {
      environments = readEnvironments(value, say);
    } else if (name === "profiles" && isSeq(value)) {
      profiles = readProfiles(value, say);
    } else if (name === "as-of" && isScalar(value)) {
      asOf = readDate(String(value.value)).date;
      if (!asOf) say(value, "`as-of` is a date such as 2026-07-06.");
    } else if (!OTHER_KEYS.has(name) && !name.startsWith("x-")) {
      say(key, `\`${name}\` is not a setting, or does not have the form it should have.`);
    }
  }
  return { rules, ignore, environments, profiles, problems, uri, ...(asOf ? { asOf } : {}) };
}

/** Says that no rule has this id, and which one was probably meant. */
export function noSuchRule(id: string, known: Iterable<string>): string {
  const meant = didYouMean(id, [...known]);
  return `There is no rule \`${id}\`.${meant ? ` Did you mean \`${meant}\`?` : ""}`;
}

/** The sets of rules that there are, of those that are listed. */
function readProfiles(list: YAMLSeq, say: (node: unknown, message: string) => void): Config["profiles"] {
  const profiles = new Set<ProfileId>();
  for (const item of list.items) {
    const id = isScalar(item) ? String(item.value) : "";
    if (isProfile(id)) profiles.add(id);
    else say(item, noSuchProfile(id));
  }
  return profiles;
}

/** Says that there is no such set of rules, and which one was probably meant. */
export function noSuchProfile(id: string): string {
  const meant = didYouMean(id, Object.keys(PROFILES));
  const advice = meant ? `Did you mean \`${meant}\`?` : `A profile is one of ${Object.keys(PROFILES).join(", ")}.`;
  return `There is no profile \`${id}\`. ${advice}`;
}

/** The other names of each environment: a list of words, or one word alone. */
function readEnvironments(map: YAMLMap, say: (node: unknown, message: string) => void): Config["environments"] {
  const environments = new Map<Environment, string[]>();
  for (const { key, value } of map.items) {
    const written = isScalar(key) ? String(key.value) : "";
    const environment = ENVIRONMENTS.find((known) => known === written);
    const names = isSeq(value) ? value.items : [value];
    if (!environment) say(key, `There is no environment \`${written}\`, only ${ENVIRONMENTS.join(", ")}.`);
    else if (!names.every(isScalar)) say(value, `List the other names of \`${written}\`: \`[prod, live]\`.`);
    else
      environments.set(
        environment,
        names.map((name) => String(name.value).trim().toLowerCase()).filter((name) => name !== ""),
      );
  }
  return environments;
}
