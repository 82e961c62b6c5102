import { ENVIRONMENTS, type Source, type Sources } from "@aiplan/core";
import type { ReportPlace } from "../data/index.ts";
import { listed, type Table } from "./table.ts";

export function sourcesTable({ sources }: Sources<ReportPlace>): Table {
  return {
    caption: "Where the data comes from",
    columns: [
      { title: "Source" },
      { title: "Environment" },
      { title: "Used for" },
      { title: "System" },
      { title: "Owner" },
      { title: "How old" },
      { title: "How old at most" },
      { title: "Contract" },
      { title: "Metrics from it" },
    ],
    rows: byEnvironment(sources).map((source) => [
      { text: source.isLent ? `${source.id} (from a catalog)` : source.id, at: source.at },
      source.environment,
      listed(source.uses),
      source.system,
      source.owner,
      source.freshness,
      source.maxStaleness,
      source.contract && { ...source.contract, text: fileName(source.contract.text) },
      listed(source.metrics),
    ]),
  };
}

/** Of a link, which may be long: `./contracts/tickets.odcs.yaml#/schema/tickets` is `tickets.odcs.yaml`. */
function fileName(link: string): string {
  return link.replace(/#.*$/s, "").replace(/^.*\//s, "") || link;
}

/** Production first; what has no environment yet comes last. */
function byEnvironment(sources: readonly Source<ReportPlace>[]): readonly Source<ReportPlace>[] {
  const order = ({ environment }: Source<ReportPlace>) =>
    environment === undefined ? ENVIRONMENTS.length : ENVIRONMENTS.indexOf(environment);
  return sources.toSorted((a, b) => order(a) - order(b));
}
