import type { Result, Suppression } from "sarif";
import type { GoneFromPlan } from "../../baseline/baseline.ts";
import type { ReportedFinding, ReportedSilencer } from "../../report/file-report.ts";
import { fingerprintOf } from "../../report/fingerprint.ts";
import { messageOf, type SarifPlaces } from "./places.ts";
import { LEVELS, type SarifRules } from "./rules.ts";

/** A finding as SARIF writes it. */
export function resultOf(
  finding: ReportedFinding & { readonly by?: ReportedSilencer },
  rules: SarifRules,
  places: SarifPlaces,
): Result {
  const { rule, severity, message, place, identity, related, fixes } = finding;
  const index = rules.indexOf(rule);
  const changes = fixes.map((fix) => places.fix(fix)).filter((fix) => fix !== undefined);
  return {
    ruleId: rule,
    ...(index === undefined ? {} : { ruleIndex: index }),
    level: LEVELS[severity],
    message: messageOf(message),
    locations: [
      {
        physicalLocation: places.place(place),
        ...(identity.at === "" ? {} : { logicalLocations: [{ fullyQualifiedName: identity.at }] }),
      },
    ],
    ...(related.length === 0
      ? {}
      : {
          relatedLocations: related.map(({ place, message }, index) => ({
            id: index + 1,
            ...places.location(place, message),
          })),
        }),
    ...(changes.length === 0 ? {} : { fixes: changes }),
    partialFingerprints: { "aiplan/v1": fingerprintOf(finding) },
    properties: { severity },
  };
}

/** What a baseline knows and is there no more: where it stood in its file nobody knows by now. */
export function absentOf(finding: GoneFromPlan, rules: SarifRules, places: SarifPlaces): Result {
  const { rule, severity, plan, file = plan, at, count } = finding;
  const index = rules.indexOf(rule);
  return {
    ruleId: rule,
    ...(index === undefined ? {} : { ruleIndex: index }),
    level: LEVELS[severity],
    message: { text: "The baseline knows this, and it is there no more." },
    locations: [
      {
        physicalLocation: { artifactLocation: places.fileFromBase(file) },
        ...(at === "" ? {} : { logicalLocations: [{ fullyQualifiedName: at }] }),
      },
    ],
    partialFingerprints: { "aiplan/v1": fingerprintOf({ rule, identity: finding }) },
    baselineState: "absent",
    ...(count > 1 ? { occurrenceCount: count } : {}),
    properties: { severity },
  };
}

/** What silences a finding; nothing does most of them. */
export function suppressionsOf(
  { accepted, by }: ReportedFinding & { readonly by?: ReportedSilencer },
  places: SarifPlaces,
): Suppression[] {
  const status = "accepted";
  if (by?.kind === "comment")
    return [{ kind: "inSource", status, justification: by.reason, location: places.location(by.place) }];
  if (by) {
    const where = by.path === undefined ? "the configuration" : by.path;
    const location =
      by.path === undefined ? {} : { location: { physicalLocation: { artifactLocation: places.file(by.path) } } };
    return [{ kind: "external", status, justification: `Its rule is switched off in ${where}.`, ...location }];
  }
  if (!accepted) return [];
  const { reason, approver, expires, place } = accepted;
  const justification = `${reason.trim().replace(/\.$/, "")}. Accepted by ${approver} until ${expires}.`;
  return [{ kind: "inSource", status, justification, location: places.location(place) }];
}
