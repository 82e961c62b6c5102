import { choice, key, number, object, share, text } from "./types.ts";

export const Labels = object("Labels", {
  doc: "The right answers (labels) in a data source: which column holds them, who or what decides them, and how good they are.",
  inline: true,
  keys: {
    field: key(text, {
      doc: "The name of the column that holds the right answer, for example `resolved_team`.",
      principle: "production-ready-data",
      placeholder: "name of the column",
    }),
    method: key(
      choice({
        "human-review": "A person decides case by case",
        "system-log": "A system records it as the work is done",
        "expert-panel": "Several experts decide together",
        other: "In another way, described under `how`",
      }),
      {
        doc: "How the right answer comes about: `human-review`, `system-log`, `expert-panel` or `other`.",
        principle: "production-ready-data",
        placeholder: "method e.g. human-review",
      },
    ),
    how: key(text, {
      doc: "The same in a few plain words, for example `The team that closed the ticket`.",
      principle: "production-ready-data",
      placeholder: "how the right answer is decided",
    }),
    coverage: key(share("97%"), {
      doc: "The share of the records that have a right answer, for example `97%`.",
      principle: "production-ready-data",
      placeholder: "share of records with a right answer",
    }),
    agreement: key(number({ minimum: -1, maximum: 1 }), {
      doc: "How far two people agree on the right answer, as Cohen's kappa: `1` is full agreement, `0` is chance, and about `0.8` is good. A model cannot agree with people more than they agree with each other.",
      principle: "production-ready-data",
      placeholder: "agreement as kappa e.g. 0.82",
    }),
  },
});
