import { History } from "./history.ts";
import { Labels } from "./labels.ts";
import { SourceColumn } from "./source-column.ts";
import { choice, either, key, link, list, map, object, quantity, reference, text, where } from "./types.ts";

export const DataSource = object("DataSource", {
  doc: "Data the system learns from, is judged by, or works on. Data that is clean in the pilot is not yet ready for production.",
  keys: {
    system: key(reference("system"), {
      doc: "The system this data comes from: the id of one of the `systems`.",
      due: "build",
      principle: "production-ready-data",
      placeholder: "id of a system",
    }),
    contract: key(link("data contract", { fragment: true }), {
      doc: "The data contract (ODCS v3: what the owner promises about columns, types and freshness), followed by `#/schema/` and the table, such as `./contracts/tickets.odcs.yaml#/schema/tickets`.",
      due: "pilot",
      principle: "schemas-agree",
      placeholder: "path to the data contract and table",
    }),
    environment: key(
      choice({
        production: "Live data, as the system will meet it every day",
        staging: "A test copy of a live system",
        pilot: "Collected or prepared for the pilot only",
        export: "A file taken from a system once",
        synthetic: "Made up or generated data",
      }),
      {
        doc: "Where the data lives: `production`, `staging`, `pilot`, `export` or `synthetic`. Anything but production is not there any more once the system is live.",
        due: "build",
        principle: "pilot-is-not-production",
        placeholder: "environment e.g. production",
      },
    ),
    "production-source": key(reference("data-source"), {
      doc: "The data source that takes the place of this one in production, if this one is for the pilot only: the id of one of the `data-sources`.",
      principle: "pilot-is-not-production",
      placeholder: "id of the data source used in production",
    }),
    "used-for": key(
      list(
        choice({
          training: "The model learns from it",
          evaluation: "The model is judged by it",
          inference: "The live system works on it",
        }),
      ),
      {
        doc: "What the data is for: any of `training`, `evaluation` and `inference` (the live system works on it), as a list, for example `[training, inference]`.",
        due: "build",
        principle: "production-ready-data",
        placeholder: "training or evaluation or inference",
      },
    ),
    owner: key(reference("role"), {
      doc: "The role that answers for this data and its changes: the id of one of the `roles`.",
      due: "build",
      ownedBy: "missing-source-owner",
      principle: "traceability",
      placeholder: "id of a role",
    }),
    freshness: key(quantity("duration", "5 min"), {
      doc: "How old the data is when it reaches the system, for example `5 min`.",
      due: "build",
      when: where("used-for", "inference"),
      principle: "pilot-is-not-production",
      placeholder: "age of the data e.g. 5 min",
    }),
    "max-staleness": key(quantity("duration", "15 min"), {
      doc: "How old the data may be before the answers go wrong, for example `15 min`. It must not be less than `freshness`.",
      due: "build",
      when: where("used-for", "inference"),
      principle: "pilot-is-not-production",
      placeholder: "oldest data that still works e.g. 15 min",
    }),
    history: key(History, {
      doc: "How far back the data goes and how far it needs to, for example `{from: 2023-01-01, needed: 24 mo}`.",
      principle: "production-ready-data",
      placeholder: "how far back the data goes",
    }),
    lineage: key(link("document"), {
      doc: "The document that shows where the data comes from and what is done to it on the way (its lineage), so a wrong answer can be traced back, for example `./lineage/tickets.md`.",
      due: "pilot",
      ownedBy: "missing-lineage",
      principle: "traceability",
      placeholder: "path to the lineage document",
    }),
    labels: key(Labels, {
      doc: "Where the right answers come from that the model learns from or is judged by, for example `{field: resolved_team, method: system-log}`.",
      principle: "production-ready-data",
      placeholder: "where the right answers come from",
    }),
    columns: key(map(either(text, SourceColumn), { keyName: "column" }), {
      doc: "The columns and their types, where there is no data contract, for example `{account_id: string, opened: {type: date, format: yyyy-MM-dd}}`.",
      principle: "schemas-agree",
      placeholder: "columns and their types",
    }),
  },
});
