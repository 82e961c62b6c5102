import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { REPOSITORY } from "../harness/build-if-stale.ts";

type Json = string | number | boolean | null | readonly Json[] | { readonly [key: string]: Json };

const manifest = read("package.json");
const texts = read("package.nls.json") as Readonly<Record<string, string>>;

/** What VS Code shows of a manifest, by the key it stands under. */
const SHOWN = [
  "title",
  "shortTitle",
  "category",
  "description",
  "markdownDescription",
  "deprecationMessage",
  "altText",
];
const SHOWN_LISTS = ["enumDescriptions", "markdownEnumDescriptions", "enumItemLabels"];

const VSCODE_COMMANDS = ["workbench.actions.view.problems", "workbench.action.quickOpen"];

describe("The texts of the extension's manifest", () => {
  it("are all in package.nls.json, to be translated, and nothing else is", () => {
    const asked = stringsOf(manifest).flatMap(({ text }) => /^%(.+)%$/.exec(text)?.[1] ?? []);
    assert.notEqual(asked.length, 0);
    assert.deepEqual([...new Set(asked)].sort(), Object.keys(texts).sort());
  });

  it("are said of everything that VS Code shows, but for names", () => {
    const { contributes, displayName, description } = manifest as { readonly [key: string]: Json };
    const shown = stringsOf(contributes ?? null).filter(
      ({ path }) => SHOWN.includes(path.at(-1) ?? "") || SHOWN_LISTS.includes(path.at(-2) ?? ""),
    );
    const untranslatable = [...shown.map(({ text }) => text), `${displayName}`, `${description}`].filter(
      (text) => !/^%.+%$/.test(text),
    );
    assert.deepEqual(untranslatable, []);
  });

  it("have buttons for commands that the extension has, or that VS Code has", () => {
    const { contributes } = manifest as { contributes: { commands: { command: string }[] } };
    const buttons = Object.values(texts).flatMap((text) => [...text.matchAll(/\]\(command:([^)]+)\)/g)]);
    const commands = buttons.map(([, command = ""]) => command);
    assert.ok(commands.includes("aiplan.newPlan"));
    const own = [...contributes.commands.map(({ command }) => command), ...VSCODE_COMMANDS];
    assert.deepEqual(
      commands.filter((command) => !own.includes(command)),
      [],
    );
  });

  it("are not empty", () => {
    for (const [key, text] of Object.entries(texts)) assert.match(text, /\S/, key);
  });
});

function read(path: string): Json {
  return JSON.parse(readFileSync(join(REPOSITORY, path), "utf8"));
}

interface Found {
  /** The keys that lead to it; of items of lists, their numbers. */
  readonly path: readonly string[];
  readonly text: string;
}

function stringsOf(value: Json, path: readonly string[] = []): Found[] {
  if (typeof value === "string") return [{ path, text: value }];
  if (value === null || typeof value !== "object") return [];
  return Object.entries(value).flatMap(([key, one]) => stringsOf(one, [...path, key]));
}
