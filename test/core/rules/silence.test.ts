import assert from "node:assert/strict";
import {
  type Config,
  DEFAULT_CONFIG,
  type Finding,
  type LoadOptions,
  type RuleLevel,
  readDate,
  rules,
  runAllRules,
  runRules,
} from "@aiplan/core";
import { silence } from "../../../core/src/rules/silence.ts";
import { CheckedPlan } from "../../../core/src/workspace/checked-plan.ts";
import { check, load, ROOT } from "../../harness/check.ts";

type Options = Partial<LoadOptions>;

/** The findings of one rule, as `severity «text»`. */
async function findings(rule: string, text: string, options?: Options): Promise<string[]> {
  const found: Finding[] = await check({ "plan.aiplan": text }, "plan.aiplan", undefined, options);
  return found
    .filter((finding) => finding.rule === rule)
    .map(({ severity, place }) => `${severity} ${text.slice(place.start, place.end)}`);
}

function config(levels: Record<string, RuleLevel>): { config: Config } {
  return { config: { ...DEFAULT_CONFIG, rules: new Map(Object.entries(levels)) } };
}

function at(date: string, source: "as-of" | "today" = "as-of"): Options {
  return { clock: { date: readDate(date).date!, source } };
}

const twoSlips = "outcome:\n  sponsor: Maria\n  budget: large\n";

describe("levels of the configuration", () => {
  it("make a rule heavier or lighter, or turn it off", async () => {
    assert.deepEqual(await findings("unknown-key", twoSlips), ["warning sponsor", "warning budget"]);
    assert.deepEqual(await findings("unknown-key", twoSlips, config({ "unknown-key": "error" })), [
      "error sponsor",
      "error budget",
    ]);
    assert.deepEqual(await findings("unknown-key", twoSlips, config({ "unknown-key": "hint" })), [
      "hint sponsor",
      "hint budget",
    ]);
    assert.deepEqual(await findings("unknown-key", twoSlips, config({ "unknown-key": "off" })), []);
    assert.deepEqual(await findings("unknown-key", twoSlips, config({ "missing-key": "off" })), [
      "warning sponsor",
      "warning budget",
    ]);
  });

  it("reach the rules that the plan itself can't silence", async () => {
    const options = config({ "undefined-reference": "info" });
    assert.deepEqual(await findings("undefined-reference", "owner: nobody\n"), ["error nobody"]);
    assert.deepEqual(await findings("undefined-reference", "owner: nobody\n", options), ["info nobody"]);
  });
});

