import { existsSync } from "node:fs";
import { type PlanDate, readDate } from "@aiplan/core";
import type { Host } from "./host.ts";
import { WorkspaceFiles } from "./workspace-files.ts";

/** Where the docs may be, seen from this file: beside a bundle, in the extension, and seen from the sources. */
const DOCS = ["docs", "../docs", "../../docs"];

/**
 * In milliseconds. Who types in a plan with many links would wait for the disk at every key; clients that watch files say
 * at once what has changed.
 */
const TRUSTED = 2_000;

/** A computer with a disk. */
export class NodeHost extends WorkspaceFiles implements Host {
  constructor() {
    super(TRUSTED);
  }

  readonly docs = DOCS.map((path) => new URL(path, import.meta.url))
    .find((folder) => existsSync(new URL(`${folder.href}/rules/README.md`)))
    ?.toString();

  today(): PlanDate {
    const now = new Date();
    const parts = [now.getFullYear(), now.getMonth() + 1, now.getDate()];
    return readDate(parts.map((part) => String(part).padStart(2, "0")).join("-")).date!;
  }
}
