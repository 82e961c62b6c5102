import { key, list, object, quantity, reference } from "./types.ts";

export const Review = object("Review", {
  doc: "A meeting that looks at how the system performs. What the data shows calls for it; the calendar is only a backstop.",
  inline: true,
  keys: {
    "triggered-by": key(list(reference("trigger")), {
      doc: "The alarms that call for this review, for example `[accuracy-drop, drift]`.",
      due: "pilot",
      principle: "reviews-follow-data",
      placeholder: "id of a trigger",
    }),
    "at-latest-every": key(quantity("duration", "1 mo"), {
      doc: "The longest time between two reviews, even if no alarm fires, for example `1 mo`.",
      principle: "reviews-follow-data",
      placeholder: "longest time between reviews e.g. 1 mo",
    }),
    chair: key(reference("role"), {
      doc: "The role that calls the review and decides: the id of one of the `roles`.",
      due: "pilot",
      principle: "reviews-follow-data",
      placeholder: "id of a role",
    }),
  },
});
