import { Rendering, renderEntry, renderFlow, type Style } from "../edits/render.ts";
import { type Stub, stubOf } from "../edits/stub.ts";
import {
  DataSource,
  EscalationStep,
  Gap,
  Gate,
  Milestones,
  OperatingLimits,
  PilotDifference,
  Plan,
  Rollout,
  RolloutStep,
  SuccessCriteria,
} from "../language/index.ts";
import type { Key, MapType, ObjectType } from "../language/types.ts";
import { firstSentence } from "./sentence.ts";
import { bodyOf, type Snippet } from "./snippet-body.ts";
import { laterItemStub, type Selection, snippetStub } from "./snippet-types.ts";

/** A snippet for a part of a plan, and the keys under which it belongs: `["rollout", "steps"]`. */
export interface Piece extends Snippet {
  readonly under: readonly string[];
}

export const STYLE: Style = { eol: "\n", unit: "  " };
/** A piece holds what is due at any stage. */
const ALL: Selection = { stage: "production" };

/** The parts of a plan that people add one at a time, in the order of the language. */
export function snippetPieces(): Piece[] {
  const { targets } = SuccessCriteria.keys;
  const { inputs, actions } = OperatingLimits.keys;
  const steps = ["escalation-paths", "path", "steps"];
  const rollout = ["rollout", "steps"];
  const gates = [...rollout, "- when"];
  return [
    importPiece(),
    entry("fallback-mode", "fallback-modes"),
    mapEntry("milestone", Milestones, ["milestones"], "A date of your own that other keys may name."),
    entry("metric", "metrics"),
    mapEntry("target", targets.type, ["success-criteria", "targets"]),
    item("pilot-difference", PilotDifference, ["pilot", "differs-from-production"]),
    entry("system", "systems"),
    item("gap", Gap, ["systems", "system", "gaps"]),
    entry("data-source", "data-sources"),
    part("history", DataSource.keys.history, ["data-sources", "source"]),
    part("labels", DataSource.keys.labels, ["data-sources", "source"]),
    entry("join", "joins"),
    part("inputs", inputs, ["operating-limits"]),
    part("actions", actions, ["operating-limits"]),
    part("out-of-bounds", OperatingLimits.keys["out-of-bounds"], ["operating-limits"]),
    part("kill-switch", OperatingLimits.keys["kill-switch"], ["operating-limits"]),
    entry("trigger-below", "triggers", "An alarm for a metric that falls too low.", "below"),
    entry("trigger-above", "triggers", "An alarm for a metric that rises too high.", "above"),
    entry("trigger-outside", "triggers", "An alarm for a metric that leaves its range.", "outside"),
    entry("review", "reviews"),
    entry("escalation-path", "escalation-paths"),
    item("escalation-step", EscalationStep, steps),
    part("rollback", Rollout.keys.rollback, ["rollout"]),
    piece("rollout-step", RolloutStep.doc, rollout, itemOf(laterItemStub(RolloutStep, ALL))),
    item("gate-at-least", Gate, gates, "Evidence for a rollout step: a metric that has been high enough.", "at-least"),
    item("gate-at-most", Gate, gates, "Evidence for a rollout step: a metric that has been low enough.", "at-most"),
    item("gate-within", Gate, gates, "Evidence for a rollout step: a metric that has stayed in a range.", "within"),
    entry("role", "roles"),
    entry("decision", "decisions", "Who takes part in a decision, by the RACI scheme."),
    entry("waiver", "waivers"),
    ...comments(),
  ];
}

/** One entry of a section whose keys are ids. */
function entry(prefix: string, section: keyof typeof Plan.keys, doc?: string, member?: string): Piece {
  return mapEntry(prefix, Plan.keys[section].type as MapType, [section], doc, member);
}

function mapEntry(prefix: string, map: MapType, under: readonly string[], doc?: string, member?: string): Piece {
  const { known: _, ...open } = map;
  const stub = snippetStub(
    { type: open, placeholder: map.of.kind === "date" ? "date YYYY-MM-DD" : map.keyName },
    member === undefined ? ALL : { ...ALL, member },
  );
  const [name, value] = stub.kind === "map" ? stub.entries[0]! : ["", stub];
  return piece(prefix, doc ?? (map.of as ObjectType).doc, under, renderEntry(name, value, "", STYLE));
}

/** A key that has keys of its own. */
function part(name: string, key: Key, under: readonly string[]): Piece {
  return piece(name, key.doc, under, renderEntry(name, snippetStub(key, ALL), "", STYLE));
}

function item(prefix: string, type: ObjectType, under: readonly string[], doc?: string, member?: string): Piece {
  const stub = snippetStub({ type, placeholder: prefix }, member === undefined ? ALL : { ...ALL, member });
  return piece(prefix, doc ?? type.doc, under, itemOf(stub));
}

function itemOf(stub: Stub): Rendering {
  return new Rendering().write("- ").add(renderFlow(stub));
}

function importPiece(): Piece {
  const { imports } = Plan.keys;
  const stub = stubOf(
    { type: imports.type, placeholder: imports.placeholder },
    { includes: () => true, idsFor: () => [] },
  );
  return piece("imports", imports.doc, [], renderEntry("imports", stub, "", STYLE));
}

function comments(): Piece[] {
  const comment = (scope: string, reason: string) =>
    new Rendering().write(`# ${scope} `).stop("<rule-id>").write(": ").stop(`<${reason}>`);
  const reason = "why this is a false alarm";
  return [
    piece("aiplan-ignore", "Silence a false alarm on the next line.", [], comment("aiplan-ignore", reason)),
    piece("aiplan-ignore-file", "Silence a rule in this whole file.", [], comment("aiplan-ignore-file", reason)),
  ];
}

function piece(prefix: string, doc: string, under: readonly string[], rendering: Rendering): Piece {
  return { prefix, description: firstSentence(doc), body: bodyOf(rendering), under };
}
