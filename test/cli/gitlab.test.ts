import assert from "node:assert/strict";
import { Ajv } from "ajv";
import { aiplan, checkJson, folderWith, REPOSITORY, removeFolders } from "./aiplan.ts";
import { buildIfStale } from "./built.ts";
import { expectGolden } from "./goldens.ts";
import { nastyFolder } from "./nasty.ts";

/** What https://docs.gitlab.com/ci/testing/code_quality/#code-quality-report-format says, and nothing beyond it. */
const SHAPE = {
  type: "array",
  items: {
    type: "object",
    additionalProperties: false,
    required: ["description", "check_name", "fingerprint", "severity", "location"],
    properties: {
      description: { type: "string", minLength: 1 },
      check_name: { type: "string", pattern: "^[a-z][a-z0-9-]*$" },
      fingerprint: { type: "string", pattern: "^[0-9a-f]{32}$" },
      severity: { enum: ["info", "minor", "major", "critical", "blocker"] },
      location: {
        type: "object",
        additionalProperties: false,
        required: ["path", "lines"],
        properties: {
          path: { type: "string", pattern: "^(?!\\./|/)" },
          lines: {
            type: "object",
            additionalProperties: false,
            required: ["begin"],
            properties: { begin: { type: "integer", minimum: 1 } },
          },
        },
      },
    },
  },
};

interface Issue {
  readonly check_name: string;
  readonly fingerprint: string;
  readonly severity: string;
  readonly location: { readonly path: string; readonly lines: { readonly begin: number } };
}

const CATALOG = "aiplan: 1\nkind: catalog\nname: a\nx: 1\n";

describe("aiplan check --format gitlab", function () {
  this.timeout(60_000);
  before(buildIfStale);
  afterEach(removeFolders);

  const isValid = new Ajv({ strict: true, allErrors: true }).compile(SHAPE);

  async function check(cwd: string, ...args: readonly string[]): Promise<{ text: string; issues: readonly Issue[] }> {
    const { stdout } = await aiplan(["check", "--format", "gitlab", ...args], { cwd });
    const issues = JSON.parse(stdout) as readonly Issue[];
    assert.ok(isValid(issues), JSON.stringify(isValid.errors));
    const fingerprints = issues.map(({ fingerprint }) => fingerprint);
    // GitLab shows but one of those that share a fingerprint.
    assert.equal(new Set(fingerprints).size, fingerprints.length);
    return { text: stdout, issues };
  }

  it("reports examples/broken as in the golden", async () => {
    expectGolden("broken.gitlab.json", (await check(REPOSITORY, "examples/broken")).text);
  });

  it("reports what is nasty as in the golden", async () => {
    expectGolden("nasty.gitlab.json", (await check(nastyFolder())).text);
  });

  it("has an issue for each finding", async () => {
    const severities: Readonly<Record<string, string>> = {
      error: "critical",
      warning: "major",
      info: "minor",
      hint: "info",
    };
    const examples = ["examples/before/ticket-routing.aiplan", "examples/broken", "examples/ticket-routing"];
    const { files } = await checkJson(examples);
    const { issues } = await check(REPOSITORY, ...examples);
    assert.deepEqual(
      issues.map(({ check_name, severity, location }) => [check_name, severity, location.path, location.lines.begin]),
      files.flatMap(({ path, findings }) =>
        findings.map(({ rule, severity, range }) => [rule, severities[severity], path, range.start.line + 1]),
      ),
    );
  });

  it("names files by their paths from the root of the repository, and findings the same from everywhere", async () => {
    const cwd = folderWith({ ".git/HEAD": "", "services/triage/a.aiplan": CATALOG });
    const [above] = (await check(cwd)).issues;
    const [below] = (await check(`${cwd}/services/triage`, ".")).issues;
    assert.equal(above!.location.path, "services/triage/a.aiplan");
    assert.deepEqual(below, above);
  });

  it("knows a finding again when lines before it come and go", async () => {
    const cwd = folderWith({
      "one/a.aiplan": CATALOG,
      "two/a.aiplan": CATALOG.replace("name: a", "# a comment\n\nname: a"),
    });
    const [one, two] = await Promise.all(["one", "two"].map((folder) => check(`${cwd}/${folder}`)));
    assert.equal(two!.issues[0]!.fingerprint, one!.issues[0]!.fingerprint);
    assert.notEqual(two!.issues[0]!.location.lines.begin, one!.issues[0]!.location.lines.begin);
  });

  it("is an empty list where nothing is found", async () => {
    const { issues } = await check(folderWith({ "a.aiplan": CATALOG.replace("x: 1\n", "") }));
    assert.deepEqual(issues, []);
  });
});
