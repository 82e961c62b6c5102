import { Rollback } from "./rollback.ts";
import { RolloutStep } from "./rollout-step.ts";
import { key, link, list, object, reference, unlessSuggest } from "./types.ts";

export const Rollout = object("Rollout", {
  doc: "How the system goes live step by step: more traffic and less review only where the metrics have earned it, and a way back.",
  keys: {
    rollback: key(Rollback, {
      doc: "The way back, for example `{to: manual-queue, max-time: 10 min, tested: 2026-06-15, owner: routing-sre}`.",
      due: "pilot",
      when: unlessSuggest,
      ownedBy: "missing-rollback",
      principle: "escalation-before-go-live",
      placeholder: "how the system is taken out of use",
    }),
    current: key(reference("rollout-step"), {
      doc: "The step the rollout has reached: the `id` of one of its `steps`.",
      principle: "stepwise-oversight",
      placeholder: "id of a rollout step",
    }),
    link: key(link("rollout engine", { fragment: true }), {
      doc: "The definition the rollout tool works from (Argo Rollouts or Flagger), to be compared with the steps here, for example `./deploy/rollout.yaml`.",
      principle: "traceability",
      placeholder: "path to the definition of the rollout tool",
    }),
    steps: key(list(RolloutStep), {
      doc: "The steps, from the first trial to full use, for example `- {id: canary, traffic: 10%, review: 100%, when: [...]}`. The order counts.",
      due: "pilot",
      when: unlessSuggest,
      principle: "stepwise-oversight",
      placeholder: "steps of the rollout",
    }),
  },
});
