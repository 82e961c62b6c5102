import { seenLoad } from "../../figures/work-load.ts";
import type { LoadTest } from "../../language/index.ts";
import { compare, compareDates, distanceInWords, formatRounded, unitInTimeOf } from "../../quantity/index.ts";
import type { NodeOf } from "../../syntax/nodes.ts";
import { askAgain } from "../rewrite.ts";
import { defineRule } from "../rule.ts";
import type { RuleContext } from "../rule-context.ts";
import { from } from "../severity.ts";

export default defineRule({
  id: "load-test-below-peak",
  principle: "load-on-legacy",
  severity: from("pilot", "warning"),
  summary: "The load test carried the peak load, and was made no later than the day of going live.",
  why: `Each number of a system is a promise until the whole chain has carried the load at once: queues, connection pools and
limits that nobody wrote down give way only then. A test below the peak shows that the system carries what it will mostly
have; the busiest hour is then the first test of the rest, with customers in it. So is every hour after going live, if the
test comes later than that.

Where no step of the rollout reaches 100%, the peak is that of the highest traffic, or of the highest share that is mirrored.`,
  silent: `Before the stage pilot, where there is no load test or a number or date of it is missing (\`missing-key\` says so) or cannot be
read, where \`load.peak\` or the milestone \`go-live\` is not there, and where the rollout has steps and none of them a share
that can be read.`,
  source: "Article, The gap between testing and production",
  reads: ["load", "load-test", "milestones", "operating-limits", "rollout"],
  examples: {
    bad: [
      {
        plan: `
stage: pilot
milestones: {go-live: 2026-07-06}
load: {peak: 900 item/h}
load-test: {rate: 10 item/min, duration: 2 h, date: 2026-07-20}
#                 ^^^^^^^^^^^ The load test applied 600 item/h, which is 66.7% of the peak (900 item/h): the busiest hour will be the first test of the rest.
#                                                   ^^^^^^^^^^ The load test is dated 2026-07-20, 2 weeks after going live (2026-07-06): until then
`,
        fixed: `
stage: pilot
milestones: {go-live: 2026-07-06}
load: {peak: 900 item/h}
load-test: {rate: <load applied of at least the peak>, duration: 2 h, date: <date of a test before going live YYYY-MM-DD>}
`,
      },
      {
        plan: `
stage: production
load: {peak: 10 item/s}
load-test:
  rate: 9.99 item/s
#       ^^^^^^^^^^^ The load test applied 9.99 item/s, which is 99.9% of the peak (10 item/s)
  date: 2026-07-20
`,
      },
      {
        plan: `
stage: pilot
load: {peak: 900 item/h}
load-test: {rate: 400 item/h, duration: 2 h}
#                 ^^^^^^^^^^ The load test applied 400 item/h, which is 88.9% of the peak (900 item/h x 50% traffic = 450 item/h)
rollout: {steps: [{id: tenth, traffic: 10%}, {id: half, traffic: 50%}]}
`,
      },
    ],
    good: [
      `
stage: pilot
load: {peak: 900 item/h}
load-test: {rate: 500 item/h, duration: 2 h}
rollout: {steps: [{id: tenth, traffic: 10%}, {id: half, traffic: 50%}]}
`,
      `
stage: pilot
milestones: {go-live: 2026-07-06}
load: {peak: 900 item/h}
load-test: {rate: 15 item/min, duration: 2 h, date: 2026-07-06}
`,
      `
stage: pilot
load: {peak: 900 item/h}
load-test: {rate: <load applied e.g. 1000 item/h>, date: <date of the test YYYY-MM-DD>}
`,
      `
stage: pilot
milestones: {go-live: <date of going live>}
load: {average: 900 item/h}
load-test: {rate: 10 item/h, date: 2027-01-01}
`,
      `
stage: pilot
milestones: {go-live: 2026-07-06}
load: {peak: 900 item/h}
`,
      `
stage: build
milestones: {go-live: 2026-07-06}
load: {peak: 900 item/h}
load-test: {rate: 10 item/h, date: 2027-01-01}
`,
    ],
  },
  check: {
    LoadTest(test, context) {
      checkRate(test, context);
      checkDate(test, context);
    },
  },
});

function checkRate(test: NodeOf<typeof LoadTest>, context: RuleContext): void {
  const rate = test.get("rate");
  const peak = seenLoad(context.checked);
  if (!rate?.value || !peak || (compare(rate.value, peak.quantity) ?? 0) >= 0) return;
  const share = { ...rate.value, dimension: "share", base: rate.value.base / peak.quantity.base } as const;
  const applied = formatRounded(rate.value, unitInTimeOf(rate.value, peak.quantity), peak.quantity);
  const load = formatRounded(peak.quantity);
  const sum = peak.how === load ? load : `${peak.how} = ${load}`;
  context.report(
    rate,
    `The load test applied ${applied}, which is ${formatRounded(share, "%")} of the peak (${sum}): the busiest hour will be the first test of the rest. Test again with at least the peak.`,
    {
      related: [{ at: peak.at, message: "The load at peak" }],
      fixes: askAgain(context, rate, "load applied of at least the peak"),
    },
  );
}

function checkDate(test: NodeOf<typeof LoadTest>, context: RuleContext): void {
  const date = test.get("date");
  const goLive = context.find("milestone", "go-live");
  if (!date?.value || !goLive?.value || compareDates(date.value, goLive.value) <= 0) return;
  const distance = distanceInWords(goLive.value, date.value);
  context.report(
    date,
    `The load test is dated ${date.value.text}, ${distance} going live (${goLive.value.text}): until then the users are the test. Test before, or go live later.`,
    {
      related: [{ at: goLive, message: `Going live on ${goLive.value.text}` }],
      fixes: askAgain(context, date, "date of a test before going live YYYY-MM-DD"),
    },
  );
}
