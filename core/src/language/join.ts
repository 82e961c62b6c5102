import { choice, column, date, key, object, share } from "./types.ts";

export const Join = object("Join", {
  doc: "Two columns through which records of two data sources are brought together. Where they do not fit, the model sees connections that do not exist.",
  inline: true,
  keys: {
    left: key(column, {
      doc: "The column on the left side, as data source, dot, column, for example `tickets.customer_ref`.",
      due: "build",
      principle: "schemas-agree",
      placeholder: "data source and column e.g. tickets.customer_ref",
    }),
    right: key(column, {
      doc: "The column on the right side, as data source, dot, column, for example `accounts.account_id`.",
      due: "build",
      principle: "schemas-agree",
      placeholder: "data source and column e.g. accounts.account_id",
    }),
    cardinality: key(
      choice({
        "one-to-one": "One record on the left goes with one on the right",
        "many-to-one": "Several records on the left go with one on the right",
        "one-to-many": "One record on the left goes with several on the right",
        "many-to-many": "Several records on either side go together",
      }),
      {
        doc: "How many records go together, left to right: `many-to-one` means several on the left share one on the right.",
        due: "build",
        principle: "schemas-agree",
        placeholder: "cardinality e.g. many-to-one",
      },
    ),
    "match-rate": key(share("99.1%"), {
      doc: "The share of the records on the left that really find a partner, as measured, for example `99.1%`.",
      due: "build",
      principle: "fragmentation-found-early",
      placeholder: "share of records that find a partner",
    }),
    profiled: key(date, {
      doc: "The day the match was measured on real data, such as `2026-02-25`. It should come before the build starts, because fragmented data found later costs months.",
      due: "build",
      principle: "fragmentation-found-early",
      placeholder: "date measured YYYY-MM-DD",
    }),
  },
});
