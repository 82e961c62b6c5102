import type { Located } from "../../artifacts/artifact.ts";
import type { Quantity } from "../../quantity/index.ts";
import { formatNumber } from "../../quantity/index.ts";
import type { ScalarNode } from "../../syntax/nodes.ts";
import { enumerate } from "../messages.ts";
import { defineRule } from "../rule.ts";
import type { RuleContext } from "../rule-context.ts";
import { always } from "../severity.ts";

/** The engines know whole percents only, so 12.5% may be 12 or 13 there. */
const TOLERANCE = 0.5;

export default defineRule({
  id: "rollout-link-mismatch",
  principle: "traceability",
  severity: always("warning"),
  summary: "The rollout tool sends the system the shares of traffic that the plan's steps name.",
  why: `The tool does what its own file says. If the plan promises a step at 25% with half of the output reviewed, and the tool goes
from 20% to 50%, then the reviewers, the gates and the people who approved the plan speak of a step that never happens,
and the system runs at shares that nobody has asked evidence for.`,
  silent: `Without \`link\`, where the linked file cannot be read or names no weights (\`linked-file-missing\` speaks of the first), for a
URL, and where the traffic of a step is missing or cannot be read. A shadow run (0%) and steps that keep the traffic of the
one before are no steps to the tool; 100% is its last one even where its file doesn't say so.`,
  source: "Argo Rollouts, canary strategy: `setWeight`; Flagger, Canary: `stepWeight`, `stepWeights` and `maxWeight`",
  reads: ["rollout"],
  examples: {
    bad: [
      {
        plan: `
-- plan.aiplan --
stage: pilot
rollout:
  link: ./deploy/rollout.yaml
  steps:
    - {id: shadow, traffic: 0%, mirror: 10%, review: 100%, starts: 2026-05-04}
    - {id: canary, traffic: 10%, review: 100%}
    - {id: quarter, traffic: 25%, review: 50%}
#                            ^^^ The steps of the plan are 10%, 25%, 50% and 100% of the traffic, but Argo Rollouts is set to 10%, 20%, 50% and 100%
    - {id: half, traffic: 50%, review: 25%}
    - {id: full, traffic: 100%, review: 10%}
    - {id: steady, traffic: 100%, review: 5%}
-- deploy/rollout.yaml --
apiVersion: argoproj.io/v1alpha1
kind: Rollout
metadata: {name: ticket-routing}
spec:
  strategy:
    canary:
      steps:
        - setWeight: 10
        - pause: {duration: 2w}
        - setWeight: 20
        - pause: {}
        - setWeight: 50
        - pause: {}
`,
      },
      {
        plan: `
-- plan.aiplan --
stage: production
rollout:
  link: ./deploy/canary.yaml#ticket-routing
#       ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ The steps of the plan are 20% and 40% of the traffic, but Flagger is set to 20%, 40% and 100%
  steps:
    - {id: canary, traffic: 20%, review: 100%, starts: 2026-07-06}
    - {id: some, traffic: 40%, review: 50%}
-- deploy/canary.yaml --
apiVersion: flagger.app/v1beta1
kind: Canary
metadata: {name: ticket-routing}
spec:
  analysis: {interval: 1m, threshold: 5, maxWeight: 40, stepWeight: 20}
`,
      },
    ],
    good: [
      `
-- plan.aiplan --
stage: production
rollout:
  link: ./deploy/rollout.yaml
  steps:
    - {id: shadow, traffic: 0%, mirror: 10%, review: 100%, starts: 2026-05-04}
    - {id: canary, traffic: 12.5%, review: 100%}
    - {id: careful, traffic: 12.5%, review: 80%}
    - {id: half, traffic: 50%, review: 25%}
    - {id: full, traffic: 100%, review: 10%}
-- deploy/rollout.yaml --
apiVersion: argoproj.io/v1alpha1
kind: Rollout
metadata: {name: ticket-routing}
spec:
  strategy:
    canary:
      steps:
        - setWeight: 0
        - setWeight: 12
        - pause: {}
        - setWeight: 50
`,
      `
-- plan.aiplan --
stage: production
rollout:
  link: ./deploy/rollout.yaml
  steps:
    - {id: canary, traffic: <share of items it handles>, review: 100%, starts: 2026-05-04}
    - {id: half, traffic: 50%, review: 25%}
-- deploy/rollout.yaml --
apiVersion: argoproj.io/v1alpha1
kind: Rollout
metadata: {name: ticket-routing}
spec: {strategy: {canary: {steps: [{setWeight: 10}]}}}
`,
      `
-- plan.aiplan --
stage: production
rollout:
  link: ./deploy/rollout.yaml
  steps:
    - {id: full, traffic: 100%, review: 25%}
-- deploy/rollout.yaml --
apiVersion: argoproj.io/v1alpha1
kind: Rollout
metadata: {name: ticket-routing}
spec: {strategy: {blueGreen: {activeService: active}}}
`,
      `
stage: production
rollout:
  link: https://example.com/rollout.yaml
  steps:
    - {id: canary, traffic: 10%, review: 100%, starts: 2026-05-04}
`,
      `
stage: production
rollout:
  link: ./deploy/not-there.yaml
  steps:
    - {id: canary, traffic: 10%, review: 100%, starts: 2026-05-04}
`,
    ],
  },
  check: {
    Rollout(rollout, context) {
      const link = rollout.get("link");
      const engine = context.linked("rollout engine", link);
      const steps = rollout.get("steps");
      if (!link || !engine || !steps) return;
      const traffic = steps.items().map((step) => step.get("traffic"));
      const planned = traffic.flatMap((at) => (at?.value ? [{ value: at.value.base * 100, at }] : []));
      if (planned.length < steps.all.length) return;
      const ours = ladder(planned);
      const theirs = ladder(engine.weights);
      const isSame = ours.length === theirs.length && ours.every((one, index) => isNear(one, theirs[index]));
      if (ours.length === 0 || theirs.length === 0 || isSame) return;
      reportMismatch(engine.engine, ours, theirs, link, context);
    },
  },
});

