import { readdirSync, readFileSync } from "node:fs";
import { readFile } from "node:fs/promises";
import { createServer, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import { join, relative, resolve, sep } from "node:path";
import { settings } from "../../../scripts/vscode/settings.ts";

export interface PageOptions {
  /** The folder of the embedded VS Code, which has its workbench. */
  readonly vscode: string;
  /** The root of the repository: the extension under development. */
  readonly extension: string;
  /** The folder that becomes the workspace. */
  readonly workspace: string;
}

/**
 * Serves the workbench of VS Code for a browser and nothing else: there is no server behind it, and its workspace is served
 * from memory by an extension, as on vscode.dev.
 */
export async function servePage(options: PageOptions): Promise<{ address: string; server: Server }> {
  const server = createServer(async ({ url = "/" }, response) => {
    const path = decodeURIComponent(new URL(url, "http://localhost").pathname);
    const body = await contentOf(path, `${(server.address() as AddressInfo).port}`, options).catch(() => undefined);
    // The frame that the extension host runs in has another origin.
    const headers = { "Content-Type": typeOf(path), "Access-Control-Allow-Origin": "*" };
    response.writeHead(body === undefined ? 404 : 200, headers).end(body);
  });
  await new Promise<void>((listening) => server.listen(0, "127.0.0.1", listening));
  return { address: `http://127.0.0.1:${(server.address() as AddressInfo).port}/`, server };
}

async function contentOf(path: string, port: string, options: PageOptions): Promise<string | Buffer> {
  const { vscode, extension, workspace } = options;
  if (path === "/") return page(`127.0.0.1:${port}`, vscode);
  if (path === "/files/contents.json") return JSON.stringify(contentsOf(workspace));
  if (path === "/files/package.json") return readFile(join(extension, "test/vscode/web/files/package.json"));
  if (path === "/files/extension.js") return readFile(join(extension, "dist/test/web/files/extension.js"));
  if (path === WORKBENCH) return withoutServer(await readFile(join(vscode, WORKBENCH.replace("/vscode/", "")), "utf8"));
  for (const [prefix, folder] of [
    ["/vscode/", vscode],
    ["/extension/", extension],
  ] as const) {
    const file = resolve(folder, path.slice(prefix.length));
    if (path.startsWith(prefix) && file.startsWith(folder + sep)) return readFile(file);
  }
  throw new Error(`There is no ${path}`);
}

const WORKBENCH = "/vscode/out/vs/code/browser/workbench/workbench.js";

/** The embedded workbench is made for the page of a server. What it changes in VS Code for that is taken back. */
const CHANGES = [
  [",remoteAuthority:location.host}", "}"],
  [
    'get userRoamingDataHome(){return ze(P.file(this.userDataPath).with({scheme:J.vscodeRemote}),"User")}',
    'get userRoamingDataHome(){return P.file("/User").with({scheme:J.vscodeUserData})}',
  ],
] as const;

function withoutServer(workbench: string): string {
  return CHANGES.reduce((text, [from, to]) => {
    if (text.split(from).length !== 2) throw new Error(`Not once in the workbench: ${from}`);
    return text.replace(from, () => to);
  }, workbench);
}

function page(authority: string, vscode: string): string {
  const uri = (path: string) => ({ scheme: "http", authority, path });
  const { version, commit, quality } = JSON.parse(readFileSync(join(vscode, "product.json"), "utf8"));
  const configuration = {
    folderUri: { scheme: "vscode-vfs", authority: "test", path: "/workspace" },
    additionalBuiltinExtensions: [uri("/files")],
    developmentOptions: {
      enableSmokeTestDriver: true,
      extensions: [uri("/extension")],
      extensionTestsPath: uri("/extension/dist/test/web/index.js"),
    },
    isEnabledFileDownloads: true,
    isEnabledFileUploads: true,
    isEnabledCoderGettingStarted: false,
    // Nobody has said that the workspace may be trusted, so all of this is in Restricted Mode.
    enableWorkspaceTrust: true,
    configurationDefaults: {
      ...settings,
      "security.workspace.trust.enabled": true,
      "security.workspace.trust.startupPrompt": "never",
      "security.workspace.trust.banner": "never",
    },
    productConfiguration: { version, commit, quality, enableTelemetry: false },
  };
  const base = `http://${authority}/vscode`;
  const escaped = JSON.stringify(configuration).replaceAll("&", "&amp;").replaceAll('"', "&quot;");
  return `<!DOCTYPE html>
<html>
  <head>
    <meta charset="utf-8" />
    <meta id="vscode-workbench-web-configuration" data-settings="${escaped}" />
    <link rel="stylesheet" href="${base}/out/vs/code/browser/workbench/workbench.css" />
  </head>
  <body>
    <script>globalThis._VSCODE_FILE_ROOT = "${base}/out/";</script>
    <script type="module" src="${base}/out/nls.messages.js"></script>
    <script type="module" src="http://${authority}${WORKBENCH}"></script>
  </body>
</html>`;
}

/** All files of a folder, each by its path in it, in base64; what is hidden is left out. */
function contentsOf(folder: string): Record<string, string> {
  const files = readdirSync(folder, { recursive: true, withFileTypes: true }).filter((entry) => entry.isFile());
  const paths = files.map(({ parentPath, name }) => join(parentPath, name));
  return Object.fromEntries(
    paths.map((path) => [
      `workspace/${relative(folder, path).replaceAll(sep, "/")}`,
      readFileSync(path).toString("base64"),
    ]),
  );
}

function typeOf(path: string): string {
  const ending = /\.(\w+)$/.exec(path)?.[1] ?? "html";
  const types = {
    js: "text/javascript",
    json: "application/json",
    css: "text/css",
    html: "text/html",
    svg: "image/svg+xml",
  };
  return types[ending as keyof typeof types] ?? "application/octet-stream";
}
