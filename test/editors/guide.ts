import { readFileSync } from "node:fs";
import { join } from "node:path";
import { REPOSITORY } from "../harness/build-if-stale.ts";

/** Stands in the guide for the folder that AI Plan was installed in. */
const PLACEHOLDER = "/path/to/ai-plan";

/**
 * The configuration that the guide to other editors gives under a heading, for an installation in a folder of the tests.
 *
 * @param heading as it is written there, without its hashes
 * @param language of the fenced block
 */
export function configurationFor(heading: string, language: string, installation: string): string {
  const guide = readFileSync(join(REPOSITORY, "docs/guides/other-editors.md"), "utf8").replaceAll("\r\n", "\n");
  const section = guide.split(/^##+ /m).find((part) => part.startsWith(`${heading}\n`));
  const block = section && new RegExp(`^\`\`\`${language}\\n([\\s\\S]*?)^\`\`\`$`, "m").exec(section)?.[1];
  if (!block?.includes(PLACEHOLDER))
    throw new Error(`The guide has no ${language} under ${heading} that starts the server`);
  return block.replaceAll(PLACEHOLDER, installation.replaceAll("\\", "/"));
}
