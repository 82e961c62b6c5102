import assert from "node:assert/strict";
import { existsSync, readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { everyRule, principles } from "@aiplan/core";

/**
 * The ids of the rule catalogue, in its order: what a team has switched off, waived or ignored by id must go on meaning
 * the same. An id is never taken out of this list, and never given to another rule.
 */
const CATALOGUE = `
  missing-outcome technology-before-outcome missing-workflow-redesign redesign-after-build
  missing-success-criteria missing-benchmark non-numeric-target criteria-agreed-after-build benchmark-regression
  identical-benchmarks missing-baseline no-business-criterion
  missing-economics economics-agreed-after-build cost-exceeds-ceiling payback-exceeds-horizon roi-needs-less-review
  review-not-costed
  missing-data-sources pilot-only-data-source schema-type-mismatch schema-format-mismatch join-column-unknown
  join-key-not-unique join-unprofiled undeclared-join stale-data-for-use missing-labels history-too-short missing-lineage
  missing-source-owner
  peak-exceeds-rate-limit latency-budget-exceeded slo-exceeds-dependencies missing-failure-behaviour load-test-below-peak
  integration-gap-open dependency-not-production fallback-capacity-exceeded timeout-exceeds-latency
  missing-operating-limits missing-kill-switch kill-switch-untested action-limit-below-peak action-allowed-and-forbidden
  missing-monitoring monitoring-too-late unmonitored-criterion quality-not-monitored trigger-contradicts-target
  window-shorter-than-label-delay benchmark-before-labels slice-unmonitored review-unattended review-calendar-only
  slo-link-mismatch
  missing-escalation-path undefined-escalation-path escalation-dead-end escalation-cycle escalation-hours-gap
  ladder-not-monotonic change-without-evidence oversight-removed reviewer-capacity-exceeded sample-unreachable
  reviewer-trained-late step-entered-early benchmark-missed missing-rollback overrides-not-logged
  model-card-below-target
  yaml-syntax split-value comment-ate-value unquoted-operator unknown-key duplicate-definition undefined-reference
  unit-mismatch ambiguous-duration-unit percent-out-of-range invalid-date milestone-order multiple-documents
  newer-language-version missing-key placeholder-left linked-file-missing rollout-link-mismatch raci-accountable
  unused-definition waiver-incomplete waiver-expired ignore-without-reason unused-ignore evidence-in-future
  stage-before-milestone stage-not-earned
  eu-ai-act-log-retention eu-ai-act-stop eu-ai-act-overseer eu-ai-act-post-market-plan eu-ai-act-incident-report
  goalposts-moved escalation-weakened kill-switch-weakened
  oversight-weakened limits-raised ceiling-raised data-demoted rollback-weakened monitoring-weakened waiver-extended
  plan-removed
`;

const ids = CATALOGUE.trim().split(/\s+/);
const docs = (path: string) => fileURLToPath(new URL(`../../../docs/${path}`, import.meta.url));

describe("the catalogue of rules", () => {
  it("names each rule once", () => assert.equal(new Set(ids).size, ids.length));

  it("is there whole", () =>
    assert.deepEqual(
      ids.filter((id) => !everyRule.some((rule) => rule.id === id)),
      [],
    ));

  it("has a page for each rule, and a line in the index that counts them", () => {
    const index = readFileSync(docs("rules/README.md"), "utf8");
    assert.deepEqual(
      everyRule
        .filter(({ id }) => !existsSync(docs(`rules/${id}.md`)) || !index.includes(`](${id}.md)`))
        .map(({ id }) => id),
      [],
    );
    assert.ok(index.includes(`${everyRule.length} rules in `));
  });

  it("gives each rule one principle, whose page links to the rule's", () => {
    for (const { id, principle } of everyRule) {
      const pages = principles.filter((one) =>
        readFileSync(docs(`principles/${one.id}.md`), "utf8").includes(`rules/${id}.md)`),
      );
      assert.deepEqual(
        pages.map((one) => one.id),
        [principle],
        id,
      );
    }
  });
});
