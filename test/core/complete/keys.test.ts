import { testPlaces } from "./places.ts";

const FILES = ["plan-proposal", "plan-build", "plan-pilot", "plan-production", "catalog"];
const STEPS = "notify via within path".split(" ");

describe("completion of keys", () => {
  testPlaces([
    { it: "the first key after a byte order mark", plan: "\uFEFF$0", labels: [...FILES, "aiplan", "name", "…"] },
    {
      it: "a key typed in part after a byte order mark",
      plan: "\uFEFFst$0\naiplan: 1\n",
      labels: ["name", "title", "stage", "…"],
    },
    // Keys, in block style.
    {
      it: "the first key of an empty file",
      plan: "$0",
      labels: [...FILES, "aiplan", "name", "title", "stage", "…"],
      after: { aiplan: "aiplan: 1" },
    },
    {
      it: "sections between sections, what is due first, nothing that is there",
      plan: "aiplan: 1\nname: x\ntitle: X\nstage: proposal\nowner: a\nrisk-tier: high\noutcome: {kpi: a}\n$0\nroles: {}\n",
      labels: ["milestones", "metrics", "success-criteria", "economics", "load", "data-sources", "…"],
      after: { workflow: "workflow:\n  current: <path to the description of the work today>" },
    },
    { it: "sections at the end of the file", plan: "aiplan: 1\nroles:\n  a: {contact: b}\n$0", labels: ["name", "…"] },
    {
      it: "the keys of the parent that the indentation says",
      plan: "roles:\n  a:\n    contact: x\n    $0\n",
      labels: ["deputy", "trained"],
    },
    {
      it: "the next definition at less indentation",
      plan: "roles:\n  a:\n    contact: x\n  $0\n",
      labels: ["new role"],
    },
    {
      it: "a new alarm in each of its forms",
      plan: "stage: pilot\ntriggers:\n  $0\n",
      labels: ["new trigger, below", "new trigger, above", "new trigger, outside"],
    },
    {
      it: "nothing at an indentation that fits no parent",
      plan: "roles:\n    a:\n      contact: x\n  $0\n    b: {contact: y}\n",
      labels: [],
    },
    {
      it: "a key that is typed in part",
      plan: "outcome:\n  statement: x\n  kp$0\nmetrics: {}\n",
      labels: ["kpi", "agreed"],
      after: { kpi: "  kpi: <id of a business metric>" },
    },
    {
      it: "a key before its colon",
      plan: "outcome:\n  st$0: x\n  kpi: y\n",
      labels: ["statement", "agreed"],
      after: { agreed: "  agreed: x" },
    },
    {
      it: "a key without its colon, its value there",
      plan: "outcome:\n  kp$0 routing\n",
      labels: ["statement", "kpi", "agreed"],
      after: { kpi: "  kpi: routing" },
    },
    {
      it: "a key of which the lines below are left",
      plan: "aiplan: 1\n$0\n  kpi: x\nmetrics: {}\n",
      labels: ["outcome", "…"],
      after: { outcome: "outcome:" },
    },
    {
      it: "a key in quotes",
      plan: 'outcome:\n  "k$0": x\n',
      labels: ["statement", "kpi", "agreed"],
      after: { kpi: '  "kpi": x' },
    },
    {
      it: "a key below a block of text",
      plan: "outcome:\n  statement: >-\n    Tickets reach\n    the right team\n  k$0: speed\n",
      labels: ["kpi", "agreed"],
      after: { kpi: "  kpi: speed" },
    },
    {
      it: "nothing in a block of text",
      plan: "outcome:\n  statement: >-\n    Tickets reach\n    k$0\n  kpi: speed\n",
      labels: [],
    },
    {
      it: "a key for the text on the lines below",
      plan: "operating-limits:\n  kill-switch:\n    $0\n      Call the desk, they turn it off\n    max-time: 5 min\n",
      labels: ["how"],
      after: { how: "    how:" },
    },
    {
      it: "what a merge key lends last, as it may be written to count instead",
      plan: "roles:\n  a: &a {contact: x, deputy: b}\n  b:\n    <<: *a\n    $0\n",
      labels: ["trained", "contact", "deputy"],
    },
    {
      it: "one of a group only",
      plan: "triggers:\n  a:\n    below: 3\n    $0\n",
      labels: ["metric", "slice", "for", "min-samples", "severity", "do", "escalate"],
    },
    {
      it: "an object, with its parts indented as the file is",
      plan: "roles:\n    a: {contact: x}\nout$0\n",
      labels: ["aiplan", "…"],
      after: {
        outcome:
          "outcome:\n    statement: <what will be different for the business>\n    kpi: <id of a business metric>",
      },
    },
    {
      it: "a value that is not due yet, with all of its parts",
      plan: "data-sources:\n  a:\n    his$0\n",
      labels: ["system", "…"],
      after: {
        history: "    history: {from: <date of the oldest record YYYY-MM-DD>, needed: <history needed e.g. 24 mo>}",
      },
    },
    {
      it: "a key without a placeholder for clients that can't jump to it",
      plan: "outcome:\n  k$0\n",
      labels: ["statement", "kpi", "agreed"],
      after: { kpi: "  kpi: " },
      withoutSnippets: true,
    },
    {
      it: "only what a catalog may lend",
      plan: "aiplan: 1\nkind: catalog\n$0",
      labels: [
        "name",
        "title",
        "imports",
        "fallback-modes",
        "metrics",
        "systems",
        "data-sources",
        "escalation-paths",
        "roles",
      ],
    },
    {
      it: "well-known milestones",
      plan: "stage: pilot\nmilestones:\n  build-start: 2026-01-01\n  $0\n",
      labels: ["technology-selected", "pilot-start", "go-live", "new milestone"],
    },
    {
      it: "nothing in a text of several lines",
      plan: "workflow:\n  current: |\n    some text\n    $0\n  target: x\n",
      labels: [],
    },

    // Keys, in lists.
    {
      it: "keys after a dash, or the whole item",
      plan: "escalation-paths:\n  a:\n    steps:\n      - $0\n",
      labels: [...STEPS, "{notify, via, within}"],
    },
    {
      it: "keys in an item",
      plan: "escalation-paths:\n  a:\n    steps:\n      - notify: x\n        $0\n",
      labels: ["via", "within", "path"],
    },
    {
      it: "an item under its key",
      plan: "escalation-paths:\n  a:\n    steps:\n      $0\n",
      labels: ["{notify, via, within}"],
    },
    {
      it: "an item after another one",
      plan: "stage: pilot\nrollout:\n  steps:\n    - {id: a, traffic: 1%}\n    - $0\n",
      labels: [
        "id",
        "traffic",
        "review",
        "when",
        "mirror",
        "starts",
        "min-duration",
        "entered",
        "{id, traffic, review, when}",
      ],
    },

    // Keys, in flow style.
    {
      it: "keys of a flow map",
      plan: "roles:\n  a: {$0}\n",
      labels: ["contact", "deputy", "trained"],
      after: { contact: "  a: {contact: <e-mail address or phone number>}" },
    },
    {
      it: "a key after a comma",
      plan: "roles:\n  a: {contact: x,$0}\n",
      labels: ["deputy", "trained"],
      after: { deputy: "  a: {contact: x, deputy: <id of the role that stands in>}" },
    },
    {
      it: "a key before another one",
      plan: "roles:\n  a: {$0contact: x}\n",
      labels: ["contact", "deputy", "trained"],
      after: { trained: "  a: {trained: x}" },
    },
    {
      it: "a key in front, with the comma it needs",
      plan: "roles:\n  a: {$0 contact: x}\n",
      labels: ["deputy", "trained"],
      after: { deputy: "  a: {deputy: <id of the role that stands in>, contact: x}" },
    },
    {
      it: "a key typed in part",
      plan: "roles:\n  a: {contact: x, de$0}\n",
      labels: ["deputy", "trained"],
      after: { deputy: "  a: {contact: x, deputy: <id of the role that stands in>}" },
    },
    {
      it: "a key of braces that are not closed yet",
      plan: "stage: pilot\ntriggers:\n  a: {metric: m, $0\n  b: {metric: m, below: 3}\n",
      labels: ["below", "above", "outside", "for", "severity", "do", "slice", "min-samples", "escalate"],
    },
    {
      it: "a key of braces over several lines",
      plan: "roles:\n  a: {\n    contact: x,\n    $0\n  }\n",
      labels: ["deputy", "trained"],
    },
    { it: "nothing after a value without a comma", plan: 'roles:\n  a: {contact: "x" $0}\n', labels: [] },
    { it: "a plan in braces", plan: "{aiplan: 1, $0}", labels: ["name", "…"] },
  ]);
});
