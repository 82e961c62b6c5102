import { testPlaces } from "./places.ts";

describe("completion of fixed words and lists", () => {
  testPlaces([
    // Choices and booleans.
    {
      it: "a stage",
      plan: "stage: $0\nowner: a\n",
      labels: ["proposal", "build", "pilot", "production"],
      after: { pilot: "stage: pilot" },
    },
    {
      it: "a value right after its colon",
      plan: "stage:$0\nowner: a\n",
      labels: ["proposal", "build", "pilot", "production"],
      after: { pilot: "stage: pilot" },
    },
    {
      it: "a value in the place of another",
      plan: "stage: pi$0lot # so far\n",
      labels: ["proposal", "build", "pilot", "production"],
      after: { build: "stage: build # so far" },
    },
    {
      it: "a value for a placeholder",
      plan: "stage: <proposal or$0 build>\n",
      labels: ["proposal", "build", "pilot", "production"],
      after: { build: "stage: build" },
    },
    {
      it: "a value on the line below its key",
      plan: "stage:\n  $0\n",
      labels: ["proposal", "build", "pilot", "production"],
    },
    {
      it: "a value in quotes",
      plan: 'stage: "p$0"\n',
      labels: ["proposal", "build", "pilot", "production"],
      after: { pilot: 'stage: "pilot"' },
    },
    {
      it: "a value after a quote that is not closed",
      plan: 'stage: "p$0\nowner: a\n',
      labels: ["proposal", "build", "pilot", "production"],
    },
    { it: "a boolean", plan: "human-oversight: {overrides-logged: $0}\n", labels: ["true", "false"] },
    {
      it: "a value in front of another key, with the comma it needs",
      plan: "triggers:\n  a: {do: $0 escalate: b}\n",
      labels: ["review", "notify", "step-back", "pause", "rollback"],
      after: { review: "  a: {do: review, escalate: b}" },
    },
    {
      it: "items of a list that are not in it yet",
      plan: "systems:\n  a: {access: [read, $0]}\n",
      labels: ["write"],
      after: { write: "  a: {access: [read, write]}" },
    },
    {
      it: "the first item of a list that is not there yet",
      plan: "systems:\n  a: {access: $0}\n",
      labels: ["read", "write"],
      after: { read: "  a: {access: [read]}" },
    },
    {
      it: "an item after its dash",
      plan: "systems:\n  a:\n    access:\n      - read\n      - $0\n",
      labels: ["write"],
    },
    {
      it: "an item with its dash",
      plan: "systems:\n  a:\n    access:\n      $0\n",
      labels: ["read", "write"],
      after: { read: "      - read" },
    },
    {
      it: "an item of brackets that are not closed yet",
      plan: "systems:\n  a:\n    access: [$0\n    owner: b\n",
      labels: ["read", "write"],
    },

    // Rules.
    { it: "nothing in other comments", plan: "# a$0\nname: x\n", labels: [] },
    { it: "nothing in free text", plan: "title: a$0\n", labels: [] },
  ]);
});