interface Share {
  readonly value: number;
}

/** The shares that follow each other, without the shadow run and without those that stay as they are. */
function ladder<One extends Share>(shares: readonly One[]): One[] {
  const real = shares.filter(({ value }) => value > 0);
  return real.filter((one, index) => index === 0 || one.value !== real[index - 1]?.value);
}

function isNear(one: Share, other: Share | undefined): boolean {
  return other !== undefined && Math.abs(one.value - other.value) <= TOLERANCE + 1e-9;
}

function reportMismatch(
  engine: string,
  ours: readonly (Share & { readonly at: ScalarNode<Quantity> })[],
  theirs: readonly Located<number>[],
  link: ScalarNode<string>,
  context: RuleContext,
): void {
  const onlyOurs = ours.find((one) => !theirs.some((other) => isNear(one, other)));
  const onlyTheirs = theirs.find((one) => !ours.some((other) => isNear(one, other)));
  const place = (onlyTheirs ?? theirs[0])?.place;
  context.report(
    onlyOurs?.at ?? link,
    `The steps of the plan are ${written(ours)} of the traffic, but ${engine} is set to ${written(theirs)}: it follows its own file, so what the plan says about evidence and review is not about the steps that really happen. Make the two agree.`,
    {
      related: [
        ...(place ? [{ at: place, message: `What ${engine} is set to` }] : []),
        ...(onlyOurs ? [{ at: link, message: `The file that ${engine} works from` }] : []),
      ],
    },
  );
}

/** "10%, 25% and 100%". */
function written(shares: readonly Share[]): string {
  return enumerate(shares.map(({ value }) => `${formatNumber(Number(value.toPrecision(6)))}%`));
}
