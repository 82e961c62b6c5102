// Bundles the extension's client, the language server, the command line and the tests that run inside VS Code.
//   node scripts/build.mjs            what is released: minified
//   node scripts/build.mjs --debug    with source maps, for .vscode/launch.json
//   node scripts/build.mjs --watch    the same, again at each change
import { cpSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { resolve } from "node:path";
import { parseArgs } from "node:util";
import { build, context } from "esbuild";
import { noticesFor } from "./notices.mjs";

const { values } = parseArgs({ options: { debug: { type: "boolean" }, watch: { type: "boolean" } } });
const debug = values.debug || values.watch || false;

/** @type {import("esbuild").BuildOptions} */
const common = {
  absWorkingDir: resolve(import.meta.dirname, ".."),
  bundle: true,
  platform: "node",
  target: "node20",
  // The module variants shake, and some UMD variants hide their imports from a bundler.
  mainFields: ["module", "main"],
  minify: !debug,
  sourcemap: debug,
  logLevel: "warning",
  metafile: true,
};
/** @type {import("esbuild").BuildOptions} */
const commonjs = {
  ...common,
  format: "cjs",
  outdir: "dist",
  external: ["vscode"],
  // Client and server run in a browser's worker too: what they share must not need Node.
  conditions: ["module", "browser"],
  alias: { yaml: resolve(import.meta.dirname, "../node_modules/yaml/browser/index.js") },
  // CommonJS has no import.meta: this stands for its URL. A worker, which is no module, does not ask for it.
  define: { "import.meta.url": "moduleUrl" },
  banner: {
    js: 'const moduleUrl = typeof __filename === "string" ? require("node:url").pathToFileURL(__filename).href : "";',
  },
  plugins: [withoutUnused({ compares: false })],
};
/**
 * For a worker of a browser: what is Node's own makes this fail.
 * @type {import("esbuild").BuildOptions}
 */
const browser = {
  ...common,
  platform: "browser",
  target: "es2022",
  mainFields: ["browser", "module", "main"],
};
/**
 * The examples of the rules are their pages and their tests; what runs does without them, and is a quarter smaller. What
 * rules that compare two versions do is left out where no versions are compared: there they are but explained.
 *
 * @param {{ compares: boolean }} what
 */
function withoutUnused({ compares }) {
  const without = (text, key, value) =>
    text.replace(new RegExp(`\\n {2}${key}: \\{\\r?\\n[\\s\\S]*?\\n {2}\\},(?=\\r?\\n)`), `\n  ${key}: ${value},`);
  return {
    name: "without-unused",
    setup: ({ onLoad }) =>
      onLoad({ filter: /[/\\]core[/\\]src[/\\](?:changes[/\\])?rules[/\\][a-z-]+[/\\][a-z-]+\.ts$/ }, ({ path }) => {
        const text = without(readFileSync(path, "utf8"), "examples", "{ bad: [], good: [] }");
        return { contents: compares ? text : without(text, "judge", "{}"), loader: "ts" };
      }),
  };
}
/**
 * A worker cannot look for files: all tests but those that need Node are in one. Mocha takes module.exports for its own, so
 * what VS Code is to call is put there last.
 */
function webSuite() {
  const tests = readdirSync(resolve(common.absWorkingDir, "test/vscode/suite"))
    .filter((name) => name.endsWith(".test.ts") && !name.endsWith(".node.test.ts"))
    .map((name) => `require("../suite/${name}");`);
  return ['require("./mocha.ts");', ...tests, 'module.exports = require("./index.ts");'].join("\n");
}
/** @type {import("esbuild").BuildOptions[]} */
const bundles = [
  { ...commonjs, entryPoints: { client: "client/src/extension.ts" } },
  { ...commonjs, entryPoints: { server: "server/src/main.ts" } },
  // What draws reports is here and nowhere else in the extension.
  {
    ...browser,
    format: "iife",
    entryPoints: { "report-view": "client/src/report-view/main.ts" },
    outdir: "dist",
  },
  {
    ...common,
    format: "esm",
    entryPoints: { main: "cli/src/main.ts", index: "cli/src/index.ts", worker: "cli/src/check/worker.ts" },
    outdir: "cli/dist",
    outExtension: { ".js": ".mjs" },
    // What a command alone needs is in a file of its own, which the other commands do not read.
    splitting: true,
    // Some dependencies are CommonJS and require() what Node has built in, which an ES module cannot do by itself.
    banner: {
      js: 'import { createRequire as requireFrom } from "node:module"; const require = requireFrom(import.meta.url);',
    },
    plugins: [withoutUnused({ compares: true })],
  },
  {
    ...commonjs,
    minify: false,
    outdir: "dist/test",
    outExtension: { ".js": ".cjs" },
    external: ["vscode", "mocha"],
    entryPoints: ["test/vscode/suite/index.ts", "test/vscode/suite/*.test.ts"],
  },
  {
    ...browser,
    format: "cjs",
    minify: false,
    external: ["vscode"],
    entryPoints: ["test/vscode/web/files/extension.ts"],
    outfile: "dist/test/web/files/extension.js",
  },
  {
    ...browser,
    format: "cjs",
    minify: false,
    outfile: "dist/test/web/index.js",
    external: ["vscode"],
    stdin: { contents: webSuite(), resolveDir: "test/vscode/web", sourcefile: "suite.ts", loader: "ts" },
  },
];

if (values.watch) {
  for (const bundle of bundles) await (await context(bundle)).watch();
} else {
  // What an earlier build has left must not pass for a result of this one, nor get into the package.
  for (const outdir of ["dist", "cli/dist"])
    rmSync(resolve(common.absWorkingDir, outdir), { recursive: true, force: true });
  const [client, server, view, cli] = await Promise.all(bundles.map((bundle) => build(bundle)));
  const write = (path, ...results) => {
    const notices = noticesFor(
      common.absWorkingDir,
      results.map(({ metafile }) => metafile),
    );
    writeFileSync(resolve(common.absWorkingDir, path), notices);
  };
  write("dist/THIRD-PARTY-NOTICES.txt", client, server, view);
  write("cli/dist/THIRD-PARTY-NOTICES.txt", cli);
  // What ids of rules lead to in an editor that runs `aiplan lsp` from the npm package, which is `cli` alone.
  for (const pages of ["rules", "principles", "reference.md"])
    cpSync(resolve(common.absWorkingDir, "docs", pages), resolve(common.absWorkingDir, "cli/dist/docs", pages), {
      recursive: true,
    });
}
