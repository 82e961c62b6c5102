import type { MapNode } from "../../syntax/nodes.ts";
import { listKeys, titleForInserting } from "../messages.ts";
import { defineRule } from "../rule.ts";
import type { RuleContext } from "../rule-context.ts";
import { ramp } from "../severity.ts";

export default defineRule({
  id: "missing-key",
  principle: "right-order",
  severity: ramp("proposal"),
  summary: "What is due at the stage a plan claims must be in it.",
  why: `A plan that leaves a question open leaves it to whoever is on duty when it comes up. Every key of the language
has a stage by which it must be answered, because from then on something is built, switched on or paged for on the
strength of it. Each key is judged by its own due stage: one stage early it is a hint, at the stage a warning, after
it an error.`,
  silent: `For keys that another rule speaks of, for keys whose condition does not hold (such as operating limits while
the system only suggests), for sections of ids that an imported catalog lends, and where the YAML around is broken.`,
  source: "The plan language: the due stage of each key",
  reads: "*",
  examples: {
    bad: [
      {
        plan: `
aiplan: 1
kind: plan
stage: pilot
decisions:
  go-live: {accountable: head-of-support}
# ^^^^^^^ \`go-live\` lacks \`responsible\`
systems:
  crm:
# ^^^ \`crm\` lacks \`latency-p95\`, \`availability\`, \`timeout\` and \`on-failure\`
    owner: crm-team
    calls-per-item: 1
    rate-limit: 20 req/s
`,
        fixed: `
aiplan: 1
kind: plan
stage: pilot
decisions:
  go-live: {accountable: head-of-support, responsible: [<ids of roles that do the work>]}
systems:
  crm:
    owner: crm-team
    calls-per-item: 1
    rate-limit: 20 req/s
    latency-p95: <95th percentile e.g. 400 ms>
    availability: <share of time it works>
    timeout: <how long to wait e.g. 2 s>
    on-failure: <retry or queue or fail or id of a fallback mode>
`,
      },
    ],
    good: [
      `
stage: build
systems:
  crm: {owner: crm-team, calls-per-item: 1, rate-limit: 20 req/s}
`,
    ],
  },
  check: {
    File(file, context) {
      for (const objects of file.objects.values()) for (const object of objects) checkObject(object, context);
      for (const name of ["milestones", "decisions"] as const) {
        const map = context.plan.get(name);
        if (map) checkObject(map, context);
      }
    },
  },
});

/** One finding for everything that an object lacks. */
function checkObject(object: MapNode, context: RuleContext): void {
  const { lacks, severity } = context.lacked(object);
  if (!severity) return;
  const isPlan = object === context.plan;
  const name = isPlan ? "This plan" : `\`${object.key?.text ?? nameOfItem(object)}\``;
  const first = lacks.length === 1 ? lacks[0] : undefined;
  const why = first ? ` ${first.key.doc}` : "";
  context.report(context.checked.nameOf(object), `${name} lacks ${listKeys(lacks, context.stage)}.${why}`, {
    severity,
    fixes: [context.insertFix(titleForInserting(lacks), object, lacks)],
  });
}

/** What an item of a list is called: its id where it has one, else its number. */
function nameOfItem(item: MapNode): string {
  const id = item.entry("id")?.value;
  if (id?.kind === "scalar" && id.text !== "") return id.text;
  const list = item.parent?.kind === "list" ? item.parent : undefined;
  return `${list?.key?.text ?? "item"}, item ${(list?.all.indexOf(item) ?? 0) + 1}`;
}
