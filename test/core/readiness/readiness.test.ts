import assert from "node:assert/strict";
import { DEFAULT_CONFIG, type Readiness, readDate, SCORE_METHOD } from "@aiplan/core";
import type { Files } from "../../harness/check.ts";
import { examples, isClean, PLANS } from "../../harness/examples.ts";
import { ifJudged, type Options, readiness } from "./figures.ts";

const NAME = "ticket-routing/ticket-routing.aiplan";
const whole = examples().find(({ name }) => name === NAME);
assert.ok(whole);
const { files, text } = whole;

/** Where the example stands with some of its text replaced. */
function changed(pairs: Readonly<Record<string, string>>, options?: Options): Promise<Readiness> {
  let now = text;
  for (const [before, after] of Object.entries(pairs)) {
    assert.equal(now.split(before).length, 2, `«${before}» is not there exactly once`);
    now = now.replace(before, () => after);
  }
  return readiness({ ...files, [NAME]: now }, NAME, options);
}

const KILL_SWITCH = /^ {2}kill-switch:.*\n(?: {4}.*\n)*/m.exec(text)?.[0] ?? "";
const WAIVERS = /^waivers: .*\n/m.exec(text)?.[0] ?? "";
const withoutKillSwitch = { [KILL_SWITCH]: "" };
const waiverOf = (rule: string) =>
  `waivers:\n  ${rule}: {reason: It comes in May, approved-by: head-of-support, expires: 2099-12-31}\n`;

function standingOf({ principles }: Readiness, id: string) {
  const found = principles.find(({ principle }) => principle.id === id);
  assert.ok(found);
  return found;
}

