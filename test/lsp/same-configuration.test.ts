import assert from "node:assert/strict";
import { mkdirSync, mkdtempSync, realpathSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { pathToFileURL } from "node:url";
import { Workspaces } from "../../cli/src/check/workspace-of.ts";
import { LspClient } from "../harness/lsp-client.ts";

const LEVELS = { error: 1, info: 3, hint: 4 } as const;
type Level = keyof typeof LEVELS;

/** Files beside one plan in `a/b/c`, with the level that each configuration sets. */
const CASES: readonly { readonly files: Readonly<Record<string, Level | "">>; readonly expected: Level }[] = [
  { files: { "aiplan.config.yaml": "error" }, expected: "error" },
  { files: { "aiplan.config.yaml": "error", "a/b/aiplan.config.yaml": "hint" }, expected: "hint" },
  { files: { ".git/HEAD": "", "aiplan.config.yaml": "info" }, expected: "info" },
  { files: { "aiplan.config.yaml": "error", "a/.git/HEAD": "", "a/aiplan.config.yaml": "hint" }, expected: "hint" },
];

describe("the editor and the command line take the same configuration", () => {
  let folder: string;
  beforeEach(() => {
    folder = realpathSync(mkdtempSync(join(tmpdir(), "aiplan-same-")));
  });
  afterEach(() => rmSync(folder, { recursive: true, force: true }));

  for (const { files, expected } of CASES)
    it(`with ${Object.keys(files).join(", ")}, whichever folder is open`, async () => {
      for (const [path, level] of Object.entries(files)) {
        mkdirSync(dirname(join(folder, path)), { recursive: true });
        writeFileSync(join(folder, path), level && `rules: {unknown-key: ${level}}\n`);
      }
      const client = await LspClient.start({ withFolder: false });
      try {
        const plan = join(folder, "a/b/c/plan.aiplan");
        const { config } = await new Workspaces({ cwd: dirname(plan) }).surroundingsOf(plan);
        assert.equal(config.rules.get("unknown-key"), expected);
        const uri = (path: string) => pathToFileURL(join(folder, path)).toString();
        for (const open of ["", "a", "a/b/c"]) {
          const added = [{ uri: uri(open), name: "open" }];
          await client.notify("workspace/didChangeWorkspaceFolders", { event: { added, removed: [] } });
          const text = "aiplan: 1\nkind: catalog\nname: org\nrolls: {}\n";
          await client.open("", text, "aiplan", uri(`a/b/c/${open.length}.aiplan`));
          const found = await client.pushed(uri(`a/b/c/${open.length}.aiplan`));
          assert.equal(found[0]?.severity, LEVELS[expected], `with ${open || "all"} open`);
          await client.notify("workspace/didChangeWorkspaceFolders", { event: { added: [], removed: added } });
        }
      } finally {
        await client.stop();
      }
    });
});
