import type { Principle } from "./principle.ts";
import { article } from "./sources.ts";

export const traceability: Principle = {
  number: 14,
  id: "traceability",
  title: "Data and decisions can be traced",
  what: "For each source it is written down where the data comes from and what was done to it. For each decision the log shows input, model version and result, for as long as questions may come.",
  why: "After a wrong decision somebody asks why: a customer, an auditor, the team itself. If version and input are not recorded, the fault cannot be found, so it cannot be fixed, and the answer to everyone is a guess. Logs deleted after 30 days are gone when the complaint comes in the second month.",
  sources: [
    article("Frequently Asked Questions"),
    { title: "ISO/IEC 42001:2023, AI management systems", reference: "Annex A.7.5: data provenance" },
    {
      title: "EU AI Act, Regulation (EU) 2024/1689",
      reference: "Article 26(6): deployers of high-risk systems keep logs for at least six months",
    },
  ],
  says: ["`data-sources.<id>.lineage` and `owner`", "`monitoring.log-retention`", "`artifacts.model` and `model-card`"],
  sections: ["data-sources.<id>.lineage", "data-sources.<id>.owner", "monitoring.log-retention", "artifacts"],
  notCheckable: "Whether the log holds what a later question needs.",
};