describe("readiness", () => {
  for (const plans of [examples(), examples(PLANS)])
    for (const { name, files: those } of plans.filter(isClean))
      it(`is given to ${name}, in which nothing is wrong`, async () => {
        const { isReady, score, blockers } = await readiness(those, name);
        assert.deepEqual([isReady, blockers.length, score >= 95], [true, 0, true], String(score));
      });

  it("is not asked of catalogs, nor of files that are ignored or refused", async () => {
    const none: Files = { "a.aiplan": "kind: catalog\nroles: {}\n", "b.aiplan": "stage: build\n---\nstage: build\n" };
    assert.equal(await ifJudged(none, "a.aiplan"), undefined);
    assert.equal(await ifJudged(none, "b.aiplan"), undefined);
    const config = { ...DEFAULT_CONFIG, uri: "file:///workspace/aiplan.config.yaml", ignore: ["ticket-routing"] };
    assert.equal(await ifJudged(files, NAME, { config }), undefined);
  });

  it("is nothing for an empty file: what must be there is missing, and the rest is not due yet", async () => {
    const { score, earned, isReady, principles } = await readiness({ "a.aiplan": "" }, "a.aiplan");
    const statuses = new Set(principles.map(({ status }) => status));
    assert.deepEqual([score, earned, isReady, statuses], [0, undefined, false, new Set(["missing", "not-yet-due"])]);
  });

  it("is not had with a missing must, be it ignored, switched off, turned down or waived", async () => {
    const open = await changed(withoutKillSwitch);
    const ways = {
      open,
      ignored: await changed({
        ...withoutKillSwitch,
        "operating-limits:": "# aiplan-ignore missing-kill-switch: no\noperating-limits:",
      }),
      off: await changed(withoutKillSwitch, configured("off")),
      down: await changed(withoutKillSwitch, configured("hint")),
      waived: await changed({ ...withoutKillSwitch, [WAIVERS]: waiverOf("missing-kill-switch") }),
    };
    for (const [way, { isReady, score, blockers, earned }] of Object.entries(ways)) {
      assert.deepEqual(
        [isReady, blockers.map(({ rule }) => rule), earned],
        [false, ["missing-kill-switch"], "build"],
        way,
      );
      assert.ok(score <= open.score && score <= 80, `${way}: ${score}`);
    }
    const limits = standingOf(ways.ignored, "operating-limits");
    assert.deepEqual([limits.status, limits.silenced.length, limits.findings.length], ["partly", 1, 0]);
    assert.equal(standingOf(ways.off, "operating-limits").silenced[0]?.by.kind, "configuration");
    assert.equal(standingOf(ways.waived, "operating-limits").accepted.length, 1);
  });

  it("is had with a risk that is accepted, but not the whole score", async () => {
    const peak = { "peak: 900 item/h": "peak: 90000 item/h" };
    const rules = [...new Set((await changed(peak)).blockers.map(({ rule }) => rule))];
    assert.ok(rules.includes("peak-exceeds-rate-limit"));
    const waivers = rules.map((rule) => waiverOf(rule).replace("waivers:\n", "")).join("");
    const waived = await changed({ ...peak, [WAIVERS]: `waivers:\n${waivers}` });
    assert.deepEqual([waived.isReady, waived.blockers], [true, []]);
    assert.ok(waived.score < 100 && waived.score > 80, String(waived.score));
    assert.ok(standingOf(waived, "load-on-legacy").accepted.length > 0);
  });

  it("names the checks that could not be made, and what they lack", async () => {
    const load = standingOf(await changed({ ", peak: 900 item/h": "" }), "load-on-legacy");
    assert.ok(load.unjudged.some(({ rule, lacks }) => rule === "peak-exceeds-rate-limit" && lacks === "load.peak"));
  });

  it("says against each principle that takes a value for missing what is wrong with that value", async () => {
    const broken = await changed({
      "\nowner: support-ops": "\nowner: nobody",
      "  approved-by: head-of-support": "  approved-by: [nobody]",
      "build-start: 2026-03-02": "build-start: soon",
    });
    const reasons = broken.principles.map(({ principle, status, findings, unjudged }) => ({
      [principle.id]: status === "met" || findings.length + unjudged.length > 0,
    }));
    assert.deepEqual(
      reasons.filter((one) => !Object.values(one)[0]),
      [],
    );
    const { findings } = standingOf(broken, "agreed-success");
    assert.ok(findings.some(({ rule }) => rule === "undefined-reference"));
  });

  it("takes a placeholder for what is missing", async () => {
    const gone = await changed({ ", peak: 900 item/h": "" });
    const left = await changed({ "peak: 900 item/h": "peak: <how much comes in>" });
    assert.deepEqual([left.score, left.isReady], [gone.score, false]);
  });

  it("is not had by a plan that can't be read, nor with a catalog that is not there", async () => {
    const garbled = await changed({ "load:": "load: {unit: item\n" });
    assert.deepEqual([garbled.isReady, garbled.earned], [false, undefined]);
    const { "ticket-routing/org.aiplan": _, ...alone } = files;
    const lent = await readiness(alone, NAME);
    assert.deepEqual([lent.isReady, lent.earned, lent.score <= 80], [false, undefined, true]);
  });

  it("stays the same from day to day, unless a day is set", async () => {
    const { date } = readDate("2020-01-01");
    assert.ok(date);
    const today = await readiness(files, NAME, { clock: { date, source: "today" } });
    const set = await readiness(files, NAME, { clock: { date, source: "as-of" } });
    assert.deepEqual([today.score, today.isReady, set.isReady], [100, true, false]);
  });

  it("leads with what gains most, and the last blocker brings the points for being ready", async () => {
    const { next, score } = await changed(withoutKillSwitch);
    const [first] = next;
    assert.ok(first);
    assert.deepEqual([first.finding.rule, first.blocks], ["missing-kill-switch", true]);
    assert.ok(Math.abs(score + first.gain - 100) < 1, `${score} and ${first.gain}`);
    const many = await readiness(files, "before/ticket-routing.aiplan");
    assert.ok(
      many.next.length === 5 && many.next.every(({ gain }, index) => gain <= (many.next[index - 1]?.gain ?? 100)),
    );
  });

  it("promises no points for being ready where nobody can say yet what is missing", async () => {
    const { next } = await readiness({ "a.aiplan": "a: [1\nb: {" }, "a.aiplan");
    assert.deepEqual([...new Set(next.map(({ gain }) => gain))], [0]);
  });

  it("says how it is reckoned", () => assert.match(SCORE_METHOD.join(" "), /up to 80 points/));
});

function configured(level: "off" | "hint"): Options {
  return { config: { ...DEFAULT_CONFIG, rules: new Map([["missing-kill-switch", level]]) } };
}
