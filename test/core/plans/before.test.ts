import assert from "node:assert/strict";
import { readdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { type Finding, readDate } from "@aiplan/core";
import { check, type Files } from "../../harness/check.ts";
import { type Example, examples, isClean } from "../../harness/examples.ts";

const GOLDENS = fileURLToPath(new URL("goldens", import.meta.url));
/** Writes what is found as what is expected, to be read before it is kept: `AIPLAN_UPDATE=1 npx mocha test/core/plans/before.test.ts`. */
const UPDATE = process.env.AIPLAN_UPDATE === "1";
/** The day on which the findings were judged. */
const CLOCK = { clock: { date: readDate("2026-11-23").date!, source: "as-of" } } as const;
/** A plan with fewer findings, or of fewer rules, shows too little of what such plans lack. */
const LEAST = { findings: 8, rules: 8 };

const all = examples();
const before = all.filter(({ name }) => name.startsWith("before/"));
const clean = all.filter(isClean);

/** Plans as they are usually written, each with its findings in `goldens/`. A person has read each of them, and agrees. */
describe("plans before their review", () => {
  it("are there for each clean example", () =>
    assert.deepEqual(
      clean.map(idOf).filter((id) => !before.some((plan) => idOf(plan) === id)),
      [],
    ));

  for (const plan of before) {
    describe(plan.name, () => {
      const golden = join(GOLDENS, `${idOf(plan)}.txt`);

      it("claims the stage of the clean plan", () => {
        const counterpart = clean.find((other) => idOf(other) === idOf(plan));
        assert.ok(counterpart, "there is no clean plan of that name");
        assert.equal(stageOf(plan), stageOf(counterpart));
      });

      it("has the findings of its golden file", async () => {
        const found = await findingsOf(plan.files, plan.name);
        if (UPDATE) writeFileSync(golden, found);
        assert.equal(found, readFileSync(golden, "utf8"));
      });

      it("has the same findings with CRLF", async () => {
        const crlf = { ...plan.files, [plan.name]: plan.text.replaceAll("\n", "\r\n") };
        assert.equal(await findingsOf(crlf, plan.name), await findingsOf(plan.files, plan.name));
      });

      it("has enough of them to be worth comparing", async () => {
        const found = await check(plan.files, plan.name, undefined, CLOCK);
        assert.ok(found.length >= LEAST.findings, `only ${found.length} findings`);
        assert.ok(new Set(found.map(({ rule }) => rule)).size >= LEAST.rules);
      });
    });
  }

  it("have a golden file each, and no golden file is left over", () =>
    assert.deepEqual(readdirSync(GOLDENS).sort(), before.map((plan) => `${idOf(plan)}.txt`).sort()));
});

/** One finding a line: `line:column severity rule message`, counted from one. */
async function findingsOf(files: Files, name: string): Promise<string> {
  const text = files[name] ?? "";
  const found = await check(files, name, undefined, CLOCK);
  const lines = [...found].sort((a, b) => a.place.start - b.place.start).map((finding) => lineFor(finding, text));
  return `${lines.join("\n")}\n`;
}

function lineFor({ rule, severity, message, place }: Finding, text: string): string {
  assert.ok(!message.includes("\n"), `a message of ${rule} has several lines`);
  const above = text.slice(0, place.start).split(/\r?\n/);
  return `${above.length}:${(above.at(-1) ?? "").length + 1} ${severity} ${rule} ${message}`;
}

function idOf({ name }: Example): string {
  return /([^/]+)\.aiplan$/.exec(name)?.[1] ?? "";
}

function stageOf({ text }: Example): string | undefined {
  return /^stage: *(\w+)/m.exec(text)?.[1];
}
