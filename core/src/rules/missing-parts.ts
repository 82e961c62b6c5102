import type { Finding, Fix } from "./finding.ts";

/** A finding with what would be inserted for it. */
export interface MissingPart {
  readonly finding: Finding;
  readonly fix: Fix;
  readonly inserts: NonNullable<Fix["inserts"]>;
}

/** What findings say is missing, as far as it can be inserted as it stands; what a waiver accepts is not. */
export function missingParts(findings: readonly Finding[]): MissingPart[] {
  return findings.flatMap((finding) => {
    const fix = finding.fixes.find(({ preferred }) => preferred);
    const isMissing = finding.rule.startsWith("missing-") && !finding.accepted;
    return isMissing && fix?.inserts ? [{ finding, fix, inserts: fix.inserts }] : [];
  });
}
