import { page, table } from "../../core/src/generate/markdown.ts";
import type { Feature, FeatureGroup } from "./feature.ts";

/** docs/features.md: what an editor gets, by what protocol, and the tests that show it. */
export function featuresPage(groups: readonly FeatureGroup[]): string {
  return page(
    "# Features",
    `What AI Plan does in an editor. The column *by* names the messages of the Language Server Protocol, which any editor with
a language client understands; *VS Code* is what only the extension for it has. The tests on the right show each feature at
work; one more holds this list against what the server and the extension really offer, both ways.`,
    ...groups.flatMap(({ title, features }) => [
      `## ${title}`,
      table(["feature", "what it does", "by", "shown by"], features.map(row)),
    ]),
  );
}

function row({ name, does, messages, needs, shownBy }: Feature): string[] {
  const by = messages?.map((message) => `\`${message}\``).join(", ") ?? "VS Code";
  const tests = shownBy.map((path) => `[${path.split("/").slice(-2).join("/")}](../${path})`);
  return [`**${name}**`, does, needs ? `${by}, for editors that announce \`${needs}\`` : by, tests.join(", ")];
}
