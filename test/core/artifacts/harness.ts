import { strict as assert } from "node:assert";
import { readFileSync } from "node:fs";
import type { ArtifactKind, Artifacts } from "../../../core/src/artifacts/artifact.ts";
import { type ArtifactProblem, findArtifact, readLinkedText } from "../../../core/src/artifacts/read-artifact.ts";

const FOLDER = new URL("./samples/", import.meta.url);

/** A file of another format, written for these tests in the shape that such files have. */
export function sample(path: string): string {
  return readFileSync(new URL(path, FOLDER), "utf8");
}

/** A file as linked. Its name matters where the format depends on it. */
export interface File {
  readonly text: string;
  readonly name?: string;
  readonly fragment?: string;
}

export function find<Kind extends ArtifactKind>(kind: Kind, { text, name = "file.yaml", fragment = "" }: File) {
  return findArtifact(kind, readLinkedText(`file:///${name}`, text), fragment);
}

/** The artifact, whose every place must hold what was read from it. */
export function artifact<Kind extends ArtifactKind>(kind: Kind, file: File): Artifacts[Kind] {
  const found = find(kind, file);
  assert.ok("artifact" in found, `nothing found: ${JSON.stringify(found)}`);
  checkPlaces(found.artifact, file);
  return found.artifact;
}

export function problem(kind: ArtifactKind, file: File): ArtifactProblem {
  const found = find(kind, file);
  assert.ok("problem" in found, "there is no problem");
  return found.problem;
}

/** Values alone, to be compared: an artifact without places, quantities as their text. */
export function plain(value: unknown): unknown {
  if (value instanceof Map) return Object.fromEntries([...value].map(([key, one]) => [key, plain(one)]));
  if (Array.isArray(value)) return value.map(plain);
  if (typeof value !== "object" || value === null) return value;
  if (isLocated(value)) return plain(value.value);
  if ("dimension" in value && "text" in value) return value.text;
  return Object.fromEntries(
    Object.entries(value)
      .filter(([key]) => key !== "place")
      .map(([key, one]) => [key, plain(one)]),
  );
}

/** An objective of an SLO has a place and a value too, but its value has a place of its own. */
function isLocated(value: object): value is { value: unknown } {
  if (!("place" in value && "value" in value) || Object.keys(value).length !== 2) return false;
  return !(typeof value.value === "object" && value.value !== null && "place" in value.value);
}

/** Every place in it must be in the file, and hold what was read from it. */
export function checkPlaces(value: unknown, file: File): void {
  if (typeof value !== "object" || value === null) return;
  if ("place" in value) {
    const { uri, start, end } = value.place as { uri: string; start: number; end: number };
    assert.equal(uri, `file:///${file.name ?? "file.yaml"}`);
    assert.ok(start < end && end <= file.text.length, `no text at ${start} to ${end}`);
    // A byte order mark is no part of what is written.
    assert.notEqual(file.text[start], "\uFEFF");
    const written = file.text.slice(start, end).replace(/^(["'])(.*)\1$/s, "$2");
    if ("value" in value && typeof value.value === "string") assert.equal(written, value.value);
    else if ("value" in value && typeof value.value === "number") assert.match(written, /^[\d.e]+$/);
  }
  for (const one of value instanceof Map ? value.values() : Object.values(value)) checkPlaces(one, file);
}
