import type { Quantity } from "../quantity/index.ts";
import type { Place } from "../workspace/checked-plan.ts";

/** Something read from a linked file, and where it stands there. */
export interface Located<Value> {
  readonly value: Value;
  readonly place: Place;
}

/** One column of a table of a data contract (Open Data Contract Standard v3, `schema[].properties[]`). */
export interface ContractColumn {
  readonly name: Located<string>;
  /** What the database calls it, where that is another name. */
  readonly physicalName?: Located<string>;
  readonly logicalType?: Located<string>;
  readonly physicalType?: Located<string>;
  /** `logicalTypeOptions.format`: how a date or a text is written, e.g. `yyyy-MM-dd`, `email`. */
  readonly format?: Located<string>;
  readonly pattern?: Located<string>;
  readonly maxLength?: Located<number>;
  /** `logicalTypeOptions.timezone` where it is true: each time comes with its zone. */
  readonly withZone?: Located<string>;
  /** `logicalTypeOptions.defaultTimezone` or `timezone: false`, as written. */
  readonly timeZone?: Located<string>;
  readonly unique: boolean;
  /** It alone is the primary key; a part of a key of several columns is not. */
  readonly primaryKey: boolean;
}

/** The table that a `contract` link names, with what its contract promises. */
export interface ContractTable {
  readonly name: Located<string>;
  readonly version?: Located<string>;
  readonly status?: Located<string>;
  /** The one in its team who owns it. */
  readonly owner?: Located<string>;
  readonly servers: readonly { readonly place: Place; readonly environment?: Located<string> }[];
  readonly columns: ReadonlyMap<string, ContractColumn>;
  /** The column that the link names, where it names one. */
  readonly column?: ContractColumn;
  /** `slaProperties`: how old data is on arrival, how often it comes, how long it is kept. All durations. */
  readonly latency?: Located<Quantity>;
  readonly frequency?: Located<Quantity>;
  readonly retention?: Located<Quantity>;
}

/** One service level objective (OpenSLO v1, a document of kind SLO). */
export interface ServiceLevel {
  readonly name: Located<string>;
  readonly objectives: readonly {
    readonly place: Place;
    /** The share that must be good, 0 to 1, from `target` or `targetPercent`. */
    readonly target?: Located<number>;
    /** The threshold that a measurement is compared with, in the unit of the indicator. */
    readonly value?: Located<number>;
    readonly op?: Located<"lt" | "lte" | "gt" | "gte">;
  }[];
  /** How long the window of the SLO is. */
  readonly window?: Located<Quantity>;
}

/** An entity of a Backstage catalog. */
export interface CatalogEntity {
  readonly name: Located<string>;
  readonly lifecycle?: Located<string>;
  readonly owner?: Located<string>;
}

/** A flag of a flagd file. */
export interface FeatureFlag {
  readonly name: Located<string>;
  readonly state?: Located<string>;
  /** What it may answer, by name. */
  readonly variants: readonly string[];
  readonly defaultVariant?: Located<string>;
}

/** What a rollout engine (Argo Rollouts, Flagger) does to the traffic. */
export interface EngineRollout {
  readonly engine: "Argo Rollouts" | "Flagger";
  /** The percentages of traffic, 0 to 100, in order; 100 is the last, also where the engine goes there unasked. */
  readonly weights: readonly Located<number>[];
}

/** What a model card says was measured. */
export interface ModelCard {
  readonly metrics: readonly {
    readonly name: Located<string>;
    /** As written, e.g. `0.91`, `91%`. */
    readonly value: Located<string>;
    /** The part of the data it was measured on, where it is not all. */
    readonly slice?: string;
  }[];
}

/** What a link of each kind leads to, once its fragment is followed. */
export interface Artifacts {
  readonly "data contract": ContractTable;
  readonly openslo: ServiceLevel;
  readonly backstage: CatalogEntity;
  readonly flagd: FeatureFlag;
  readonly "rollout engine": EngineRollout;
  readonly "model card": ModelCard;
}
export type ArtifactKind = keyof Artifacts;
