import { moveThereAndBack } from "../move-files.ts";
import type { Verb } from "./verb.ts";

/** `@moves(golden) from to; from to`: what the changed files say after files or folders have been moved, and back again. */
export const moves: Verb = async ({ argument = "moved", rest, files, golden }) => {
  const pairs = rest.split("; ").map((pair) => pair.split(" ") as [string, string]);
  const moved = await moveThereAndBack(files, ...pairs);
  const before = new Set(Object.entries(files).map(([name, text]) => `== ${name}\n${text}`));
  const changed = Object.entries(moved).map(([name, text]) => `== ${name}\n${text}`);
  golden(argument, changed.filter((one) => !before.has(one) && one.includes(".aiplan\n")).join("\n"));
};
