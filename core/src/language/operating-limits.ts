import { Actions } from "./actions.ts";
import { Inputs } from "./inputs.ts";
import { KillSwitch } from "./kill-switch.ts";
import { OutOfBounds } from "./out-of-bounds.ts";
import { choice, key, number, object, unlessSuggest } from "./types.ts";

export const OperatingLimits = object("OperatingLimits", {
  doc: "What the system may do on its own, on what input, and who can stop it. A system outside its limits stalls, errs, or needs people all the time.",
  keys: {
    autonomy: key(
      choice({
        suggest: "It proposes and a person decides and acts",
        "act-with-approval": "It acts after a person has approved",
        act: "It acts on its own, within the limits below",
      }),
      {
        doc: "How far the system acts on its own: `suggest`, `act-with-approval` or `act`. While it only suggests, the other limits and the rollout are not asked for.",
        due: "build",
        ownedBy: "missing-operating-limits",
        principle: "operating-limits",
        placeholder: "suggest or act-with-approval or act",
      },
    ),
    inputs: key(Inputs, {
      doc: "What an input must look like to be handled, for example `{required: [subject, body], languages: [en, fr], max-size: 20 kB}`.",
      due: "build",
      when: unlessSuggest,
      ownedBy: "missing-operating-limits",
      principle: "operating-limits",
      placeholder: "what an input must look like",
    }),
    actions: key(Actions, {
      doc: "What the system may do, must never do, and how often at most, for example `{allowed: [assign-team], forbidden: [close-ticket], max-rate: 2000 action/h}`.",
      due: "build",
      when: unlessSuggest,
      ownedBy: "missing-operating-limits",
      principle: "operating-limits",
      placeholder: "what it may do and what not",
    }),
    "min-confidence": key(number({ minimum: 0, maximum: 1 }), {
      doc: "How sure of itself the system must be before it acts, from `0` to `1`, for example `0.75`. Below it, `out-of-bounds` says what happens.",
      due: "build",
      when: unlessSuggest,
      ownedBy: "missing-operating-limits",
      principle: "operating-limits",
      placeholder: "lowest confidence to act on e.g. 0.75",
    }),
    "out-of-bounds": key(OutOfBounds, {
      doc: "What happens to an input outside these limits, for example `{do: hand-to-human, escalate: misroute}`.",
      due: "build",
      when: unlessSuggest,
      ownedBy: "missing-operating-limits",
      principle: "operating-limits",
      placeholder: "what happens outside the limits",
    }),
    "kill-switch": key(KillSwitch, {
      doc: "How people stop the system at once, who may, and how long it takes, for example `{how: ./flags/flags.flagd.json#routing, operators: [routing-sre], max-time: 5 min}`.",
      due: "pilot",
      when: unlessSuggest,
      ownedBy: "missing-kill-switch",
      principle: "operating-limits",
      placeholder: "how the system is stopped",
    }),
  },
});
