import { type Quantity, readQuantity } from "../quantity/index.ts";
import { onceFor } from "../workspace/once-for.ts";
import type { Located, ServiceLevel } from "./artifact.ts";
import { type Data, duration, present } from "./data.ts";
import { type Choice, choose, type Found } from "./found.ts";
import type { LinkedText } from "./linked-text.ts";
import { type Manifest, manifests } from "./manifests.ts";

/** What is read of an SLO. No types of OpenSLO are published for TypeScript. */
interface Slo extends Manifest {
  readonly spec: {
    readonly timeWindow: readonly { readonly duration: string }[];
    readonly objectives: readonly {
      readonly op: string;
      readonly value: number;
      readonly target: number;
      readonly targetPercent: number;
    }[];
  };
}

type Objective = ServiceLevel["objectives"][number];

const OPERATORS = ["lt", "lte", "gt", "gte"] as const;

/** OpenSLO writes durations as `30d`, with letters of its own. */
const UNITS: Readonly<Record<string, readonly [count: number, unit: string]>> = {
  m: [1, "min"],
  h: [1, "h"],
  d: [1, "d"],
  w: [1, "w"],
  M: [1, "mo"],
  Q: [3, "mo"],
  Y: [1, "y"],
};

/** Reads an SLO of an OpenSLO v1 file, which its name chooses. */
export function readOpenSlo(linked: LinkedText, fragment: string): Found<ServiceLevel> | undefined {
  const choices = objectivesIn(linked);
  return choices && choose("SLO", choices, fragment);
}

/** Undefined where nothing is of OpenSLO v1. */
const objectivesIn = onceFor((linked: LinkedText): Choice<ServiceLevel>[] | undefined => {
  const objects = manifests<Slo>(linked).filter((object) => object.get("apiVersion").text()?.value === "openslo/v1");
  if (objects.length === 0) return undefined;
  return objects.flatMap((object): Choice<ServiceLevel>[] => {
    const name = object.get("metadata").get("name").text();
    if (!name || object.get("kind").text()?.value !== "SLO") return [];
    return [{ name: name.value, fragment: name.value, read: () => readSlo(object, name) }];
  });
});

function readSlo(object: Data<Slo>, name: Located<string>): ServiceLevel {
  const spec = object.get("spec");
  return present<ServiceLevel>({
    name,
    objectives: spec
      .get("objectives")
      .items()
      .filter((objective) => objective.isMap)
      .map((objective) =>
        present<Objective>({
          place: objective.place,
          target: readTarget(objective),
          value: objective.get("value").number(),
          op: readOperator(objective.get("op").text()),
        }),
      ),
    window: readWindow(spec.get("timeWindow").items()[0]?.get("duration").text()),
  });
}

/** A share from 0 to 1; what lies outside is no target. */
function readTarget(objective: Data<Slo["spec"]["objectives"][number]>): Located<number> | undefined {
  const target = objective.get("target").number();
  if (target) return isShare(target.value) ? target : undefined;
  const percent = objective.get("targetPercent").number();
  // Read as plans write it, so that 99.9 per cent here and there are the same number.
  const share = percent && readQuantity(`${percent.value}%`).quantity?.base;
  return percent && share !== undefined && isShare(share) ? { value: share, place: percent.place } : undefined;
}

function isShare(value: number): boolean {
  return value >= 0 && value <= 1;
}

function readOperator(text: Located<string> | undefined): Objective["op"] {
  const value = OPERATORS.find((operator) => operator === text?.value);
  return text && value && { value, place: text.place };
}

function readWindow(text: Located<string> | undefined): Located<Quantity> | undefined {
  const [, number, letter] = /^(\d+)([mhdwMQY])$/.exec(text?.value ?? "") ?? [];
  const unit = UNITS[letter ?? ""];
  return text && unit && duration({ value: String(Number(number) * unit[0]), place: text.place }, unit[1]);
}
