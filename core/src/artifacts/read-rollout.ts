import type { EngineRollout, Located } from "./artifact.ts";
import type { Data } from "./data.ts";
import { type Choice, choose, type Found } from "./found.ts";
import type { LinkedText } from "./linked-text.ts";
import { type Manifest, manifests } from "./manifests.ts";

/** What is read of a Rollout of Argo Rollouts. */
interface ArgoRollout extends Manifest {
  readonly spec: {
    readonly strategy: {
      readonly canary: {
        readonly steps: readonly { readonly setWeight: number }[];
        readonly trafficRouting: { readonly maxTrafficWeight: number };
      };
    };
  };
}

/** What is read of a Canary of Flagger; `canaryAnalysis` is what `analysis` was called before. */
interface FlaggerCanary extends Manifest {
  readonly spec: { readonly analysis: FlaggerAnalysis; readonly canaryAnalysis: FlaggerAnalysis };
}
interface FlaggerAnalysis {
  readonly stepWeight: number;
  readonly stepWeights: readonly number[];
  readonly maxWeight: number;
}

/**
 * Reads what a rollout engine does to the traffic: the Rollout of Argo Rollouts or the Canary of Flagger that the file
 * has among its other manifests; of several the name chooses. All traffic is its own last step: both engines go there
 * when their steps are done.
 */
export function readRollout(linked: LinkedText, fragment: string): Found<EngineRollout> | undefined {
  const choices = manifests(linked).flatMap((manifest): Choice<EngineRollout>[] => {
    const weights = weightsOf(manifest);
    if (!weights) return [];
    const name = manifest.get("metadata").get("name").text()?.value ?? "";
    const namespace = manifest.get("metadata").get("namespace").text()?.value;
    const also = namespace === undefined ? [] : [`${namespace}/${name}`];
    return [{ name, fragment: name, also, read: weights }];
  });
  return choices.length > 0 ? choose("rollout", choices, fragment) : undefined;
}

function weightsOf(manifest: Data<Manifest>): (() => EngineRollout) | undefined {
  const kind = `${manifest.get("apiVersion").text()?.value.split("/")[0]} ${manifest.get("kind").text()?.value}`;
  if (kind === "argoproj.io Rollout")
    return () => ({ engine: "Argo Rollouts", weights: argoWeights(manifest.as<ArgoRollout>()) });
  if (kind === "flagger.app Canary")
    return () => ({ engine: "Flagger", weights: flaggerWeights(manifest.as<FlaggerCanary>()) });
  return undefined;
}

function argoWeights(rollout: Data<ArgoRollout>): Located<number>[] {
  const canary = rollout.get("spec").get("strategy").get("canary");
  const most = canary.get("trafficRouting").get("maxTrafficWeight").number()?.value || 100;
  const weights = canary
    .get("steps")
    .items()
    .flatMap((step) => step.get("setWeight").number() ?? [])
    .map(({ value, place }) => ({ value: (value * 100) / most, place }));
  return upToAll(weights);
}

/** As Flagger does: it adds the step until the most is reached, which the last step may pass. */
function flaggerWeights(canary: Data<FlaggerCanary>): Located<number>[] {
  const spec = canary.get("spec");
  const analysis = spec.get("analysis").isMap ? spec.get("analysis") : spec.get("canaryAnalysis");
  const step = analysis.get("stepWeight").number();
  if (!step || step.value < 1 || !Number.isInteger(step.value))
    return upToAll(
      analysis
        .get("stepWeights")
        .items()
        .flatMap((weight) => weight.number() ?? []),
    );
  const most = Math.min(analysis.get("maxWeight").number()?.value || 100, 100);
  const weights: Located<number>[] = [];
  const count = Math.ceil(most / step.value);
  for (let index = 1; index <= count; index++)
    weights.push({ value: Math.min(index * step.value, 100), place: step.place });
  return upToAll(weights);
}

/** A rollout whose weights make sense, with the step to all traffic that nobody writes. */
function upToAll(weights: readonly Located<number>[]): Located<number>[] {
  const last = weights.at(-1);
  if (!last || weights.some(({ value }) => value < 0 || value > 100)) return [];
  return last.value === 100 ? [...weights] : [...weights, { value: 100, place: last.place }];
}
