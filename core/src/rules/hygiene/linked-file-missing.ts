import { lineEndOf } from "../../edits/text-lines.ts";
import type { PlanFile } from "../../syntax/plan-file.ts";
import type { Target } from "../../workspace/checked-plan.ts";
import type { Link, LinkProblem } from "../../workspace/linked-files.ts";
import { fileName } from "../../workspace/links.ts";
import type { Fix } from "../finding.ts";
import { linkMessage, MOST_NAMED, meantPart } from "../link-message.ts";
import { capitalized } from "../messages.ts";
import { partOf, rewrite } from "../rewrite.ts";
import { defineRule } from "../rule.ts";
import type { RuleContext } from "../rule-context.ts";
import { always } from "../severity.ts";

/** Where a web address is as good as a file: nothing in the plan is compared with what is there. */
const ALSO_ONLINE: ReadonlySet<Link["kind"]> = new Set(["document", "flagd", "model card"]);

export default defineRule({
  id: "linked-file-missing",
  principle: "traceability",
  severity: always("warning"),
  summary: "Every link leads to a file in the workspace that holds what the link promises.",
  why: `A link stands for something the plan does not say itself: how the work is done today, what a table holds, which flag stops
the system. On the day somebody needs it, a link that leads nowhere is worth nothing; and until then the plan is compared with
what it links to only where that can be read.`,
  silent: `About what is in a document, as long as it is there; about web addresses where a document, a flag or a model card is
meant; about \`kill-switch.how\` in plain words; about placeholders; and where the editor shows a workspace that is on no disk. A
web address where the plan would be compared with a file is information. Of several links to a file that can't be read the first is
reported.`,
  source: "The plan language: linked artifacts",
  reads: ["workflow", "metrics", "load-test", "systems", "data-sources", "operating-limits", "rollout", "artifacts"],
  catalogs: true,
  examples: {
    bad: [
      {
        plan: `
-- plans/plan.aiplan --
workflow:
  current: ./flows/today.md
#          ^^^^^^^^^^^^^^^^ \`./flows/today.md\` does not exist, so nobody who reviews the plan can read it. Write it, or
`,
        fixed: `
-- plans/plan.aiplan --
workflow:
  current: ./flows/today.md

-- plans/flows/today.md --
# Today
`,
      },
      {
        plan: `
-- plans/plan.aiplan --
workflow:
  target: ../../elsewhere.md
#         ^^^^^^^^^^^^^^^^^^ \`../../elsewhere.md\` lies outside the workspace, so nobody
load-test: {report: "c:/tests/load.md"}
#                   ^^^^^^^^^^^^^^^^^^ \`c:/tests/load.md\` is not the path of a file, so nobody who reviews the plan can read it. Write a path from this file, such as
operating-limits:
  kill-switch: {how: ../flags.json#routing}
#                    ^^^^^^^^^^^^^ \`../flags.json\` does not exist, so nobody can tell whether there is a flag
`,
      },
      {
        plan: `
-- plan.aiplan --
data-sources:
  tickets: {contract: ./contracts.odcs.yaml#/schema/tickts}
#                                           ^^^^^^^^^^^^^^ \`./contracts.odcs.yaml\` has no table \`tickts\`, so the plan is not compared with what the data contract promises. Did you mean \`tickets\`?
-- contracts.odcs.yaml --
apiVersion: v3.0.2
kind: DataContract
id: support
version: 1.0.0
status: active
schema:
  - name: tickets
    properties: [{name: id, logicalType: string}]
  - name: accounts
    properties: [{name: id, logicalType: string}]
`,
        fixed: `
-- plan.aiplan --
data-sources:
  tickets: {contract: ./contracts.odcs.yaml#/schema/tickets}
-- contracts.odcs.yaml --
apiVersion: v3.0.2
kind: DataContract
id: support
version: 1.0.0
status: active
schema:
  - name: tickets
    properties: [{name: id, logicalType: string}]
  - name: accounts
    properties: [{name: id, logicalType: string}]
`,
      },
      {
        plan: `
-- plan.aiplan --
metrics:
  latency: {slo: ./slo.yaml}
#                ^^^^^^^^^^ \`./slo.yaml\` has more than one SLO, and the link does not say which is meant
  uptime: {slo: "./slo.yaml#response-time"}
#                           ^^^^^^^^^^^^^ \`./slo.yaml\` has no SLO \`response-time\`, so the targets are not compared with the SLO. It has \`latency\` and \`availability\`.
-- slo.yaml --
apiVersion: openslo/v1
kind: SLO
metadata: {name: latency}
spec: {service: routing}
---
apiVersion: openslo/v1
kind: SLO
metadata: {name: availability}
spec: {service: routing}
`,
        fixed: `
-- plan.aiplan --
metrics:
  latency: {slo: ./slo.yaml#latency}
  uptime: {slo: ./slo.yaml#latency}
-- slo.yaml --
apiVersion: openslo/v1
kind: SLO
metadata: {name: latency}
spec: {service: routing}
---
apiVersion: openslo/v1
kind: SLO
metadata: {name: availability}
spec: {service: routing}
`,
      },
      {
        plan: `
-- plan.aiplan --
data-sources:
  tickets: {contract: /broken.yaml#/schema/tickets}
#                     ^^^^^^^^^^^^ Line 4 of \`/broken.yaml\` can't be read, so the plan is not compared
  accounts: {contract: ./broken.yaml#/schema/accounts, lineage: ./broken.yaml}
systems:
  helpdesk: {catalog: ./flags.json}
#                     ^^^^^^^^^^^^ \`./flags.json\` is not a Backstage catalog file
  crm: {catalog: "https://example.com/catalog-info.yaml"}
#                ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ \`https://example.com/catalog-info.yaml\` is a web address, and nothing is fetched
-- broken.yaml --
apiVersion: v3.0.2
kind: DataContract
schema:
  - name: "tickets
-- flags.json --
{"flags": {"routing": {"state": "ENABLED", "variants": {"on": true}, "defaultVariant": "on"}}}
`,
      },
    ],
    good: [
      `
-- plans/plan.aiplan --
imports: [/org.aiplan]
workflow: {current: ./flows/today.md#step-2, target: https://wiki.example.com/routing}
load-test: {report: ../report.pdf}
operating-limits: {kill-switch: {how: Call the operator. She pulls the plug}}
artifacts: {model-card: https://example.com/cards/router}
data-sources:
  tickets: {contract: <link to the data contract>, lineage: /flow.md}
-- plans/flows/today.md --
# Today
-- report.pdf --
%PDF-1.7
-- flow.md --
# From the helpdesk to the model
-- org.aiplan --
kind: catalog
`,
      `
-- plan.aiplan --
operating-limits:
  kill-switch: {how: "./flags.json#routing"}
metrics:
  latency: {slo: ./slo.yaml#latency}
-- flags.json --
{"flags": {"routing": {"state": "ENABLED", "variants": {"on": true}, "defaultVariant": "on"}}}
-- slo.yaml --
apiVersion: openslo/v1
kind: SLO
metadata: {name: latency}
spec: {service: routing}
`,
    ],
  },
  check: {
    File(file, context) {
      for (const [{ link, problem }, ...others] of brokenLinks(file, context)) {
        const related = others.map(({ link: { node } }) => ({ at: node, message: "It is linked here too" }));
        const inFile = problem.kind === "syntax" ? [{ at: problem.place, message: `Line ${problem.line}` }] : [];
        context.report(placeOf(context, link, problem), linkMessage(link, problem), {
          related: [...inFile, ...related.filter(({ at }) => !at.borrowed)],
          fixes: fixesFor(context, link, problem),
          severity: problem.kind === "url" ? "info" : undefined,
        });
      }
    },
  },
});

