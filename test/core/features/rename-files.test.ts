import assert from "node:assert/strict";
import { dirname } from "node:path/posix";
import { fileLinks, movedBy } from "@aiplan/core";
import fc from "fast-check";
import { type Files, ROOT } from "../../harness/check.ts";
import { examples } from "../../harness/examples.ts";
import { moveFiles, moveThereAndBack, plansIn, uriOf } from "../../harness/move-files.ts";

/** Where the links of all plans lead, those that lead to nothing left out. */
function targets(files: Files): string[] {
  const uris = new Set(Object.keys(files).map(uriOf));
  return plansIn(files)
    .flatMap((file) => fileLinks(file, ROOT).map(({ uri }) => uri))
    .filter((uri) => uris.has(uri))
    .sort();
}

/** Moves files there and back; in between every link leads to what it led to before. */
async function expectFollowed(
  files: Files,
  ...moves: readonly (readonly [from: string, to: string])[]
): Promise<Files> {
  const moved = await moveThereAndBack(files, ...moves);
  const uris = moves.map(([from, to]) => ({ from: uriOf(from), to: uriOf(to) }));
  assert.deepEqual(
    targets(moved),
    targets(files)
      .map((uri) => movedBy(uris, uri).to)
      .sort(),
    JSON.stringify(moves),
  );
  return moved;
}

const folders = new Map<string, Record<string, string>>();
for (const [path, text] of Object.entries(examples()[0]!.files)) {
  const [folder = "", ...rest] = path.split("/");
  if (rest.length > 0) folders.set(folder, { ...folders.get(folder), [rest.join("/")]: text });
}

describe("files of the examples that are renamed or moved", () => {
  for (const [folder, files] of folders)
    it(`in ${folder}: every plan, linked file and folder, there and back`, async () => {
      const above = Object.keys(files).map(dirname);
      const paths = [...Object.keys(files), ...new Set(above.filter((path) => path !== "."))];
      // Each in one of the ways in which it can be moved, several at once.
      const moves = paths.map((from, index) => {
        const ways = [`up-${from.replaceAll("/", "-")}`, `new/deep er/${from}`, from.replace(/[^/]+$/, "new-$&")];
        return [from, ways[index % 3]!] as const;
      });
      for (let at = 0; at < moves.length; at += 6) await expectFollowed(files, ...moves.slice(at, at + 6));
      const all = Object.fromEntries(Object.entries(files).map(([path, text]) => [`example/${path}`, text]));
      assert.deepEqual(
        Object.values(await expectFollowed(all, ["example", "elsewhere/far"])),
        Object.values(all),
        "a folder that moves as a whole stays as it is",
      );
    });
});

const PATHS = ["plan.aiplan", "a.yaml", "sub/org.aiplan", "sub/b.md", "sub/deep/plan.aiplan", "sub/deep/ü 🚀.md"];

/** A link from one of the files to another, in one of the ways in which it can be written. */
function written(from: string, to: string, way: number): string {
  const [above, below] = [dirname(from), to].map((path) => path.split("/").filter((name) => name !== ".")) as [
    string[],
    string[],
  ];
  while (above.length > 0 && above[0] === below[0]) {
    above.shift();
    below.shift();
  }
  const relative = [...above.map(() => ".."), ...below].join("/");
  return [relative, `./${relative}`, `/${to}`, `${relative}#/a b`, `./${relative}#😀`][way % 5]!;
}

describe("links in every style", () => {
  it("follow every move, and come back to the same bytes", async () => {
    const link = fc.record({ to: fc.constantFrom(...PATHS), way: fc.nat(4), quote: fc.constantFrom("'", '"', "") });
    const texts = fc.array(fc.array(link, { minLength: 1, maxLength: 4 }), { minLength: 3, maxLength: 3 });
    const move = fc.constantFrom(
      ...PATHS.flatMap((from) =>
        [`new/${from}`, from.replace(/[^/]+$/, "x🚨.$&"), `${from.split("/").at(-1)}`].map((to) => ({ from, to })),
      ),
      { from: "sub", to: "other/sub" },
      { from: "sub/deep", to: "deep" },
      { from: "sub/deep", to: "sub/shallow" },
    );
    await fc.assert(
      fc.asyncProperty(texts, move, fc.constantFrom("\n", "\r\n"), async (all, { from, to }, eol) => {
        fc.pre(from === to || !PATHS.some((path) => path === to || path.startsWith(`${to}/`)));
        const files: Record<string, string> = Object.fromEntries(PATHS.map((path) => [path, path]));
        for (const [index, path] of PATHS.filter((one) => one.endsWith(".aiplan")).entries()) {
          const sources = all[index]!.map(({ to: target, way, quote }, number) => {
            const value = `${quote}${written(path, target, way)}${quote}`;
            return `  "😀${number}": {x-漢: '🚨', lineage: ${value}, contract: gone.yaml} # ${value}`;
          });
          files[path] = ["data-sources:", ...sources, ""].join(eol);
        }
        await expectFollowed(files, [from, to]);
      }),
      { numRuns: 100 },
    );
  });

  const rows: readonly (readonly [written: string, to: string, expected: string])[] = [
    ["a.yaml", "b:c.yaml", "./b:c.yaml"],
    ["a.yaml", "it's.yaml", "it's.yaml"],
    ["'a.yaml#/x'", "it's.yaml", `"it's.yaml#/x"`],
    ["a.yaml", "b,c.yaml", '"b,c.yaml"'],
    ["a.yaml", "a, #1.yaml", "a.yaml"],
    ['"\\u0061.yaml#x"', "b.yaml", '"b.yaml#x"'],
    ["sub/../a.yaml", "b.yaml", "sub/../b.yaml"],
    ["sub\\..\\a.yaml", "sub/b.yaml", "sub\\b.yaml"],
    ["https://example.com/a.yaml", "b.yaml", "https://example.com/a.yaml"],
    ["../a.yaml", "b.yaml", "../a.yaml"],
    ["sub/a.yaml", "b.yaml", "sub/a.yaml"],
  ];
  for (const [before, to, after] of rows)
    it(`${before} is ${after} once it is ${to}`, async () => {
      const text = (link: string) => `data-sources: {a: {contract: ${link}}} # ${before}\n`;
      const moved = await moveFiles({ "plan.aiplan": text(before), "a.yaml": "a: 1" }, ["a.yaml", to]);
      assert.equal(moved["plan.aiplan"], text(after));
    });

  it("stay as they are where they are words, or where the plan would read otherwise", async () => {
    const files = {
      "plan.aiplan": "operating-limits: {kill-switch: {how: a.yaml}}\n",
      "a.yaml": "a",
    };
    const moved = await moveFiles(files, ["a.yaml", "b c"]);
    assert.equal(moved["plan.aiplan"], files["plan.aiplan"].replace("a.yaml", "./b c"));
    assert.deepEqual(
      await moveFiles({ "plan.aiplan": "operating-limits: {kill-switch: {how: press a.yaml}}", "a.yaml": "" }, [
        "a.yaml",
        "b",
      ]),
      {
        "plan.aiplan": "operating-limits: {kill-switch: {how: press a.yaml}}",
        b: "",
      },
    );
  });
});
