import type { Condition, Key } from "../../language/types.ts";

/** What a key is for, and when a plan must have it; Markdown. */
export function keyDocs(key: Key): string {
  return key.due === undefined ? key.doc : `${key.doc}\n\n*Due from the ${key.due} stage on${condition(key.when)}.*`;
}

function condition(when: Condition | undefined): string {
  switch (when?.kind) {
    case undefined:
      return "";
    case "unless-suggest":
      return ", unless the system only suggests";
    case "sibling-in":
      return `, where \`${when.key}\` is ${when.values.map((value) => `\`${value}\``).join(" or ")}`;
    case "sibling-absent":
      return `, where there is no \`${when.key}\``;
    case "item":
      return when.which === "first" ? ", in the first item" : ", from the second item on";
  }
}
