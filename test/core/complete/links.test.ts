import { testPlaces } from "./places.ts";

const CONTRACT = `-- contracts/tickets.odcs.yaml --
apiVersion: v3.0.2
kind: DataContract
schema:
  - name: tickets
    properties: [{name: id, logicalType: string}, {name: team, logicalType: string}]
  - name: notes, internal
    properties: [{name: text, logicalType: string}]
-- contracts/readme.md --
-- contracts/old/legacy.json --
{}`;
const AROUND = `${CONTRACT}
-- flags.flagd.json --
{"flags": {"routing": {"state": "ENABLED"}, "triage": {"state": "ENABLED"}}}
-- catalog-info.yaml --
apiVersion: backstage.io/v1alpha1
kind: Component
metadata: {name: helpdesk}
---
apiVersion: backstage.io/v1alpha1
kind: System
metadata: {name: desk, namespace: support}
-- org.aiplan --
kind: catalog
-- plans/flows/today.md --
-- plans/slo/my,own.openslo.yaml --
apiVersion: openslo/v1
kind: SLO
metadata: {name: fast}
-- plans/.hidden/x.md --
-- plans/node_modules/x.md --
-- plans/plan.aiplan --
`;
const source = (contract: string) => `${AROUND}data-sources:\n  a: {contract: ${contract}}\n`;
const at = (text: string) => `${AROUND}${text}`;

describe("completion of links", () => {
  testPlaces([
    {
      it: "the files and folders beside the plan, and the way up",
      plan: at("workflow:\n  current: $0\n"),
      labels: ["./flows/", "./slo/", "./.hidden/", "../"],
      after: { "./flows/": "  current: ./flows/" },
    },
    {
      it: "what a folder holds, in place of the piece of the path at the cursor",
      plan: at("workflow:\n  current: ./flows/t$0oday.md\n"),
      labels: ["today.md"],
      after: { "today.md": "  current: ./flows/today.md" },
    },
    {
      it: "another folder in the middle of a path",
      plan: at("workflow:\n  current: ../plans/f$0ows/today.md\n"),
      labels: ["flows", "slo", ".hidden"],
      after: { flows: "  current: ../plans/flows/today.md" },
    },
    {
      it: "the folder above, likely files first",
      plan: source("../$0"),
      labels: ["contracts/", "plans/", "catalog-info.yaml", "flags.flagd.json"],
      after: { "contracts/": "  a: {contract: ../contracts/}" },
    },
    {
      it: "data contracts before what else could be one",
      plan: source("../contracts/$0"),
      labels: ["tickets.odcs.yaml", "old/"],
    },
    {
      it: "what a leading slash begins at",
      plan: source("/con$0"),
      labels: ["contracts/", "plans/", "catalog-info.yaml", "flags.flagd.json"],
      after: { "contracts/": "  a: {contract: /contracts/}" },
    },
    { it: "nothing out of the workspace", plan: source("../../$0"), labels: [] },
    { it: "nothing for an address in the web", plan: source("https://example.com/$0"), labels: [] },
    {
      it: "catalogs to import, not those that are imported already and not the plan itself",
      plan: at("imports:\n  - $0\n"),
      labels: ["./flows/", "./slo/", "./.hidden/", "../"],
    },
    {
      it: "a catalog as the first item of a list",
      plan: at("imports: ../$0\n"),
      labels: ["org.aiplan", "contracts/", "plans/"],
      after: { "org.aiplan": "imports: [../org.aiplan]" },
    },
    {
      it: "no second time what a list has",
      plan: at("imports: [../org.aiplan, ../$0]\n"),
      labels: ["contracts/", "plans/"],
    },
    {
      it: "a name that has to be quoted",
      plan: at("metrics:\n  m: {slo: ./slo/$0}\n"),
      labels: ["my,own.openslo.yaml"],
      after: { "my,own.openslo.yaml": '  m: {slo: "./slo/my,own.openslo.yaml"}' },
    },
    {
      it: "a path in place of a placeholder",
      plan: at("load-test: {report: <path to the$0 report>}\n"),
      labels: ["./flows/", "./slo/", "./.hidden/", "../"],
      after: { "./flows/": "load-test: {report: ./flows/}" },
    },
    { it: "words where words will do", plan: at("operating-limits:\n  kill-switch: {how: Call the $0}\n"), labels: [] },
    {
      it: "the flags of a file",
      plan: at("operating-limits:\n  kill-switch: {how: ../flags.flagd.json#$0}\n"),
      labels: ["routing", "triage"],
      after: { triage: "  kill-switch: {how: ../flags.flagd.json#triage}" },
    },
    {
      it: "the tables of a contract",
      plan: source("../contracts/tickets.odcs.yaml#$0"),
      labels: ["/schema/tickets", "/schema/notes, internal"],
      after: {
        "/schema/tickets": "  a: {contract: ../contracts/tickets.odcs.yaml#/schema/tickets}",
        "/schema/notes, internal": '  a: {contract: "../contracts/tickets.odcs.yaml#/schema/notes, internal"}',
      },
    },
    {
      it: "the columns of a table, half typed and with its line open",
      plan: at("data-sources:\n  a: {contract: ../contracts/tickets.odcs.yaml#/schema/tickets/$0"),
      labels: ["/schema/tickets/properties/id", "/schema/tickets/properties/team"],
    },
    {
      it: "the entities of a catalog",
      plan: at("systems:\n  a:\n    catalog: ../catalog-info.yaml#comp$0\n"),
      labels: ["component:default/helpdesk", "system:support/desk"],
      after: { "system:support/desk": "    catalog: ../catalog-info.yaml#system:support/desk" },
    },
    { it: "nothing of a file in another format", plan: source("../catalog-info.yaml#$0"), labels: [] },
    { it: "nothing of a file that is not there", plan: source("../gone.yaml#$0"), labels: [] },
    {
      it: "no fragment where a document is meant",
      plan: at("workflow:\n  current: ./flows/today.md#$0\n"),
      labels: [],
    },
  ]);
});
