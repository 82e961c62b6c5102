import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import type { TextEdit } from "vscode-languageserver-protocol";
import { aiplan } from "../cli/aiplan.ts";
import { applyLsp } from "../harness/lsp-client.ts";
import { EditorRun, type Seen, versionOf } from "./editor-run.ts";

/** An editor of which the guide says how it is set up. */
export interface Editor {
  readonly name: string;
  readonly command: string;
  /** Runs it with the guide's lines and a script that uses the server. */
  readonly use: (run: EditorRun, version: string) => Promise<Seen>;
}

interface Found {
  readonly rule: string;
  readonly message: string;
  readonly range: TextEdit["range"];
  readonly fixes: readonly { readonly edits: readonly TextEdit[] }[];
}

/** What is checked in each editor. */
const CHECKS: Readonly<
  Record<string, (context: { seen: Seen; text: string; found: readonly Found[]; run: EditorRun }) => unknown>
> = {
  "shows the findings of the command line, where they are": ({ seen, found }) => {
    const shown = seen.diagnostics.map(({ line, character }) => `${line}:${character}`).sort();
    assert.deepEqual(shown, found.map(({ range: { start } }) => `${start.line}:${start.character}`).sort());
    for (const { message } of found)
      assert.ok(
        seen.diagnostics.some((one) => one.message.includes(message)),
        message,
      );
  },
  "says on hover what a key is": ({ seen }) => assert.match(seen.hover, /stage/),
  "leads to the definition of an id": ({ seen }) => assert.deepEqual(seen.definition, { line: 143, character: 2 }),
  "completes values, each in one line": ({ seen }) => {
    assert.ok(seen.completion.includes("production"), String(seen.completion));
    for (const word of seen.completion) assert.doesNotMatch(word, /[\n\0]/);
  },
  "makes the fix that the command line shows": ({ seen, text, found }) => {
    const { fixes } = found.find(({ rule }) => rule === "undefined-escalation-path")!;
    assert.equal(seen.fixed, applyLsp(text, fixes[0]!.edits));
  },
  "renames an id everywhere": ({ seen }) =>
    assert.equal(seen.renamed, seen.fixed.replaceAll("invoice-desk", "front-desk")),
  "formats the plan": ({ seen }) => {
    assert.doesNotMatch(seen.formatted, /[ \t]$/m);
    assert.equal(seen.formatted.replace(/\s/g, ""), seen.renamed.replace(/\s/g, ""));
  },
  "leaves no server behind": ({ run }) => run.serverEnded(),
};

/** Declares the checks, or says that there are none where the editor is not installed. */
export function check({ name, command, use }: Editor): void {
  const version = versionOf(command);
  if (version === undefined) {
    console.log(`Editors: ${name} not installed, ${Object.keys(CHECKS).length} checks not run`);
    return;
  }
  describe(`${version}, set up as the guide says,`, function () {
    this.timeout(90_000);
    const run = new EditorRun();
    let seen: Seen;
    let found: readonly Found[];
    const text = readFileSync(run.plan, "utf8");
    before(async () => {
      const { stdout } = await aiplan(["check", "--format", "json", run.plan], { cwd: run.plans });
      found = JSON.parse(stdout).files[0].findings;
      seen = await use(run, version);
      assert.equal(seen.error, undefined);
    });
    after(() => run.remove());
    for (const [title, holds] of Object.entries(CHECKS))
      it(title, async () => {
        await holds({ seen, text, found, run });
      });
  });
}
