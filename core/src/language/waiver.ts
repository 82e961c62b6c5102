import { date, key, object, reference, text } from "./types.ts";

export const Waiver = object("Waiver", {
  doc: "A risk somebody accepts until a given day. Until then the finding shows as information.",
  inline: true,
  keys: {
    at: key(text, {
      doc: "The place in the plan it is about, as keys with dots between them: `data-sources.accounts`, or of something that is missing: `outcome`. An item of a list goes by its `id` or its number: `rollout.steps.canary`. If left out, the whole plan.",
      principle: "agreed-success",
      placeholder: "keys with dots between e.g. data-sources.accounts",
    }),
    reason: key(text, {
      doc: "Why the risk is acceptable, in one sentence: `The new system replaces this source in August`.",
      principle: "agreed-success",
      placeholder: "why the risk is acceptable",
    }),
    "approved-by": key(reference("role"), {
      doc: "The role that accepts the risk: the id of one of the `roles`.",
      principle: "agreed-success",
      placeholder: "id of a role",
    }),
    expires: key(date, {
      doc: "The last day it holds: `2026-08-31`.",
      principle: "agreed-success",
      placeholder: "last day YYYY-MM-DD",
    }),
  },
});
