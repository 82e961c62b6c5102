import assert from "node:assert/strict";
import { chmodSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { aiplan, checkJson, folderWith, REPOSITORY, removeFolders } from "./aiplan.ts";
import { buildIfStale } from "./built.ts";
import { repositoryWith } from "./repository.ts";

const CATALOG = "aiplan: 1\nkind: catalog\nname: org\nroles:\n  sre: {contact: sre@example.com}\n";
const HELP = "Run `aiplan check --help` to see how.";

/** Nobody, where the tests run as root, who may read everything. */
const uid = process.getuid?.() === 0 ? { uid: 65534 } : {};

interface Case {
  readonly what: string;
  readonly args: readonly string[];
  /** Besides `org.aiplan`, which is a clean catalog. */
  readonly files?: Readonly<Record<string, string | Buffer>>;
  readonly input?: Buffer;
  /** These files may not be read. */
  readonly closed?: readonly string[];
  readonly inRepository?: true;
  /** All lines of standard error. */
  readonly said: readonly string[];
}

/** Each ends with exit code 2. The first line of each is in the guide. */
const CASES: readonly Case[] = [
  {
    what: "a folder without plans",
    args: ["check", "notes"],
    files: { "notes/readme.md": "" },
    said: ["notes: There are no plans (files that end in .aiplan) in this folder or below it."],
  },
  {
    what: "a path that is not there",
    args: ["check", "plan.aiplan"],
    said: ["plan.aiplan: There is no such file or folder."],
  },
  {
    what: "a pattern that the shell has found nothing for",
    args: ["check", "plans/*.aiplan"],
    said: [
      "plans/*.aiplan: There is no such file or folder. Patterns are left to the shell: name a folder for all plans below it.",
    ],
  },
  {
    what: "a file that may not be read",
    args: ["check", "."],
    files: { "plan.aiplan": CATALOG },
    closed: ["plan.aiplan"],
    said: ["plan.aiplan: You are not allowed to read this (no permission)."],
  },
  {
    what: "standard input that is not UTF-8",
    args: ["check", "--stdin", "--stdin-path", "plan.aiplan"],
    input: Buffer.from("aiplan: 1\ntitle: M\xfcller\n", "latin1"),
    said: ["plan.aiplan: This is not UTF-8 text: line 2 has bytes of another encoding. Save it as UTF-8."],
  },
  {
    what: "a flag that there is not",
    args: ["check", "--stge", "pilot"],
    said: ["error: unknown option '--stge'. Did you mean --stage?", HELP],
  },
  {
    what: "more words than a command takes",
    args: ["schema", "metrics"],
    said: ["error: too many arguments for 'schema'. Expected 0 arguments but got 1.", HELP.replace("check", "schema")],
  },
  {
    what: "a flag that must be one of some words",
    args: ["check", "--fail-on", "loud"],
    said: [
      "error: option '--fail-on <level>' argument 'loud' is invalid. Allowed choices are hint, info, warning, error, never.",
      HELP,
    ],
  },
  {
    what: "a flag without its value",
    args: ["check", "--rule"],
    said: ["error: option '--rule <id>' argument missing", HELP],
  },
  {
    what: "a command that there is not",
    args: ["chek"],
    said: ["error: unknown command 'chek'. Did you mean check?", "Run `aiplan --help` to see what there is."],
  },
  {
    what: "a rule that there is not, in a flag",
    args: ["check", "--rule", "missing-basline"],
    said: [
      "error: option '--rule <id>' argument 'missing-basline' is invalid. There is no rule `missing-basline`. Did you mean `missing-baseline`? `aiplan rules` lists them.",
      HELP,
    ],
  },
  {
    what: "a rule that needs two versions, where there is one",
    args: ["check", "--rule", "goalposts-moved"],
    said: [
      "error: The rule `goalposts-moved` compares two versions of a plan: `aiplan check --against REF` does.",
      HELP,
    ],
  },
  {
    what: "a profile that there is not",
    args: ["check", "--profile", "eu-ai-act"],
    said: [
      "error: option '--profile <id>' argument 'eu-ai-act' is invalid. There is no profile `eu-ai-act`. Did you mean `eu-ai-act-high-risk`?",
      HELP,
    ],
  },
  {
    what: "a rule that there is not, to explain",
    args: ["explain", "missing-basline"],
    said: ["There is no rule, principle or key missing-basline. Did you mean missing-baseline?"],
  },
  {
    what: "a configuration with something in it that cannot be used, at every place",
    args: ["check"],
    files: { "aiplan.config.yaml": "rules:\n  missing-basline: off\nas-of: soon\n" },
    said: [
      "aiplan.config.yaml:2:3: There is no rule `missing-basline`. Did you mean `missing-baseline`?",
      "aiplan.config.yaml:3:8: `as-of` is a date such as 2026-07-06.",
    ],
  },
  {
    what: "a configuration that may not be read",
    args: ["check"],
    files: { "aiplan.config.yaml": "" },
    closed: ["aiplan.config.yaml"],
    said: ["aiplan.config.yaml: You are not allowed to read this (no permission)."],
  },
  {
    what: "a REF that there is not",
    args: ["check", "--changed-since", "nowhere"],
    inRepository: true,
    said: [".: There is no commit `nowhere` in this repository."],
  },
  {
    what: "what could be read as an option in place of a REF",
    args: ["check", "--changed-since", "--all"],
    inRepository: true,
    said: [".: `--all` cannot be a REF: name a branch, a tag or a commit, such as main or v1.2."],
  },
  {
    what: "a REF where there is no repository",
    args: ["check", "--changed-since", "main"],
    said: [".: This is in no git repository, so there is no REF to compare with."],
  },
];

describe("exit code 2, with one line that says why", function () {
  this.timeout(60_000);
  before(buildIfStale);
  afterEach(removeFolders);

  const guide = readFileSync(join(REPOSITORY, "docs/guides/command-line.md"), "utf8");

  for (const { what, args, files = {}, input, closed = [], inRepository, said } of CASES) {
    it(`for ${what}`, async () => {
      const all = { "org.aiplan": CATALOG, ...files };
      const cwd = inRepository ? repositoryWith(all) : folderWith(all);
      if (closed.length > 0) chmodSync(cwd, 0o755);
      for (const name of closed) chmodSync(join(cwd, name), 0);
      const { code, stderr } = await aiplan(args, {
        cwd,
        ...(input ? { input } : {}),
        ...(closed.length > 0 ? uid : {}),
      });
      assert.deepEqual([code, stderr], [2, said.map((line) => `${line}\n`).join("")]);
    });

    it(`is in the guide for ${what}`, () => {
      const [line = ""] = said;
      assert.ok(guide.includes(line.includes("`") ? `\`\` ${line} \`\`` : `\`${line}\``), line);
    });
  }

  it("leaves what is wrong in a plan itself to findings: a rule that there is not, in a comment and in a waiver", async () => {
    const plan =
      "aiplan: 1\n# aiplan-ignore missing-basline: later\nname: a\nwaivers:\n  missing-basline: {reason: r, approved-by: a, expires: 2027-01-01}\n";
    const { code, stderr, files } = await checkJson([], { cwd: folderWith({ "plan.aiplan": plan }) });
    const found = files[0]?.findings.filter(({ message }) => message.includes("missing-basline"));
    assert.deepEqual(
      found?.map(({ rule, severity, message }) => [rule, severity, message.split(". Did")[1]]),
      [
        ["ignore-without-reason", "warning", " you mean `missing-baseline`?"],
        ["undefined-reference", "error", " you mean `missing-baseline`?"],
      ],
    );
    assert.deepEqual([code, stderr], [1, ""]);
  });

  it("is that of every command for a configuration with something in it that cannot be used", async () => {
    const config = "rules:\n  missing-basline: off\n";
    const cwd = repositoryWith({ "org.aiplan": CATALOG, "aiplan.config.yaml": config });
    for (const args of [["fix"], ["format"], ["diff", "HEAD"], ["diff", "HEAD:org.aiplan", "org.aiplan"]]) {
      const { code, stderr } = await aiplan(args, { cwd });
      assert.equal(code, 2, args.join(" "));
      assert.match(stderr, /^aiplan\.config\.yaml:2:3: There is no rule `missing-basline`\./, args.join(" "));
    }
  });

  it("tells no terminal what to do", async () => {
    for (const args of [
      ["check", "--\u001b[2J"],
      ["\u001b[2J"],
      ["check", "--rule", "\u001b[2J\nx"],
      ["explain", "\u001b[2J"],
    ]) {
      const { code, stderr } = await aiplan(args);
      assert.equal(code, 2);
      assert.match(stderr, /␛\[2J/);
      assert.doesNotMatch(stderr, /\u001b/);
    }
  });
});