describe("an ignore comment", () => {
  const reason = "another tool reads it";
  const sponsor = async (text: string) => (await findings("unknown-key", text)).join();

  it("on a line of its own covers the next line", async () => {
    const text = `outcome:\n  # aiplan-ignore unknown-key: ${reason}\n  sponsor: Maria\n  budget: large\n`;
    assert.equal(await sponsor(text), "warning budget");
  });
  it("covers the next line also past blank lines and comments", async () => {
    const text = `outcome:\n  # aiplan-ignore unknown-key: ${reason}\n\n  # the sponsor\n  sponsor: Maria\n`;
    assert.equal(await sponsor(text), "");
  });
  it("behind a value covers its own line", async () => {
    const text = `outcome:\n  sponsor: Maria # aiplan-ignore unknown-key: ${reason}\n  budget: large\n`;
    assert.equal(await sponsor(text), "warning budget");
  });
  it("for the file covers all of it, wherever it stands", async () => {
    assert.equal(await sponsor(`${twoSlips}# aiplan-ignore-file unknown-key: ${reason}\n`), "");
  });
  it("covers only the rule that it names", async () => {
    assert.equal(
      await sponsor(`${twoSlips}# aiplan-ignore-file missing-key: ${reason}\n`),
      "warning sponsor,warning budget",
    );
  });
  it("without a reason silences nothing, and is reported", async () => {
    for (const comment of ["# aiplan-ignore-file unknown-key", "# aiplan-ignore-file unknown-key:  "]) {
      assert.equal(await sponsor(`${twoSlips}${comment}\n`), "warning sponsor,warning budget");
      assert.deepEqual(await findings("ignore-without-reason", `${twoSlips}${comment}\n`), [
        `warning ${comment.trim()}`,
      ]);
    }
  });
  it("is none within a text", async () => {
    const text = `title: |\n  # aiplan-ignore-file unknown-key: ${reason}\n${twoSlips}`;
    assert.equal(await sponsor(text), "warning sponsor,warning budget");
  });
  it("works with CRLF", async () => {
    const text = `outcome:\n  # aiplan-ignore unknown-key: ${reason}\n  sponsor: Maria\n`.replaceAll("\n", "\r\n");
    assert.equal(await sponsor(text), "");
    assert.deepEqual(await findings("unused-ignore", text), []);
  });
  it("silences no error that a plan of every stage has", async () => {
    const text = "# aiplan-ignore undefined-reference: we know\nowner: nobody\n";
    assert.deepEqual(await findings("undefined-reference", text), ["error nobody"]);
    assert.deepEqual(await findings("ignore-without-reason", text), ["warning undefined-reference"]);
    assert.deepEqual(await findings("unused-ignore", text), []);
  });
  it("silences an error that comes only with the stage", async () => {
    const lacking = "stage: production\nroles:\n  ops:\n    deputy: ops\n";
    assert.deepEqual(await findings("missing-key", lacking), ["error production", "error ops"]);
    const ignored = lacking.replace("  ops:", "  # aiplan-ignore missing-key: nobody calls them\n  ops:");
    assert.deepEqual(await findings("missing-key", ignored), ["error production"]);
  });
  it("of a rule that is switched off is not called unused", async () => {
    const text = `# aiplan-ignore-file unknown-key: ${reason}\n`;
    assert.equal((await findings("unused-ignore", text)).length, 1);
    assert.deepEqual(await findings("unused-ignore", text, config({ "unknown-key": "off" })), []);
  });
  it("of a rule that is silent at the plan's stage is not called unused, whatever level it is set to", async () => {
    const text = "# aiplan-ignore-file pilot-only-data-source: it is replaced in August\nstage: proposal\n";
    const later = text.replace("proposal", "production");
    for (const options of [{}, config({ "pilot-only-data-source": "error" })]) {
      assert.deepEqual(await findings("unused-ignore", text, options), []);
      assert.equal((await findings("unused-ignore", later, options)).length, 1);
    }
  });
  it("of a rule that needs a date is not called unused where there is none", async () => {
    const text = "# aiplan-ignore-file stage-before-milestone: the date is being moved\nstage: pilot\n";
    assert.deepEqual(await findings("unused-ignore", text), []);
    assert.equal((await findings("unused-ignore", text, at("2026-05-01"))).length, 1);
  });
});

