import type { Principle } from "./principle.ts";
import { article } from "./sources.ts";

export const pilotIsNotProduction: Principle = {
  number: 15,
  id: "pilot-is-not-production",
  title: "Pilot conditions are not production",
  what: "A pilot has chosen data, few users and the team standing by. The plan says how it differs from production, when each difference ends, and that the live sources are the ones used for decisions.",
  why: "A model fed from an export or a test mailbox has never met the real feed: late, incomplete, in other languages, at full volume. Of 33 approved projects 4 reach production (IDC and Lenovo, cited in the source below); most of the others stop between demo and service. A good average also hides the group it fails.",
  sources: [article("The Gap Between Testing and Production")],
  says: [
    "`data-sources.<id>.environment: production`, or `production-source`",
    "`data-sources.<id>.freshness` and `max-staleness`",
    "`pilot.population`, `volume`, `differs-from-production`",
    "`metrics.<id>.slices` with `worst-slice` targets",
  ],
  sections: [
    "pilot",
    "data-sources.<id>.environment",
    "data-sources.<id>.production-source",
    "data-sources.<id>.freshness",
    "data-sources.<id>.max-staleness",
    "metrics.<id>.slices",
  ],
  notCheckable: "Whether production will bring something nobody listed.",
};
