// The licences of what is bundled: they ask to be passed on with it.
import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";

/**
 * The text of a notices file: each package that a bundle was made of, with its licence.
 *
 * @param {string} root the folder that the paths of the bundle's inputs start from
 * @param {import("esbuild").Metafile[]} metafiles what esbuild tells of the bundles
 */
export function noticesFor(root, metafiles) {
  const inputs = metafiles.flatMap(({ inputs }) => Object.keys(inputs));
  const folders = new Set(inputs.map((path) => /^.*node_modules\/(?:@[^/]+\/)?[^/]+/.exec(path)?.[0]).filter(Boolean));
  return [...folders]
    .sort()
    .map((folder) => notice(join(root, folder)))
    .join("\n\n");
}

/** @param {string} folder of an installed package */
function notice(folder) {
  const { name, version, license } = JSON.parse(readFileSync(join(folder, "package.json"), "utf8"));
  const file = readdirSync(folder).find((entry) => /^licen[cs]e/i.test(entry) && existsSync(join(folder, entry)));
  const text = file ? readFileSync(join(folder, file), "utf8").trim() : `License: ${license}`;
  return `${"-".repeat(80)}\n${name} ${version}\n\n${text}\n`;
}
