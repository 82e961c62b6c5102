import type { CheckedPlan } from "../workspace/checked-plan.ts";

/**
 * Works a figure out once for a plan, however many of its systems, joins or alarms are judged by it: with a thousand of
 * them, what takes each a walk over all the others would take minutes. It is let go of with the plan.
 */
export function oncePerPlan<Figure>(workOut: (checked: CheckedPlan) => Figure): (checked: CheckedPlan) => Figure {
  const known = new WeakMap<CheckedPlan, { readonly figure: Figure }>();
  return (checked) => {
    const kept = known.get(checked) ?? { figure: workOut(checked) };
    known.set(checked, kept);
    return kept.figure;
  };
}
