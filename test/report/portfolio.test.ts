import assert from "node:assert/strict";
import { type PlanReport, PortfolioMaker, type ReportFinding, type ReportReadiness } from "@aiplan/report/data";

const finding = (rule: string): ReportFinding => {
  const start = { line: 0, character: 0 };
  return { rule, severity: "error", message: "m", headline: "h", path: "p", range: { start, end: start }, fixes: [] };
};

interface Given extends Partial<ReportReadiness> {
  readonly goLive?: string;
  readonly asOf?: string;
}

function report(path: string, { goLive, asOf, ...readiness }: Given = {}): PlanReport {
  return {
    kind: "plan",
    path,
    name: path,
    ...(goLive === undefined ? {} : { goLive }),
    ...(asOf === undefined ? {} : { asOf }),
    readiness: { stage: "pilot", isReady: false, score: 50, blockers: [], principles: [], next: [], ...readiness },
    pictures: {},
  };
}

function portfolioOf(...reports: readonly PlanReport[]) {
  const maker = new PortfolioMaker();
  for (const one of reports) maker.plan(one);
  return maker.portfolio;
}

describe("A portfolio", () => {
  it("has first what is not ready, and there the furthest stage, the nearest go-live and the lowest score", () => {
    const inOrder = [
      report("live", { stage: "production", goLive: "2027-01-01", score: 90 }),
      report("soon", { goLive: "2026-09-01", score: 80 }),
      report("low", { goLive: "2026-10-01", score: 20 }),
      report("high", { goLive: "2026-10-01", score: 30 }),
      report("a"),
      report("b"),
      report("idea", { stage: "proposal", goLive: "2026-08-01", score: 0 }),
      report("ready", { stage: "production", isReady: true, goLive: "2026-01-01", score: 60 }),
    ];
    for (const reports of [inOrder, inOrder.toReversed()])
      assert.deepEqual(
        portfolioOf(...reports).plans.map(({ path }) => path),
        inOrder.map(({ path }) => path),
      );
  });

  it("counts a rule once for each plan that it blocks, the commonest first", () => {
    const { gaps } = portfolioOf(
      report("a", { blockers: [finding("missing-key"), finding("missing-key"), finding("unknown-key")] }),
      report("b", { blockers: [finding("missing-key")] }),
    );
    assert.deepEqual(
      gaps.rules.map(({ id, plans }) => [id, plans]),
      [
        ["missing-key", 2],
        ["unknown-key", 1],
      ],
    );
    assert.match(gaps.rules[0]!.title, /due/);
  });

  it("counts the principles that are due and not met, and no others", () => {
    const principle = (id: "right-order" | "traceability", status: "met" | "partly" | "missing" | "not-yet-due") => ({
      ...{ id, number: 1, title: `The ${id}`, what: "", status, dueFrom: "proposal" as const, share: 0 },
      ...{ findings: [], silenced: [], accepted: [], unjudged: [] },
    });
    const { gaps, plans } = portfolioOf(
      report("a", { principles: [principle("right-order", "missing"), principle("traceability", "not-yet-due")] }),
      report("b", { principles: [principle("right-order", "partly"), principle("traceability", "met")] }),
    );
    assert.deepEqual(gaps.principles, [{ id: "right-order", title: "The right-order", plans: 2 }]);
    assert.deepEqual(plans[0]?.principles, { met: 0, partly: 0, missing: 1, "not-yet-due": 1 });
  });

  it("is of a day only where all plans are of that one", () => {
    assert.equal(
      portfolioOf(report("a", { asOf: "2026-07-06" }), report("b", { asOf: "2026-07-06" })).asOf,
      "2026-07-06",
    );
    assert.equal(portfolioOf(report("a", { asOf: "2026-07-06" }), report("b", { asOf: "2026-07-07" })).asOf, undefined);
    assert.equal(portfolioOf(report("a", { asOf: "2026-07-06" }), report("b")).asOf, undefined);
  });
});
