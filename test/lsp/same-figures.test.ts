import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import type { PlanReport, Portfolio, ReportFinding } from "@aiplan/report";
import type { CodeLens } from "vscode-languageserver-protocol";
import { aiplan } from "../cli/aiplan.ts";
import { buildIfStale } from "../cli/built.ts";
import { EXAMPLES, examples, PLANS } from "../harness/examples.ts";
import { LspClient } from "../harness/lsp-client.ts";

/** Of a report what no view may tell in another way. */
function figuresOf({ readiness }: PlanReport) {
  const finding = ({ rule, severity, message, path, range, fixes }: ReportFinding) => {
    return { rule, severity, message, path, range, fixes };
  };
  return {
    ...readiness,
    blockers: readiness.blockers.map(finding),
    next: readiness.next.map((step) => ({ ...step, finding: finding(step.finding) })),
    principles: readiness.principles.map(({ id, status, share, findings, silenced, accepted, unjudged }) => {
      return { id, status, share, unjudged, counts: [findings.length, silenced.length, accepted.length] };
    }),
  };
}

/** The editor takes today for the day, and the command line takes none: that changes nothing either. */
describe("figures of readiness", function () {
  this.timeout(120_000);
  before(buildIfStale);

  for (const [folder, count] of [
    [EXAMPLES, 13],
    [PLANS, 7],
  ] as const)
    it(`are equal in the editor and in every format of the command line: ${folder.split("/").at(-1)}`, async () => {
      const all = examples(folder);
      const plans = all.filter(({ text }) => !/^kind: catalog/m.test(text));
      const client = await LspClient.start({
        files: { ...all[0]!.files, "aiplan.config.yaml": "" },
        capabilities: { textDocument: { codeLens: {} } },
      });
      try {
        const cwd = fileURLToPath(client.uri("."));
        for (const format of ["json", "html", "markdown"])
          await aiplan(["report", "--format", format, "--output", format], { cwd });
        const read = (path: string) => readFileSync(join(cwd, path), "utf8");
        const { plans: rows } = JSON.parse(read("json/index.json")) as Portfolio;
        assert.deepEqual([rows.length, plans.length], [count, count]);
        for (const { name, text } of plans) {
          const textDocument = { uri: await client.open(name, text) };
          const report = (await client.request<PlanReport | null>("aiplan/report", { textDocument }))!;
          const row = rows.find(({ path }) => path === name)!;
          const own = JSON.parse(read(`json/${row.report}`)) as PlanReport;
          assert.deepEqual(figuresOf(own), figuresOf(report), name);
          const { score, blockers } = report.readiness;
          assert.deepEqual([row.score, row.blockers], [score, blockers.length]);
          const [lens] = await client.request<CodeLens[]>("textDocument/codeLens", { textDocument });
          assert.match(lens?.command?.title ?? "", new RegExp(`^Readiness ${score}/100 `), name);
          const elsewhere = (format: string, ending: string) =>
            read(`${format}/${row.report!.replace(/json$/, ending)}`);
          assert.match(elsewhere("markdown", "md"), new RegExp(`\\bScore: ${score} of 100\\b`), name);
          assert.match(elsewhere("html", "html"), new RegExp(`<strong[^>]*>${score}</strong>`), name);
        }
      } finally {
        await client.stop();
      }
    });
});