interface BrokenLink {
  readonly link: Link;
  readonly problem: LinkProblem;
}

/** The links of a file that lead to nothing, those with one cause together. */
function brokenLinks(file: PlanFile, context: RuleContext): (readonly [BrokenLink, ...BrokenLink[]])[] {
  const byCause = new Map<unknown, [BrokenLink, ...BrokenLink[]]>();
  for (const link of context.workspace.links.values()) {
    const { from, problem, uri, node } = link;
    if (from !== file || !problem || node.section.broken) continue;
    if (problem.kind === "url" && ALSO_ONLINE.has(link.kind)) continue;
    const cause = uri === undefined || isOfLink(problem) ? node : `${problem.kind} ${uri}`;
    const same = byCause.get(cause);
    if (same) same.push({ link, problem });
    else byCause.set(cause, [{ link, problem }]);
  }
  return [...byCause.values()];
}

/** Does the problem lie in what this link asks of the file? Else it is the file's, whoever links to it. */
function isOfLink({ kind }: LinkProblem): boolean {
  return kind === "no-such-part" || kind === "no-fragment" || kind === "not-this-format";
}

/** The part of the link that is to be changed. */
function placeOf(context: RuleContext, { node }: Link, { kind }: LinkProblem): Target {
  const hash = node.text.indexOf("#");
  if (hash < 0 || kind === "url") return node;
  return kind === "no-such-part"
    ? partOf(context, node, hash + 1, node.word.length - hash - 1)
    : partOf(context, node, 0, hash);
}

/** The parts that the file has, as far as there are few; the one that was probably meant can be put in unseen. */
function fixesFor(context: RuleContext, link: Link, problem: LinkProblem): Fix[] {
  const { node } = link;
  if (problem.kind === "not-found") return createFix(context, link);
  if (problem.kind !== "no-such-part" && problem.kind !== "no-fragment") return [];
  const { part, known } = problem;
  const change = (fragment: string) => `${node.word.replace(/#.*$/s, "")}#${fragment}`;
  const meant = meantPart(problem);
  if (meant) return rewrite(context, node, change(meant.fragment), { title: `Link the ${part} \`${meant.name}\`` });
  if (known.length > MOST_NAMED) return [];
  return known.flatMap(({ name, fragment }) =>
    rewrite(context, node, change(fragment), { title: `Link the ${part} \`${name}\``, kind: "stub", preferred: false }),
  );
}

/** A page of text can be begun at once; nobody but its owner can write a contract. */
function createFix(context: RuleContext, { node, kind, uri }: Link): Fix[] {
  if (kind !== "document" || uri === undefined || !uri.endsWith(".md")) return [];
  const path = node.word.replace(/#.*$/s, "");
  const words = fileName(uri).slice(0, -".md".length).replace(/[-_]+/g, " ").trim();
  const newText = `# ${capitalized(words)}${lineEndOf(context.file.text)}`;
  const edits = () => [{ uri, start: 0, end: 0, newText, newFile: true as const }];
  return [{ title: `Create \`${path}\``, kind: "stub", preferred: true, createsFile: true, edits }];
}
