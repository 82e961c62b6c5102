import { reportLacks } from "../report-lacks.ts";
import { defineRule } from "../rule.ts";
import { ramp } from "../severity.ts";

export default defineRule({
  id: "missing-data-sources",
  principle: "production-ready-data",
  severity: ramp("proposal"),
  summary: "A plan names the data that the system learns from and works on.",
  why: `Projects stall where the model meets live data: other formats, other systems, late or incomplete records. Data that is
found to be scattered after a model was trained on it can put a project back by months. Naming the sources at the start
is the first step to finding out.`,
  silent: `Where an imported catalog lends every data source that the plan uses, where an import cannot be read, and where the YAML
around is broken.`,
  source: "Article, Why production-ready data is not the same as clean data",
  implies: ["undefined-reference"],
  reads: ["data-sources", "joins", "metrics"],
  examples: {
    bad: [
      {
        plan: `
stage: proposal
#      ^^^^^^^^ Nothing says what data the system learns from and works on
`,
        fixed: `
stage: proposal
data-sources:
  <data source>:
    system: <id of a system>
    environment: <environment e.g. production>
    used-for: [<training or evaluation or inference>]
    owner: <id of a role>
    freshness: <age of the data e.g. 5 min>
    max-staleness: <oldest data that still works e.g. 15 min>
`,
      },
      {
        plan: `
stage: build
metrics:
  routing-accuracy: {kind: quality, unit: percent, direction: higher, source: tickets}
data-sources: {}
^^^^^^^^^^^^ Nothing says what data the system learns from and works on
`,
        fixed: `
stage: build
metrics:
  routing-accuracy: {kind: quality, unit: percent, direction: higher, source: tickets}
data-sources:
  tickets:
    system: <id of a system>
    contract: <path to the data contract and table>
    environment: <environment e.g. production>
    used-for: [<training or evaluation or inference>]
    owner: <id of a role>
    freshness: <age of the data e.g. 5 min>
    max-staleness: <oldest data that still works e.g. 15 min>
    lineage: <path to the lineage document>
`,
      },
    ],
    good: [
      `
stage: proposal
data-sources:
  tickets: {environment: production}
`,
      `
-- data.aiplan --
aiplan: 1
kind: catalog
name: data
data-sources:
  tickets: {environment: production}
-- plan.aiplan --
stage: build
imports: [./data.aiplan]
metrics:
  routing-accuracy: {kind: quality, unit: percent, direction: higher, source: tickets}
`,
      `
stage: build
imports: [./not-there.aiplan]
`,
      `
stage: build
data-sources:
  tickets: {environment: production}
 accounts
`,
    ],
  },
  check: {
    Plan(plan, context) {
      reportLacks(
        context,
        plan,
        context.checked.sectionPlace("data-sources"),
        () =>
          "Nothing says what data the system learns from and works on: there are no `data-sources`. Scattered or unready data that is found after the build can put a project back by months. Name each source and the system it comes from.",
      );
    },
  },
});
