import type { TabStop } from "../../edits/text-edit.ts";
import { lineEndOf } from "../../edits/text-lines.ts";
import { documents } from "../../generate/snippets.ts";
import { Plan } from "../../language/index.ts";
import type { PlanFile } from "../../syntax/plan-file.ts";
import { fileName } from "../../workspace/links.ts";
import type { Cursor } from "./cursor.ts";
import type { CompletionItem } from "./item.ts";

/** Whole plans and a catalog, in a file in which nothing but comments stands yet. */
export function completeDocuments({ text, uri }: PlanFile, { kind, column, open, token }: Cursor): CompletionItem[] {
  if (kind !== "line" || column !== 0 || open !== "") return [];
  const others = `${text.slice(0, token.start)}${text.slice(token.end)}`.replace("\uFEFF", "").split(/\r?\n/);
  if (!others.every((line) => /^\s*(?:#|$)/.test(line))) return [];
  return documents().map(({ prefix, description, render, shared }) => {
    const { text: newText, stops } = named(uri, render(lineEndOf(text)));
    const linked = stops.map((stop) => {
      const words = newText.slice(stop.start, stop.end);
      return shared.includes(words.slice(1, -1)) ? { ...stop, name: words } : stop;
    });
    return {
      label: prefix,
      kind: "snippet",
      documentation: description,
      insert: { start: token.start, end: token.end, newText, stops: linked },
    };
  });
}

interface Written {
  readonly text: string;
  readonly stops: readonly TabStop[];
}

/** The name of the file is most likely that of the plan; it is asked for still. */
function named(uri: string, { text, stops }: Written): Written {
  const name = /^([a-z][a-z0-9]*(?:-[a-z0-9]+)*)\.aiplan$/.exec(fileName(uri))?.[1];
  const stop = stops.find(({ start, end }) => text.slice(start, end) === `<${Plan.keys.name.placeholder}>`);
  if (name === undefined || name === "plan" || !stop) return { text, stops };
  const longer = name.length - (stop.end - stop.start);
  return {
    text: text.slice(0, stop.start) + name + text.slice(stop.end),
    stops: stops.map((one) => ({
      ...one,
      start: one.start > stop.start ? one.start + longer : one.start,
      end: one.end > stop.start ? one.end + longer : one.end,
    })),
  };
}
