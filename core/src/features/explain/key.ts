import { renderEntry } from "../../edits/render.ts";
import { refersTo } from "../../generate/form.ts";
import { firstSentence } from "../../generate/sentence.ts";
import { snippetStub } from "../../generate/snippet-types.ts";
import type { Key, ValueType } from "../../language/types.ts";
import { principleById } from "../../principles/index.ts";
import { keyDocs } from "../complete/key-docs.ts";
import { choiceLines, formOfValue } from "../hover/key.ts";
import { Page } from "../hover/page.ts";
import { type KeyPlace, keyPlaces } from "./key-places.ts";

/** What a key is for, what is written for it, by when, and the keys below it, apart from any plan. */
export function explainKey(place: KeyPlace): Page {
  const { path, key } = place;
  const form = key ? formOfValue(key.type) : "";
  const page = new Page().text(`**\`${path}\`**${form === "" ? "" : `: ${form}`}`);
  if (!key) return below(page.text(place.section?.doc ?? ""), path);
  const [doc = "", due = "Optional; a rule may ask for it where it matters."] = keyDocs(key).split("\n\n");
  page.text(doc).list(choiceLines(key.type));
  below(page, path);
  page.text("**Written like this**").fence(renderEntry(nameOf(path), exampleOf(key), "", STYLE).text);
  page.text(due.replaceAll("*", ""), missedBy(key)).text(referred(key.type));
  const principle = principleById(key.principle);
  return page.text(`**Principle ${principle.number}: ${principle.title}** (\`${principle.id}\`)`);
}

/** A line for a list of places that have one name. */
export function keyLine({ path, key, section }: KeyPlace): string {
  return `\`${path}\`: ${firstSentence(key?.doc ?? section?.doc ?? "")}`;
}

const STYLE = { eol: "\n", unit: "  " };

function exampleOf(key: Key) {
  return snippetStub(key, { stage: "production" });
}

function nameOf(path: string): string {
  return path.slice(path.lastIndexOf(".") + 1);
}

/** The keys right below a place; those below each id of a map, and in each item of a list, as well. */
function below(page: Page, path: string): Page {
  const lines = keyPlaces().flatMap((place) => {
    const rest =
      place.path.startsWith(`${path}.`) || place.path.startsWith(`${path}[]`) ? place.path.slice(path.length) : "";
    const isNext = /^(?:\.<[^>]*>|\[\])*\.[^.<>[\]]+$/.test(rest);
    return isNext && place.key ? [`\`${rest.replace(/^\./, "")}\`: ${firstSentence(place.key.doc)}`] : [];
  });
  return lines.length > 0 ? page.text("**Its keys**").list(lines) : page;
}

function missedBy({ due, ownedBy }: Key): string {
  if (ownedBy !== undefined) return `The rule \`${ownedBy}\` says where it is missing.`;
  return due === undefined ? "" : "The rule `missing-key` says where it is missing.";
}

function referred(type: ValueType): string {
  const sections = refersTo(type);
  return sections.length > 0
    ? `It names what ${sections.map((one) => `\`${one}\``).join(", ")} define${sections.length === 1 ? "s" : ""}.`
    : "";
}
