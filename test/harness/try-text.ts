import assert from "node:assert/strict";
import {
  CheckedPlan,
  picturesOf,
  readinessOf,
  rules,
  runRules,
  standingLens,
  type Workspace,
  withPlaces,
} from "@aiplan/core";
import { load } from "./check.ts";
import type { Example } from "./examples.ts";
import { useEveryFeature } from "./features.ts";

/** Reads the text in place of the example's, runs every rule, and asks for every feature at some offsets. */
export async function tryText(example: Example, text: string, offsets: readonly number[]): Promise<Workspace> {
  const workspace = await load({ ...example.files, [example.name]: text }, example.name);
  assert.equal(workspace.file.text, text);
  const findings = runRules(workspace, rules);
  for (const { rule, message, place, ruleFailed } of findings) {
    assert.ok(!ruleFailed, `${rule}: ${message}`);
    const length = place.uri === workspace.file.uri ? text.length : Number.POSITIVE_INFINITY;
    assert.ok(
      place.start >= 0 && place.start <= place.end && place.end <= length,
      `${rule} is at ${place.start}-${place.end} of ${length}`,
    );
  }
  const plan = new CheckedPlan(workspace);
  for (const offset of offsets) useEveryFeature(plan, findings, Math.min(offset, text.length));
  return workspace;
}

/** The same, and works out all that a report says. */
export async function tryReport(example: Example, text: string, offsets: readonly number[]): Promise<void> {
  const workspace = await tryText(example, text, offsets);
  const plan = new CheckedPlan(workspace);
  withPlaces(picturesOf(plan), ({ uri, start, end }) => {
    const length = uri === workspace.file.uri ? text.length : Number.POSITIVE_INFINITY;
    assert.ok(start >= 0 && start <= end && end <= length, `a picture leads to ${start}-${end} of ${length}`);
  });
  standingLens(plan, readinessOf(workspace));
}
