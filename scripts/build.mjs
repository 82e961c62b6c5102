// Bundles the extension's client, the language server, the command line and the tests that run inside VS Code.
//   node scripts/build.mjs            what is released: minified
//   node scripts/build.mjs --debug    with source maps, for .vscode/launch.json
//   node scripts/build.mjs --watch    the same, again at each change
import { cpSync, readdirSync, rmSync, writeFileSync } from "node:fs";
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
  outExtension: { ".js": ".cjs" },
  external: ["vscode"],
  // CommonJS has no import.meta: this stands for its URL.
  define: { "import.meta.url": "moduleUrl" },
  banner: { js: 'const moduleUrl = require("node:url").pathToFileURL(__filename).href;' },
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
/** A worker cannot look for files: all tests but those that need Node are in one. */
function webSuite() {
  const tests = readdirSync(resolve(common.absWorkingDir, "test/vscode/suite"))
    .filter((name) => name.endsWith(".test.ts") && !name.endsWith(".node.test.ts"))
    .map((name) => `import "../suite/${name}";`);
  return ['import "./mocha.ts";', ...tests, 'export { run } from "./index.ts";'].join("\n");
}
/** @type {import("esbuild").BuildOptions[]} */
const bundles = [
  { ...commonjs, entryPoints: { client: "client/src/extension.ts" } },
  { ...commonjs, entryPoints: { server: "server/src/main.ts" } },
  {
    ...browser,
    format: "cjs",
    external: ["vscode"],
    entryPoints: ["client/src/extension-browser.ts"],
    outfile: "dist/client-browser.js",
  },
  { ...browser, format: "iife", entryPoints: ["server/src/main-browser.ts"], outfile: "dist/server-browser.js" },
  {
    ...common,
    format: "esm",
    entryPoints: ["cli/src/main.ts"],
    outfile: "cli/dist/main.mjs",
    // Some dependencies are CommonJS and require() what Node has built in, which an ES module cannot do by itself.
    banner: { js: 'import { createRequire } from "node:module"; const require = createRequire(import.meta.url);' },
  },
  {
    ...commonjs,
    minify: false,
    outdir: "dist/test",
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
  const [client, server, browserClient, browserServer, cli] = await Promise.all(bundles.map((bundle) => build(bundle)));
  const write = (path, ...results) => {
    const notices = noticesFor(
      common.absWorkingDir,
      results.map(({ metafile }) => metafile),
    );
    writeFileSync(resolve(common.absWorkingDir, path), notices);
  };
  write("dist/THIRD-PARTY-NOTICES.txt", client, server, browserClient, browserServer);
  write("cli/dist/THIRD-PARTY-NOTICES.txt", cli);
  // What ids of rules lead to in an editor that runs `aiplan lsp` from the npm package, which is `cli` alone.
  for (const pages of ["rules", "principles", "reference.md"])
    cpSync(resolve(common.absWorkingDir, "docs", pages), resolve(common.absWorkingDir, "cli/dist/docs", pages), {
      recursive: true,
    });
}
