import type { Flag } from "@openfeature/flagd-core";
import type { FeatureFlag } from "./artifact.ts";
import { type Data, present } from "./data.ts";
import { choose, type Found } from "./found.ts";
import type { LinkedText } from "./linked-text.ts";

/** What is read of a file of flags. */
interface FlagdFile {
  readonly flags: Readonly<Record<string, Flag>>;
}

/** Reads a flag of a flagd file, which its key chooses. */
export function readFlagd(linked: LinkedText, fragment: string): Found<FeatureFlag> | undefined {
  const file = linked.documents.find(isFlagd)?.as<FlagdFile>();
  if (!file) return undefined;
  const choices = file
    .get("flags")
    .entries()
    .map(({ name, value }) => ({
      name: name.value,
      fragment: name.value,
      read: () =>
        present<FeatureFlag>({
          name,
          state: value.get("state").text(),
          variants: value
            .get("variants")
            .entries()
            .map((variant) => variant.name.value),
          defaultVariant: value.get("defaultVariant").text(),
        }),
    }));
  return choose("flag", choices, fragment);
}

export function isFlagd(document: Data): boolean {
  const flags = document.as<FlagdFile>().get("flags");
  return flags.isMap && flags.entries().every(({ value }) => value.isMap);
}
