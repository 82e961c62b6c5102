import assert from "node:assert/strict";
import MarkdownIt from "markdown-it";
import { aiplan, checkJson, folderWith, REPOSITORY, removeFolders } from "./aiplan.ts";
import { buildIfStale } from "./built.ts";
import { expectGolden } from "./goldens.ts";
import { nastyFolder } from "./nasty.ts";

/** As GitHub does: HTML is let through, and what is an address by its `://` becomes a link. */
const renderer = new MarkdownIt({ html: true, linkify: true, breaks: true });
renderer.linkify.set({ fuzzyLink: false, fuzzyEmail: false });

/** What a reader sees, without the spaces that nobody does; and what stands outside of code. */
function readable(html: string): { text: string; outsideCode: string } {
  const plain = (part: string) =>
    part
      .replace(/<[^>]*>/g, "")
      .replace(/&(lt|gt|amp|quot);/g, (_, name) => ({ lt: "<", gt: ">", amp: "&", quot: '"' })[name as "lt"])
      .replaceAll("\n", " ");
  return { text: plain(html).replaceAll("\u200b", ""), outsideCode: plain(html.replace(/<code>.*?<\/code>/g, "")) };
}

const keys = (count: number) => Array.from({ length: count }, (_, index) => `key-${index}: x\n`).join("");
const CATALOG = "aiplan: 1\nkind: catalog\nname: a\n";
const TWICE = `${CATALOG}roles:\n  sre: {contact: x}\nroles:\n  dev: {contact: x}\n`;

describe("aiplan check --format markdown", function () {
  this.timeout(60_000);
  before(buildIfStale);
  afterEach(removeFolders);

  const check = async (cwd: string, ...args: readonly string[]) =>
    (await aiplan(["check", "--format", "markdown", ...args], { cwd })).stdout;

  it("reports examples/broken as in the golden", async () => {
    expectGolden("broken.md", await check(REPOSITORY, "examples/broken"));
  });

  it("reports what is nasty as in the golden", async () => {
    expectGolden("nasty.md", await check(nastyFolder(), "--fail-on", "warning"));
  });

  it("shows every message as it is, and lets a plan make nothing of it", async () => {
    const cwd = nastyFolder();
    const { files } = await checkJson([], { cwd });
    const html = renderer.render(await check(cwd));
    const tags = new Set([...html.matchAll(/<\/?([a-z0-9]+)/g)].map(([, name]) => name));
    assert.deepEqual([...tags].sort(), ["code", "details", "h2", "h3", "li", "p", "strong", "summary", "ul"]);
    const { text, outsideCode } = readable(html);
    for (const { message } of files.flatMap(({ findings }) => findings)) {
      // Control characters and halves of characters have signs that stand for them; what is quoted is shown as code.
      const parts = message.split(/[`\p{Cc}\p{Cs}\u202e\ufffe]/u).map((part) => part.trim());
      for (const part of parts) assert.ok(text.includes(part), part);
    }
    assert.match(outsideCode, /team/);
    assert.doesNotMatch(outsideCode, /[@#!$]\w|:\/\/|www\.|\w@\w|GH-|:tada:/);
  });

  it("says first whether the check passes, and why not", async () => {
    const cwd = folderWith({ "a.aiplan": `${CATALOG}${keys(1)}`, "b.aiplan": TWICE, "c.aiplan": CATALOG });
    const expected: [readonly string[], RegExp][] = [
      [["c.aiplan"], /^## AI Plan: the check passes\n\n1 catalog checked: nothing found\.\n$/],
      [["a.aiplan"], /^## AI Plan: the check passes\n\n1 catalog checked: 1 warning\.\n\n### `a\.aiplan`\n\n<details>/],
      [["a.aiplan", "--fail-on", "warning"], /^## AI Plan: the check fails, 1 finding has to be settled\n/],
      [["b.aiplan"], /^## AI Plan: the check fails, 1 finding has to be settled\n[^<]*- \*\*error\*\*, line 6: /],
      [["b.aiplan", "--fail-on", "never"], /^## AI Plan: the check passes\n/],
      [
        ["gone.aiplan", "b.aiplan"],
        /^## AI Plan: the check is not complete\n.*\n.*\n\n- \*\*not checked\*\*: `gone\.aiplan`: There is no /,
      ],
    ];
    for (const [args, pattern] of expected) assert.match(await check(cwd, ...args), pattern);
  });

  it("folds up what makes the check fail where there is much of it", async () => {
    const cwd = folderWith({ "a.aiplan": CATALOG + keys(20), "b.aiplan": CATALOG + keys(21) });
    assert.match(await check(cwd, "a.aiplan", "--fail-on", "hint"), /### `a\.aiplan`\n\n- \*\*warning/);
    const folded = await check(cwd, "b.aiplan", "--fail-on", "hint");
    assert.match(folded, /### `b\.aiplan`\n\n<details><summary>21 warnings<\/summary>\n\n- \*\*warning/);
  });

  it("stays within what GitHub takes, shows the heaviest, and says how many more there are", async () => {
    const long = `"\`${"<".repeat(900)}": x\n`;
    const files = Array.from({ length: 40 }, (_, index) => [`${index}.aiplan`, CATALOG + keys(25) + long]);
    const cwd = folderWith({ ...Object.fromEntries(files), "z.aiplan": TWICE, "bad.aiplan": Buffer.from([0]) });
    const text = await check(cwd);
    assert.ok(text.length < 65_536, `${text.length}`);
    assert.ok(text.length > 50_000, `${text.length}`);
    assert.match(text, /### `z\.aiplan`\n\n- \*\*error\*\*/);
    const [, left] = /\n\n(\d+) more \(\1 warnings\) are not shown here: `aiplan check` has all\.\n$/.exec(text)!;
    const shown = [...text.matchAll(/^- \*\*warning\*\*/gm)].length;
    assert.equal(Number(left) + shown, 40 * 26);
    assert.equal([...text.matchAll(/^<details>/gm)].length, [...text.matchAll(/^<\/details>/gm)].length);
  });
});
