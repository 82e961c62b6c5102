import {
  type CheckedPlan,
  type Finding,
  fileName,
  headlineOf,
  type Place,
  picturesOf,
  type Readiness,
  type SilencedFinding,
  withPlaces,
} from "@aiplan/core";
import type { PlanReport, ReportNextStep, ReportPrinciple } from "./plan-report.ts";
import type { ReportAccepted, ReportFinding, ReportPlace, ReportSilenced } from "./report-finding.ts";

/** What the core does not know of places: how they are told to whoever reads the report. */
export interface ReportSurroundings {
  /** Where offsets are as lines and columns, and what the file is called. */
  placeOf(place: Place): ReportPlace;
  /** The path of a file of which no place is told. */
  pathOf(uri: string): string;
  /** The page of a rule or principle: a URL; undefined where there is none to open. */
  pageOf?(kind: "rules" | "principles", id: string): string | undefined;
}

/** Puts the report of a plan together: plain data, in which nothing leads back to the plan. */
export function planReport(plan: CheckedPlan, readiness: Readiness, surroundings: ReportSurroundings): PlanReport {
  const { file, workspace } = plan;
  const { root } = file;
  const { path, uri } = surroundings.placeOf({ uri: file.uri, start: 0, end: 0 });
  const title = root.get("title")?.value;
  const owner = root.get("owner")?.value;
  const goLive = plan.milestone("go-live")?.text;
  const asOf = workspace.clock?.date.text;
  return {
    kind: "plan",
    path,
    ...(uri === undefined ? {} : { uri }),
    name: root.get("name")?.value ?? fileName(file.uri).replace(/\.aiplan$/i, ""),
    ...(title === undefined ? {} : { title }),
    ...(owner === undefined ? {} : { owner }),
    ...(goLive === undefined ? {} : { goLive }),
    ...(asOf === undefined ? {} : { asOf }),
    readiness: new Reporter(surroundings).readiness(readiness),
    pictures: withPlaces(picturesOf(plan), (place) => surroundings.placeOf(place)),
  };
}

/** Every file that a place in the readiness of a plan is in, by its URI: whoever tells places needs their texts. */
export function filesNamedIn({ principles, blockers, next }: Readiness): Set<string> {
  const findings = [
    ...blockers,
    ...next.map(({ finding }) => finding),
    ...principles.flatMap((one) => [...one.findings, ...one.accepted, ...one.silenced.map(({ finding }) => finding)]),
  ];
  return new Set(findings.map(({ place }) => place.uri));
}

class Reporter {
  constructor(private readonly surroundings: ReportSurroundings) {}

  readiness({ stage, claimed, earned, isReady, score, blockers, principles, next }: Readiness) {
    return {
      stage,
      ...(claimed === undefined ? {} : { claimed }),
      ...(earned === undefined ? {} : { earned }),
      isReady,
      score,
      blockers: blockers.map((finding) => this.finding(finding)),
      principles: principles.map((standing) => this.principle(standing)),
      next: next.map((step) => this.step(step)),
    };
  }

  private principle({
    principle,
    status,
    dueFrom,
    share,
    findings,
    silenced,
    accepted,
    unjudged,
  }: Readiness["principles"][number]): ReportPrinciple {
    const { id, number, title, what } = principle;
    return {
      id,
      number,
      title,
      what,
      status,
      dueFrom,
      share,
      findings: findings.map((finding) => this.finding(finding)),
      silenced: silenced.map((one) => this.silenced(one)),
      accepted: accepted.flatMap((finding) => this.accepted(finding)),
      unjudged: unjudged.map(({ rule, lacks }) => ({ rule, lacks })),
      ...this.page("principles", id),
    };
  }

  private step({ title, gain, blocks, finding, others }: Readiness["next"][number]): ReportNextStep {
    return { title, gain, blocks, finding: this.finding(finding), others };
  }

  private finding({ rule, severity, message, place, fixes }: Finding): ReportFinding {
    return {
      rule,
      severity,
      message,
      headline: headlineOf(message),
      ...this.surroundings.placeOf(place),
      fixes: fixes.map(({ title }) => title),
      ...this.page("rules", rule),
    };
  }

  private silenced({ finding, by }: SilencedFinding): ReportSilenced {
    const silencer: ReportSilenced["by"] =
      by.kind === "comment"
        ? { kind: by.kind, reason: by.reason }
        : { kind: by.kind, ...(by.uri === undefined ? {} : { path: this.surroundings.pathOf(by.uri) }) };
    return { ...this.finding(finding), by: silencer };
  }

  private accepted(finding: Finding): ReportAccepted[] {
    if (!finding.accepted) return [];
    const { approver, reason, expires } = finding.accepted;
    return [{ ...this.finding(finding), accepted: { approver, reason, expires } }];
  }

  private page(kind: "rules" | "principles", id: string): { readonly page?: string } {
    const page = this.surroundings.pageOf?.(kind, id);
    return page === undefined ? {} : { page };
  }
}
