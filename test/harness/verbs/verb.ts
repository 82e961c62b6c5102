import type { CheckedPlan, Finding } from "@aiplan/core";
import type { Files } from "../check.ts";
import type { MarkedFile, Marker } from "../markers.ts";

/** A marker `@verb(argument) rest` with all that it may be about. */
export interface Marked {
  readonly argument: string | undefined;
  readonly rest: string;
  readonly marker: Marker;
  readonly file: MarkedFile;
  /** The file in its workspace, and what its rules find. */
  readonly plan: CheckedPlan;
  readonly findings: readonly Finding[];
  /** The other plans and catalogs of the fixture, each in its workspace. */
  readonly plans: readonly CheckedPlan[];
  /** Texts of all files of the fixture by their names. */
  readonly files: Files;
  /** The places of all markers of a verb with an argument, such as `@def(outage)`, as `name:start-end`. */
  readonly placesOf: (verb: string, argument: string) => string[];
  /** Holds a text against the golden of the fixture with this name; line ends do not count. */
  readonly golden: (name: string, actual: string) => void;
}

/** Throws where the marker is not right. */
export type Verb = (marked: Marked) => void | Promise<void>;