describe("a waiver", () => {
  const waiver = (rest: string) => `waivers:\n  unknown-key: {${rest}}\n`;
  const complete = "reason: Known, approved-by: ops, expires: 2026-08-31";
  const slips = async (text: string, options?: Options) => findings("unknown-key", twoSlips + text, options);

  it("turns findings of its rule to information until it expires, that day included", async () => {
    const waived = ["info sponsor", "info budget"];
    assert.deepEqual(await slips(waiver(complete)), waived);
    assert.deepEqual(await slips(waiver(complete), at("2026-08-31")), waived);
    assert.deepEqual(await slips(waiver(complete), at("2026-09-01")), ["warning sponsor", "warning budget"]);
  });
  it("is named by what it covers, with who accepted it and until when", async () => {
    const text = twoSlips + waiver(complete);
    const found = await check({ "plan.aiplan": text }, "plan.aiplan");
    const sponsor = found.find(({ rule }) => rule === "unknown-key");
    assert.match(sponsor?.message ?? "", /\. Accepted by `ops` until 2026-08-31\.$/);
    assert.equal(sponsor?.related.at(-1)?.place.start, text.indexOf("unknown-key"));
  });
  it("covers only the path that it names", async () => {
    assert.deepEqual(await slips(waiver(`at: outcome.sponsor, ${complete}`)), ["info sponsor", "warning budget"]);
    assert.deepEqual(await slips(waiver(`at: outcome, ${complete}`)), ["info sponsor", "info budget"]);
    assert.deepEqual(await slips(waiver(`at: outcome.nothing, ${complete}`)), ["warning sponsor", "warning budget"]);
    assert.deepEqual(await slips(waiver(`at: systems, ${complete}`)), ["warning sponsor", "warning budget"]);
  });
  it("makes nothing louder: a hint stays a hint", async () => {
    const text = `stage: proposal\n${waiver(complete).replace("unknown-key", "missing-operating-limits")}`;
    assert.deepEqual(await findings("missing-operating-limits", text), ["hint proposal"]);
  });
  it("covers what is missing by the path where it would stand", async () => {
    const missing = (path: string) => waiver(`at: ${path}, ${complete}`).replace("unknown-key", "missing-outcome");
    const text = (path: string) => `stage: pilot\n${missing(path)}`;
    assert.deepEqual(await findings("missing-outcome", text("outcome")), ["info pilot"]);
    assert.deepEqual(await findings("missing-outcome", text("economics")), ["error pilot"]);
    const there = (path: string) => `${text(path)}outcome: {statement: Cut the time}\n`;
    assert.deepEqual(await findings("missing-outcome", there("outcome.kpi")), ["info outcome"]);
    assert.deepEqual(await findings("missing-outcome", there("outcome.owner")), ["error outcome"]);
    const empty = `${text("outcome.kpi")}outcome: {}\n`;
    assert.deepEqual(await findings("missing-outcome", empty), ["error outcome"], "more than the KPI is missing");
  });
  it("covers an item of a list by its id or its number, the first being 1", async () => {
    const steps = "rollout:\n  steps:\n    - {id: shadow, one: 1}\n    - {id: canary, two: 2}\n";
    const kept = (path: string) => findings("unknown-key", steps + waiver(`at: ${path}, ${complete}`));
    assert.deepEqual(await kept("rollout.steps.canary"), ["warning one", "info two"]);
    assert.deepEqual(await kept("rollout.steps.1"), ["info one", "warning two"]);
    assert.deepEqual(await kept("rollout.steps.canary.two"), ["warning one", "info two"]);
    assert.deepEqual(await kept("rollout.steps.0"), ["warning one", "warning two"]);
  });
  it("for a path covers nothing in another file, wherever it stands there", async () => {
    const files = { "plan.aiplan": twoSlips + waiver(`at: outcome, ${complete}`) };
    const checked = new CheckedPlan(await load(files, "plan.aiplan"));
    const inFile = (name: string): Finding => ({
      rule: "unknown-key",
      severity: "warning",
      message: "",
      place: { uri: `${ROOT}/${name}`, start: 11, end: 18 },
      related: [],
      fixes: [],
      unnecessary: false,
    });
    const { kept } = silence([inFile("plan.aiplan"), inFile("org.aiplan")], checked, new Map());
    assert.deepEqual(
      kept.map(({ severity }) => severity),
      ["info", "warning"],
    );
  });
  it("covers an id that has dots", async () => {
    const text = `roles:\n  ops.night: {one: 1}\n${waiver(`at: roles.ops.night, ${complete}`)}`;
    assert.deepEqual(await findings("unknown-key", text), ["info one"]);
  });
  for (const key of ["reason", "approved-by", "expires"])
    it(`does not count without \`${key}\`, nor with a placeholder for it`, async () => {
      const parts = complete.split(", ");
      const without = parts.filter((part) => !part.startsWith(key)).join(", ");
      assert.deepEqual(await slips(waiver(without)), ["warning sponsor", "warning budget"]);
      const placeholder = parts.map((part) => (part.startsWith(key) ? `${key}: <to be written>` : part)).join(", ");
      assert.deepEqual(await slips(waiver(placeholder)), ["warning sponsor", "warning budget"]);
    });
  it("of one rule leaves the others alone", async () => {
    assert.deepEqual(await slips(waiver(complete).replace("unknown-key", "missing-key")), [
      "warning sponsor",
      "warning budget",
    ]);
  });
  it("does not reach errors that a plan of every stage has", async () => {
    const text = `owner: nobody\n${waiver(complete).replace("unknown-key", "undefined-reference")}`;
    assert.deepEqual(await findings("undefined-reference", text), ["error nobody", "error ops"]);
    assert.deepEqual(await findings("waiver-incomplete", text), ["warning undefined-reference"]);
  });
});

