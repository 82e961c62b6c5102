import { formOf } from "../../generate/form.ts";
import { STAGES } from "../../language/index.ts";
import type { Key, ValueType } from "../../language/types.ts";
import { listNames } from "../../rules/messages.ts";
import type { CheckedPlan } from "../../workspace/checked-plan.ts";
import { keyDocs } from "../complete/key-docs.ts";
import { Page } from "./page.ts";

/** What a key is for, what is written for it, and by when. */
export function keyPage(name: string, key: Key, plan: CheckedPlan): Page {
  const form = formOfValue(key.type);
  const page = new Page().text(`**\`${name}\`**${form === "" ? "" : `: ${form}`}`);
  const [doc = "", due = ""] = keyDocs(key).split("\n\n");
  page.text(doc);
  page.list(choiceLines(key.type));
  const keys = keysOf(key.type);
  if (keys.length > 0) page.text(`Its keys: ${listNames(keys)}.`);
  return page.text(dueLine(due, key, plan));
}

/** In a few words; nothing for what is told by its keys. */
export function formOfValue(type: ValueType): string {
  if (type.kind === "object") return "";
  return type.kind === "map" ? `an entry for each ${type.keyName}` : formOf(type);
}

/** A line for each fixed word that may stand for a value of this type. */
export function choiceLines(type: ValueType): string[] {
  return Object.entries(choicesOf(type)).map(([value, meaning]) => `\`${value}\`: ${meaning}`);
}

/** The fixed words that may stand for a value of this type, with what each means. */
export function choicesOf(type: ValueType): Readonly<Record<string, string>> {
  switch (type.kind) {
    case "choice":
      return type.choices;
    case "reference":
      return type.choices ?? {};
    case "list":
      return choicesOf(type.of);
    case "either":
      return Object.assign({}, ...type.of.map(choicesOf));
    default:
      return {};
  }
}

function keysOf(type: ValueType): string[] {
  switch (type.kind) {
    case "object":
      return Object.keys(type.keys);
    case "map":
    case "list":
      return keysOf(type.of);
    case "either":
      return type.of.flatMap(keysOf);
    default:
      return [];
  }
}

function dueLine(due: string, { due: stage }: Key, { file }: CheckedPlan): string {
  if (stage === undefined || due === "") return "Optional; a rule may ask for it where it matters.";
  if (file.kind === "catalog") return due;
  const isLater = STAGES.indexOf(stage) > STAGES.indexOf(file.stage);
  return isLater ? `${due} This plan is at \`${file.stage}\`.` : due;
}
