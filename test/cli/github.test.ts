import assert from "node:assert/strict";
import { aiplan, checkJson, folderWith, REPOSITORY, removeFolders } from "./aiplan.ts";
import { buildIfStale } from "./built.ts";
import { expectGolden } from "./goldens.ts";
import { nastyFolder } from "./nasty.ts";

interface Command {
  readonly name: string;
  readonly properties: Readonly<Record<string, string>>;
  readonly data: string;
}

/**
 * A line as the runner reads it: after white space `::name key=value,key=value::data`, the data with escapes for % and
 * line ends, the values also for : and ,. Else `##[name]` anywhere is a command, too.
 */
function commandIn(line: string): Command | undefined {
  const unescaped = (text: string, signs: string) =>
    text.replace(/%([0-9A-F]{2})/g, (written, code) => {
      const sign = String.fromCharCode(Number.parseInt(code, 16));
      return signs.includes(sign) ? sign : written;
    });
  const parts = /^\s*::([a-z-]+)(?: (.*?))?::(.*)$/.exec(line);
  if (!parts) {
    const old = /##\[(.*?)\](.*)/.exec(line);
    return old ? { name: old[1]!, properties: {}, data: old[2]! } : undefined;
  }
  const [, name, properties = "", data] = parts;
  const pairs = properties.split(",").map((pair) => {
    const [, key, value] = /^(\w+)=(.*)$/.exec(pair)!;
    return [key!, unescaped(value!, "%\r\n:,")] as const;
  });
  return { name: name!, properties: Object.fromEntries(pairs), data: unescaped(data!, "%\r\n") };
}

function partition<T>(all: readonly T[], test: (one: T) => boolean): [T[], T[]] {
  return [all.filter(test), all.filter((one) => !test(one))];
}

describe("aiplan check --format github", function () {
  this.timeout(60_000);
  before(buildIfStale);
  afterEach(removeFolders);

  const check = async (cwd: string, ...args: readonly string[]) =>
    (await aiplan(["check", "--format", "github", ...args], { cwd })).stdout;

  it("reports examples/broken as in the golden", async () => {
    expectGolden("broken.github.txt", await check(REPOSITORY, "examples/broken"));
  });

  it("reports what is nasty as in the golden", async () => {
    expectGolden("nasty.github.txt", await check(nastyFolder()));
  });

  it("is one command for each finding and for what could not be read, and a line that is none", async () => {
    const kinds: Readonly<Record<string, string>> = {
      error: "error",
      warning: "warning",
      info: "notice",
      hint: "notice",
    };
    for (const [cwd, path, unread] of [
      [nastyFolder(), ".", 1],
      [REPOSITORY, "examples/broken", 0],
    ] as const) {
      const { files } = await checkJson([path], { cwd });
      const lines = (await check(cwd, path)).split("\n").slice(0, -1);
      assert.equal(commandIn(lines.pop()!), undefined);
      const [notChecked, found] = partition(lines.map(commandIn), (one) => one?.properties.title === "Not checked");
      assert.deepEqual(
        notChecked.map((one) => one?.name),
        Array(unread).fill("error"),
      );
      const expected = files.flatMap(({ path, findings }) =>
        findings.map(({ rule, severity, range: { start } }) => [kinds[severity], path, `${start.line + 1}`, rule]),
      );
      const seen = found.map((one) => [one!.name, one!.properties.file, one!.properties.line, one!.properties.title]);
      assert.deepEqual(seen.sort(), expected.sort());
    }
  });

  it("puts the heaviest of a file first, for GitHub shows but ten of a kind, and says so where there are more", async () => {
    const keys = Array.from({ length: 11 }, (_, index) => `key-${index}: x\n`).join("");
    const cwd = folderWith({
      "a.aiplan": `aiplan: 1\nkind: catalog\nname: org\nroles:\n  sre: {contact: x}\n${keys}roles:\n  dev: {contact: x}\n`,
    });
    const lines = (await check(cwd)).split("\n");
    assert.match(lines[0]!, /^::error file=a\.aiplan,line=17,/);
    assert.match(lines[1]!, /^::warning file=a\.aiplan,line=6,/);
    assert.match(lines.at(-2)!, /\. GitHub shows 10 annotations of a kind for a step; this log has all\.$/);
  });

  it("names files by their paths from the root of the repository", async () => {
    const cwd = folderWith({
      ".git/HEAD": "",
      "services/triage/a.aiplan": "aiplan: 1\nkind: catalog\nname: a\nx: 1\n",
    });
    assert.match(await check(`${cwd}/services`), /^::warning file=services\/triage\/a\.aiplan,/);
    assert.match(await check(`${cwd}/services/triage`, "../triage"), /^::warning file=services\/triage\/a\.aiplan,/);
  });

  it("gives no columns for a place of several lines, and no line after its last", async () => {
    const cwd = folderWith({
      "a.aiplan": "aiplan: 1\nkind: catalog\nname: a\nroles:\n  - one\n  - two\nmetrics: |\n  text\n",
    });
    assert.match(await check(cwd), /^::error file=a\.aiplan,line=5,endLine=6,title=wrong-type::a\.aiplan:5:3: /);
    assert.match(await check(cwd), /\n::error file=a\.aiplan,line=7,endLine=8,title=wrong-type::a\.aiplan:7:10: /);
  });
});

describe("what is no command to a CI server", function () {
  this.timeout(60_000);
  before(buildIfStale);
  afterEach(removeFolders);

  for (const format of ["pretty", "json", "junit", "gitlab", "markdown"])
    it(`is every line that ${format} prints, on either output`, async () => {
      const cwd = nastyFolder();
      const { stdout, stderr } = await aiplan(["check", "--format", format], { cwd });
      assert.match(stdout, /stop-commands/);
      assert.match(stderr, /unreadable/);
      for (const line of [...stdout.split("\n"), ...stderr.split("\n")]) {
        assert.equal(commandIn(line), undefined, line);
        assert.doesNotMatch(line, /##vso\[|##teamcity\[/);
      }
    });
});
