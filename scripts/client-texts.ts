import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";

const client = join(import.meta.dirname, "../client/src");

/** A call of `vscode.l10n.t`, up to its text. */
const CALL = /\bt\(\s*("(?:[^"\\]|\\.)*")?/g;

/**
 * The texts that the client shows, for those who translate them: each stands for itself.
 *
 * @throws Error where a text is put together before it is translated
 */
export function clientTexts(): Record<string, string> {
  const texts = sources().flatMap((path) =>
    [...readFileSync(path, "utf8").matchAll(CALL)].map(([call, text]) => {
      if (text === undefined) throw new Error(`${path}: what is translated has to be one text: ${call}`);
      return JSON.parse(text) as string;
    }),
  );
  return Object.fromEntries([...new Set(texts)].sort().map((text) => [text, text]));
}

function sources(): string[] {
  return readdirSync(client, { recursive: true, encoding: "utf8" })
    .filter((name) => name.endsWith(".ts"))
    .map((name) => join(client, name));
}
