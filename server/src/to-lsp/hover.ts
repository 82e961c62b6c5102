import type { Hover as PlanHover } from "@aiplan/core";
import type { Hover } from "vscode-languageserver";
import type { Snapshot } from "../plans.ts";
import { markup, type ToLsp } from "./to-lsp.ts";

export function toHover(lsp: ToLsp, snapshot: Snapshot, { place, ...texts }: PlanHover): Hover {
  return { contents: markup(lsp.client.markdownHover, texts), range: lsp.range(snapshot, place) };
}
