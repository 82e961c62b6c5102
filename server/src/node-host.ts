import { type PlanDate, readDate } from "@aiplan/core";
import type { Host } from "./host.ts";
import { WorkspaceFiles } from "./workspace-files.ts";

/** A computer with a disk. */
export class NodeHost extends WorkspaceFiles implements Host {
  today(): PlanDate {
    const now = new Date();
    const parts = [now.getFullYear(), now.getMonth() + 1, now.getDate()];
    return readDate(parts.map((part) => String(part).padStart(2, "0")).join("-")).date!;
  }
}
