import type { Node, Section } from "../syntax/nodes.ts";
import type { Judged } from "./change-context.ts";
import type { Difference } from "./comparison.ts";

/** A part that was judged, and how many were before it. */
interface Part {
  readonly start: number;
  readonly end: number;
  readonly order: number;
  /** How far the parts reach that begin no later. */
  reach: number;
}

/**
 * Finds what was said first of a change: of a part of it, or of something that it is part of. The parts of each section are
 * kept in their order, so that a plan of thousands of changes takes no time that grows with their square.
 */
export class SaidOf<Said extends Judged> {
  private readonly parts = new Map<Section, Part[]>();

  constructor(private readonly said: readonly Said[]) {
    for (const [order, { nodes }] of said.entries())
      for (const node of nodes.flatMap(({ before, after }) => [before ?? [], after ?? []].flat())) {
        const parts = this.parts.get(node.section) ?? [];
        this.parts.set(node.section, parts);
        parts.push({ start: node.start, end: node.end, order, reach: 0 });
      }
    for (const parts of this.parts.values()) {
      parts.sort((a, b) => a.start - b.start);
      let reach = 0;
      for (const part of parts) {
        reach = Math.max(reach, part.end);
        part.reach = reach;
      }
    }
  }

  first({ before, after }: Difference): Said | undefined {
    const orders = [before, after].map((node) => (node ? this.firstAt(node) : Number.POSITIVE_INFINITY));
    return this.said[Math.min(...orders)];
  }

  private firstAt({ section, start, end }: Node): number {
    const parts = this.parts.get(section) ?? [];
    let first = Number.POSITIVE_INFINITY;
    const look = (part: Part) => {
      const isWithin = start <= part.start && part.end <= end;
      if (isWithin || (part.start <= start && end <= part.end)) first = Math.min(first, part.order);
    };
    let low = 0;
    let high = parts.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      if (parts[middle]!.start < start) low = middle + 1;
      else high = middle;
    }
    for (let at = low; at < parts.length && parts[at]!.start <= end; at++) look(parts[at]!);
    // What stands around it begins before it.
    for (let at = low - 1; at >= 0 && parts[at]!.reach >= end; at--) look(parts[at]!);
    return first;
  }
}
