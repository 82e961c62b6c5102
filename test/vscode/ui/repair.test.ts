import assert from "node:assert/strict";
import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { LAYOUTS, type Layout, layOut, linesUnder, without } from "./plan-text.ts";
import { checkOpenPlansOnly, root, Workbench } from "./workbench.ts";

const example = join(root, "examples/ticket-routing");
const good = readFileSync(join(example, "ticket-routing.aiplan"), "utf8");

/** A mistake that is made in the good example by keyboard, and then repaired with its quick fix. */
interface Repair {
  readonly title: string;
  /** Makes the mistake in the plan, whose text is given. */
  readonly spoil: (workbench: Workbench, text: string) => Promise<void>;
  /** The rules that find it, once for each finding. */
  readonly findings: readonly string[];
  readonly fix: string;
  /** What is typed at the tab stops of the fix. */
  readonly values: readonly string[];
  /** The rules that still have something to say then, as information. */
  readonly left?: readonly string[];
  /** The text that is then saved, indented by two spaces and with LF line ends. */
  readonly repaired: string;
}

const criteria = `success-criteria:
  agreed: 2026-02-06
  approved-by: head-of-support
  targets:
    time-to-right-team: {month-1: 3 h, month-6: 1.5 h}
    routing-accuracy: {month-1: 88%, month-6: 93%}
    override-rate: {month-1: 12%, month-6: 8%}
    latency-p95: {month-1: 2.5 s, month-6: 2 s}
    availability: {month-1: 99%, month-6: 99.5%}
    input-drift: {month-1: 0.2, month-6: 0.1}
`;
const misroute = `  misroute:
    hours: business
    steps:
      - {notify: triage-lead, via: phone, within: 15 min}
`;

const repairs: readonly Repair[] = [
  {
    title: "success criteria that are missing",
    spoil: (workbench, text) => deleteUnder(workbench, text, "success-criteria"),
    findings: ["missing-success-criteria"],
    fix: "Insert `success-criteria`",
    values: [
      ...["2026-02-06", "head-of-support", "3 h", "1.5 h", "88%", "93%", "12%", "8%"],
      ...["2.5 s", "2 s", "99%", "99.5%", "0.2", "0.1"],
    ],
    left: ["missing-baseline", "missing-baseline"],
    repaired: insertBefore("economics", `\n${criteria}`, without(good, linesUnder(good, "success-criteria"))),
  },
  {
    title: "an escalation path that is used and not defined",
    spoil: (workbench, text) => deleteUnder(workbench, text, "misroute"),
    findings: good.match(/escalate: misroute/g)!.map(() => "undefined-escalation-path"),
    fix: "Create the escalation path `misroute`",
    values: ["business", "triage-lead", "phone", "15 min"],
    repaired: insertBefore("human-oversight", misroute, without(good, linesUnder(good, "misroute"))),
  },
  {
    title: "a data source that exists only in the pilot",
    spoil: async (workbench, text) => {
      const { first } = linesUnder(text, "accounts");
      const line = text.split("\n").findIndex((line, at) => at > first && line.includes("environment: production"));
      await workbench.goTo(line + 1);
      await workbench.press("End", "Control+Shift+ArrowLeft");
      await workbench.type("pilot");
    },
    findings: ["pilot-only-data-source"],
    fix: "Insert `production-source`",
    values: ["tickets"],
    repaired: good.replace(/(accounts:[\s\S]*?environment: )production\n/, "$1pilot\n    production-source: tickets\n"),
  },
];

describe("By keyboard alone, in the packaged extension, an author repairs", () => {
  const folder = mkdtempSync(join(tmpdir(), "ai-plan-workspace-"));
  const cases = repairs.flatMap((repair) => LAYOUTS.map((layout) => ({ repair, layout })));
  let workbench: Workbench;

  before(async () => {
    for (const [index, { layout }] of cases.entries()) copyExample(folder, `plan-${index}`, layout);
    checkOpenPlansOnly(folder);
    workbench = await Workbench.start(folder);
  });
  afterEach(async function () {
    if (this.currentTest?.state === "failed") await workbench.screenshot(`failed ${this.currentTest.title}`);
    await workbench.closeAll();
  });
  after(async () => {
    await workbench?.stop();
    rmSync(folder, { recursive: true, force: true });
  });

  for (const [index, { repair, layout }] of cases.entries()) {
    it(`${repair.title} (${layout.name})`, async () => {
      const path = `plan-${index}/plan-${index}.aiplan`;
      await workbench.open(path);
      await workbench.expectFindings();
      await repair.spoil(workbench, layOut(good, layout));
      await workbench.expectFindings(...repair.findings, "stage-not-earned");
      await workbench.goTo(1);
      await workbench.goToFinding(repair.findings[0] ?? "");
      await workbench.quickFix(repair.fix);
      await workbench.fillIn(repair.values);
      await workbench.expectFindings(...(repair.left ?? []));
      await workbench.screenshot(`repaired ${repair.title} (${layout.name})`);
      await workbench.press("Control+S");
      await expectBytes(workbench, join(folder, path), layOut(repair.repaired, layout));
    });
  }
});

/** Copies the example with all that it links to; the plan gets a name that is not like any other in the workspace. */
function copyExample(workspace: string, name: string, layout: Layout): void {
  const folder = join(workspace, name);
  cpSync(example, folder, { recursive: true });
  rmSync(join(folder, "ticket-routing.aiplan"));
  writeFileSync(join(folder, `${name}.aiplan`), layOut(good, layout));
}

/** Puts a text at the end of what stands before a section, above the blank line that parts the two. */
function insertBefore(section: string, inserted: string, text: string): string {
  const at = text.indexOf(`\n\n${section}:`) + 1;
  assert.ok(at > 0, `no blank line before ${section}`);
  return text.slice(0, at) + inserted + text.slice(at);
}

async function deleteUnder(workbench: Workbench, text: string, key: string): Promise<void> {
  const { first, count } = linesUnder(text, key);
  await workbench.goTo(first + 1);
  await workbench.press(...Array<string>(count).fill("Shift+ArrowDown"), "Delete");
}

async function expectBytes(workbench: Workbench, path: string, expected: string): Promise<void> {
  const saved = () => readFileSync(path, "utf8");
  await workbench.until("the file to be saved", async () => saved() === expected).catch(() => {});
  assert.equal(saved(), expected);
}
