import assert from "node:assert/strict";
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { convertWorkflowTemplate, NoOperationTraceWriter, parseWorkflow } from "@actions/workflow-parser";
import { parse } from "yaml";
import { REPOSITORY } from "../harness/build-if-stale.ts";

const FOLDER = join(REPOSITORY, ".github/workflows");
const WORKSPACES = ["core", "server", "client", "cli", "report"];

const manifest = (folder: string) => JSON.parse(readFileSync(join(REPOSITORY, folder, "package.json"), "utf8"));

describe("the workflows of this repository", () => {
  for (const name of readdirSync(FOLDER)) {
    const content = readFileSync(join(FOLDER, name), "utf8");

    it(`${name} is one that GitHub takes, and says that it has not been run`, async () => {
      const { context, value } = parseWorkflow({ name, content }, new NoOperationTraceWriter());
      assert.ok(value);
      const template = await convertWorkflowTemplate(context, value);
      assert.deepEqual(context.errors.getErrors(), []);
      assert.deepEqual(template.errors ?? [], []);
      assert.match(content, /^# Not yet executed: /);
    });

    it(`${name} runs scripts that are there`, () => {
      const { scripts } = manifest("");
      for (const [, script = ""] of content.matchAll(/npm run ([\w:-]+)/g)) assert.ok(script in scripts, script);
    });

    it(`${name} gives no job more rights than it needs`, () => {
      const { permissions, jobs } = parse(content);
      assert.deepEqual(permissions, { contents: "read" });
      const more = Object.entries<{ permissions?: object }>(jobs).filter(([, job]) => job.permissions);
      const expected = name === "release.yml" ? ["npm", "github"] : [];
      assert.deepEqual(
        more.map(([id]) => id),
        expected,
      );
    });
  }

  it("publish packages that have one version", () => {
    const versions = ["", ...WORKSPACES].map((folder) => manifest(folder).version);
    assert.deepEqual([...new Set(versions)], [manifest("").version]);
  });
});
