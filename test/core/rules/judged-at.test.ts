import assert from "node:assert/strict";
import { type Finding, type LoadOptions, language, readDate, rules, runRules } from "@aiplan/core";
import { load } from "../../harness/check.ts";
import { examples } from "../../harness/examples.ts";

const { STAGES } = language;
/** Before the milestones of most plans, so that what has not come yet is spoken of. */
const options: Partial<LoadOptions> = { clock: { date: readDate("2026-03-20").date!, source: "as-of" } };

async function judged(text: string, stage: language.Stage, files = {}, name = "plan.aiplan"): Promise<Finding[]> {
  return runRules(await load({ ...files, [name]: text }, name, { ...options, stage }), rules);
}

/** What is found, where, and in which words; but for the two rules that speak of the claim itself. */
function described(text: string, findings: readonly Finding[]): string[] {
  const shown = (place: Finding["place"]) =>
    text
      .slice(place.start, place.end)
      .split("\n", 1)[0]
      ?.replace(/^(?:proposal|build|pilot|production)$/, "stage");
  return findings.map((finding) => {
    const { rule, severity, place, related, fixes } = finding;
    const isOfClaim = rule === "stage-not-earned" || rule === "stage-before-milestone";
    const message = isOfClaim ? "" : finding.message;
    const others = related.map((one) => one.message.replace(/The plan claims the (stage `[a-z]+`), which/, "The $1"));
    return [severity, rule, shown(place), message, ...others, ...fixes.map(({ title }) => title)].join(" | ");
  });
}

describe("a plan that is judged as if it claimed a stage", () => {
  for (const { name, text, files } of examples()) {
    const claim = /^stage: +([a-z]+)/m.exec(text);
    if (!claim) continue;
    it(`gets the findings that it would get if it did: ${name}`, async () => {
      for (const stage of STAGES) {
        const written = text.replace(/^(stage: +)[a-z]+/m, `$1${stage}`);
        const workspace = await load({ ...files, [name]: written }, name, options);
        assert.deepEqual(
          described(text, await judged(text, stage, files, name)),
          described(written, runRules(workspace, rules)),
          stage,
        );
      }
    });
  }

  it("says what stands in the way, at what it claims", async () => {
    const text = "aiplan: 1\nname: a\nstage: proposal\nmilestones: {go-live: 2026-07-06}\n";
    const found = await judged(text, "production");
    const [summary] = found.filter(({ rule }) => rule === "stage-not-earned");
    assert.match(
      summary?.message ?? "",
      /^This plan does not earn `production` yet, for \d+ things stand in the way: .*\. Settle them before it claims that stage\.$/,
    );
    assert.equal(text.slice(summary?.place.start, summary?.place.end), "proposal");
    assert.equal(summary?.severity, "error");
    assert.deepEqual(
      found.filter(({ rule }) => rule === "stage-before-milestone").map(({ message }) => message),
      [
        "The stage `production` begins with `go-live` on 2026-07-06, but it is only 2026-03-20. Claim the stage before, or correct the date.",
      ],
    );
  });

  it("need not claim any: that it does not is no lack then", async () => {
    const text = "aiplan: 1\nname: a\n";
    const found = await judged(text, "build");
    const [summary] = found.filter(({ rule }) => rule === "stage-not-earned");
    assert.match(summary?.message ?? "", /does not earn `build` yet/);
    assert.equal(text.slice(summary?.place.start, summary?.place.end), "aiplan");
    assert.doesNotMatch(found.find(({ rule }) => rule === "missing-key")?.message ?? "", /`stage`/);
  });

  it("speaks of the claim as ever where it is that stage", async () => {
    const found = await judged("aiplan: 1\nstage: build\n", "build");
    assert.match(
      found.find(({ rule }) => rule === "stage-not-earned")?.message ?? "",
      /^This plan claims `build`, but/,
    );
  });

  it("is none where it is a catalog", async () => {
    assert.deepEqual(await judged("aiplan: 1\nkind: catalog\nname: org\nroles: {ops: {}}\n", "production"), []);
  });
});