describe("rules that compare with the date", () => {
  const early = "stage: pilot\nmilestones: {pilot-start: 2026-05-04}\n";
  const ended = "waivers:\n  missing-key: {reason: Known, approved-by: ops, expires: 2026-04-30}\n";
  const future = "stage: pilot\nload-test: {date: 2026-06-10}\n";
  for (const [rule, text, marked] of [
    ["stage-before-milestone", early, "pilot"],
    ["waiver-expired", ended, "2026-04-30"],
    ["evidence-in-future", future, "2026-06-10"],
  ] as const)
    it(`warn by \`as-of\`, only hint by today's date and are silent without: ${rule}`, async () => {
      assert.deepEqual(await findings(rule, text, at("2026-05-01")), [`warning ${marked}`]);
      assert.deepEqual(await findings(rule, text, at("2026-05-01", "today")), [`hint ${marked}`]);
      assert.deepEqual(await findings(rule, text), []);
    });
});

describe("what is silenced", () => {
  const silenced = async (text: string, options?: Options) => {
    const { findings, silenced } = runAllRules(await load({ "plan.aiplan": text }, "plan.aiplan", options), rules);
    const textAt = ({ start, end }: Finding["place"]) => text.slice(start, end);
    return {
      findings,
      shown: silenced.map(({ finding, by }) => {
        const what = by.kind === "comment" ? `«${textAt(by.place)}» (${by.reason})` : by.kind;
        return `${finding.severity} ${finding.rule} ${textAt(finding.place)} by ${what}`;
      }),
    };
  };

  it("by a comment is given with its reason and its place", async () => {
    const comment = "# aiplan-ignore unknown-key: read by another tool";
    const { shown } = await silenced(`outcome:\n  ${comment}\n  sponsor: Maria\n  budget: large\n`);
    assert.deepEqual(shown, [`warning unknown-key sponsor by «${comment}» (read by another tool)`]);
  });
  it("has the level that the configuration gives its rule", async () => {
    const { shown } = await silenced("sponsor: x # aiplan-ignore unknown-key: y\n", config({ "unknown-key": "error" }));
    assert.deepEqual(shown, ["error unknown-key sponsor by «# aiplan-ignore unknown-key: y» (y)"]);
  });
  it("by the configuration is found all the same, those rules too that judge what others found", async () => {
    const text = "aiplan: 1\nstage: pilot\nsponsor: Maria\n";
    const { shown } = await silenced(text, config({ "unknown-key": "off", "stage-not-earned": "off" }));
    assert.deepEqual(shown, [
      "warning stage-not-earned pilot by configuration",
      "warning unknown-key sponsor by configuration",
    ]);
  });
  it("by nobody is not here: rules of a profile that is off, before their stage, and off of themselves", async () => {
    const levels = Object.fromEntries(rules.map(({ id }) => [id, "off" as const]));
    const { findings, shown } = await silenced("aiplan: 1\nstage: proposal\n", config(levels));
    assert.deepEqual(findings, []);
    assert.ok(shown.length > 0 && !shown.some((one) => /eu-ai-act|missing-rollback/.test(one)), shown.join("\n"));
    assert.deepEqual((await silenced("aiplan: 1\nstage: proposal\n")).shown, []);
  });
  it("by a waiver stays a finding, and says who took the risk, why and until when", async () => {
    const text = `${twoSlips}waivers:\n  unknown-key: {reason: Known, approved-by: ops, expires: 2026-08-31}\n`;
    const { findings, shown } = await silenced(text);
    assert.deepEqual(shown, []);
    const { place, ...said } = findings.find(({ rule }) => rule === "unknown-key")!.accepted!;
    assert.deepEqual(said, { approver: "ops", reason: "Known", expires: "2026-08-31" });
    assert.equal(text.slice(place.start, place.end), "unknown-key");
  });
  it("changes nothing of what is found", async () => {
    const options = config({ "missing-key": "off" });
    const text = "aiplan: 1\nstage: pilot\nsponsor: x # aiplan-ignore unknown-key: y\n";
    const workspace = await load({ "plan.aiplan": text }, "plan.aiplan", options);
    const brief = (findings: readonly Finding[]) => findings.map(({ rule, message }) => `${rule} ${message}`);
    assert.deepEqual(brief(runAllRules(workspace, rules).findings), brief(runRules(workspace, rules)));
  });
});
