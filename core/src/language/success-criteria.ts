import { Target } from "./target.ts";
import { date, key, map, object, reference } from "./types.ts";

export const SuccessCriteria = object("SuccessCriteria", {
  doc: 'What "it works" means, in numbers, agreed before the build starts. Teams that skip this build towards a demo while leadership expects a production system.',
  keys: {
    agreed: key(date, {
      doc: "The day these criteria were agreed, such as `2026-02-06`. It should come before `milestones.build-start`.",
      due: "build",
      ownedBy: "missing-success-criteria",
      principle: "agreed-success",
      placeholder: "date agreed YYYY-MM-DD",
    }),
    "approved-by": key(reference("role"), {
      doc: "The role in the business that approved these criteria: the id of one of the `roles`.",
      due: "build",
      ownedBy: "missing-success-criteria",
      principle: "agreed-success",
      placeholder: "id of the approving role",
    }),
    targets: key(map(Target, { refersTo: "metric", keyName: "metric" }), {
      doc: "One line for each metric that decides about success, under the metric's id, for example `time-to-right-team: {month-1: 3 h, month-6: 1.5 h}`.",
      due: "proposal",
      ownedBy: "missing-success-criteria",
      principle: "numeric-criteria",
      placeholder: "targets for each metric",
    }),
  },
});
