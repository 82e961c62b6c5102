import { language, type Severity } from "@aiplan/core";
import picocolors from "picocolors";
import type { Looks } from "../format/format.ts";
import { wrap } from "../format/wrap.ts";
import type { ListedRule } from "./listed-rule.ts";

const FIX_WORDS = { safe: "fixes", choice: "offers", "fill-in": "stubs", none: "–" } as const;
const FIX_WIDTH = 6;
const LEAST_SUMMARY = 30;

/** The rules as a table for a terminal, by category. */
export function rulesText(rules: readonly ListedRule[], stage: language.Stage | undefined, options: Looks): string {
  if (rules.length === 0) return "No rule fits.\n";
  const paint = picocolors.createColors(options.colours);
  const colours: Readonly<Record<Severity, (text: string) => string>> = {
    error: paint.red,
    warning: paint.yellow,
    info: paint.blue,
    hint: paint.cyan,
  };
  const stages = stage ? [stage] : language.STAGES;
  const weightWidth = stage ? "warning".length : stages.length * 2 - 1;
  const weight = (severity: Severity | null) => {
    const word = stage ? (severity ?? "") : severity === null ? "–" : LETTERS[severity];
    const padding = stage ? " ".repeat(weightWidth - word.length) : "";
    return (severity === null ? paint.dim(word) : colours[severity](word)) + padding;
  };
  const idWidth = Math.max(...rules.map(({ id }) => id.length));
  const before = 2 + idWidth + 2 + weightWidth + 2 + FIX_WIDTH + 2;
  const row = (rule: ListedRule): string => {
    const weights = stages.map((one) => weight(rule.severity[one])).join(" ");
    const fix = FIX_WORDS[rule.fix ?? "none"].padEnd(FIX_WIDTH);
    const start = `  ${paint.cyan(rule.id.padEnd(idWidth))}  ${weights}  ${rule.fix ? fix : paint.dim(fix)}  `;
    const lines = wrap(summaryOf(rule), Math.max(options.width - before, LEAST_SUMMARY));
    return start + lines.join(`\n${" ".repeat(before)}`);
  };
  const categories = [...new Set(rules.map(({ category }) => category))];
  const groups = categories.map((category) => {
    const members = rules.filter((rule) => rule.category === category);
    return `${paint.bold(`${titleOf(category)} (${members.length})`)}\n${members.map(row).join("\n")}\n`;
  });
  const legend = (stage ? [] : [STAGES_LEGEND]).concat(FIX_LEGEND, MORE);
  return `${[...groups, legend.flatMap((text) => wrap(text, options.width)).join("\n")].join("\n")}\n`;
}

const LETTERS: Readonly<Record<Severity, string>> = { error: "E", warning: "W", info: "I", hint: "H" };
const STAGES_LEGEND = `The letters say how much a finding weighs at ${language.STAGES.join(", ")}: E error, W warning, I information, H hint, – nothing.`;
const FIX_LEGEND =
  "fixes: puts some findings right unseen; offers: has repairs to choose from; stubs: inserts what is missing, to be filled in.";
const MORE = "`aiplan explain RULE` says why a rule is there.";

function summaryOf({ summary, profile, default: isOn, comparesVersions }: ListedRule): string {
  if (comparesVersions) return `${summary} (Compares two versions of a plan.)`;
  if (profile !== undefined) return `${summary} (Only with the profile ${profile}.)`;
  return isOn ? summary : `${summary} (Off by default.)`;
}

function titleOf(category: string): string {
  return category === "eu-ai-act"
    ? "EU AI Act"
    : category.charAt(0).toUpperCase() + category.slice(1).replaceAll("-", " ");
}

/** The same as Markdown: one table, to be pasted into a page of a team's own. */
export function rulesMarkdown(rules: readonly ListedRule[]): string {
  const cells = (texts: readonly string[]) => `| ${texts.map((text) => text.replaceAll("|", "\\|")).join(" | ")} |`;
  return [
    cells(["rule", "what it asks", ...language.STAGES, "fix", "principle"]),
    cells(Array(4 + language.STAGES.length).fill("---")),
    ...rules.map((rule) =>
      cells([
        `\`${rule.id}\``,
        summaryOf(rule),
        ...language.STAGES.map((stage) => rule.severity[stage] ?? "–"),
        rule.fix ?? "–",
        `${rule.principle.number}. ${rule.principle.title}`,
      ]),
    ),
    "",
  ].join("\n");
}
