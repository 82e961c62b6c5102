import { everyName, everyRule, PROFILES, principles } from "@aiplan/core";
import { DIFF_FORMATS } from "../diff/format/formats.ts";
import { FORMATS } from "../format/formats.ts";
import { REPORT_FORMAT_NAMES } from "../readiness/formats.ts";

const ruleIds = () => everyRule.map(({ id }) => id);

/** What may be written for options that do not list it themselves, by their flag, or by command and flag. */
export const OPTION_VALUES: Readonly<Record<string, () => readonly string[]>> = {
  "check --format": () => Object.keys(FORMATS),
  "diff --format": () => Object.keys(DIFF_FORMATS),
  "report --format": () => REPORT_FORMAT_NAMES,
  "--rule": ruleIds,
  "--profile": () => Object.keys(PROFILES),
  "--principle": () => principles.map(({ id }) => id),
};

/** The same for arguments, by the names of the command and of the argument. All others are paths. */
export const ARGUMENT_VALUES: Readonly<Record<string, () => readonly string[]>> = {
  "explain name": everyName,
};

/** The flags of options whose values are paths. */
export const FILE_VALUES = /<(?:file|folder|path)>/;
