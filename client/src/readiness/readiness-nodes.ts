import type { PlanReport, ReportFinding, ReportPrinciple, ReportStatus } from "@aiplan/report";

/** An entry of the tree, in words; it knows nothing of VS Code. */
export interface ReadinessNode {
  /** The same for as long as it is about the same thing: what is opened stays open while somebody types. */
  readonly id: string;
  readonly label: string;
  readonly tooltip: string;
  /** The name of a symbol of VS Code, and of the colour of its theme. */
  readonly icon: string;
  readonly color?: string;
  /** What it leads to. */
  readonly finding?: ReportFinding;
  readonly isFixable: boolean;
  readonly children: readonly ReadinessNode[];
}

const STATUS: Readonly<Record<ReportStatus, { icon: string; color?: string }>> = {
  met: { icon: "pass", color: "testing.iconPassed" },
  partly: { icon: "warning", color: "list.warningForeground" },
  missing: { icon: "error", color: "list.errorForeground" },
  "not-yet-due": { icon: "circle-outline" },
};

const SEVERITY: Readonly<Record<ReportFinding["severity"], { icon: string; color?: string }>> = {
  error: { icon: "error", color: "list.errorForeground" },
  warning: { icon: "warning", color: "list.warningForeground" },
  info: { icon: "info", color: "problemsInfoIcon.foreground" },
  hint: { icon: "lightbulb" },
};

/** The principles, below each what stands against it, and what would if it were not silenced or accepted. */
export function readinessNodes({ readiness }: PlanReport): ReadinessNode[] {
  return readiness.principles.map((principle) => {
    const { id, title, what, status } = principle;
    // The word comes first: of a title that is longer than the view is wide the end is cut off.
    const label = `${statusInWords(principle)}: ${title}`;
    const tooltip = `${label}\n\n${what}`;
    return { id, label, tooltip, ...STATUS[status], isFixable: false, children: childrenOf(principle) };
  });
}

function statusInWords({ status, dueFrom }: ReportPrinciple): string {
  switch (status) {
    case "met":
      return "Met";
    case "partly":
      return "Partly met";
    case "missing":
      return "Missing";
    case "not-yet-due":
      return `Not due before ${dueFrom}`;
  }
}

function childrenOf({ id, findings, silenced, accepted, unjudged }: ReportPrinciple): ReadinessNode[] {
  const numbered = new Map<string, number>();
  /** Two findings of one rule are told apart by their order. */
  const idOf = (kind: string, rule: string) => {
    const key = `${id}/${kind}/${rule}`;
    const number = numbered.get(key) ?? 0;
    numbered.set(key, number + 1);
    return `${key}/${number}`;
  };
  const leaf = (kind: string, finding: ReportFinding) => ({
    id: idOf(kind, finding.rule),
    label: finding.message,
    tooltip: `${finding.message}\n\n${finding.rule}, ${finding.path}:${finding.range.start.line + 1}`,
    finding,
    isFixable: false,
    children: [],
  });
  return [
    ...findings.map((finding) => ({
      ...leaf("finding", finding),
      ...SEVERITY[finding.severity],
      isFixable: finding.fixes.length > 0,
    })),
    ...[...new Set(unjudged.map(({ lacks }) => lacks))].map((path) => {
      const rules = unjudged.filter(({ lacks }) => lacks === path).map(({ rule }) => rule);
      return {
        id: `${id}/unjudged/${path}`,
        label: `Cannot be judged without ${path}`,
        tooltip: `The plan does not say ${path}. What needs it: ${[...new Set(rules)].join(", ")}.`,
        icon: "question",
        isFixable: false,
        children: [],
      };
    }),
    ...accepted.map((finding) => {
      const { approver, reason, expires } = finding.accepted;
      const node = leaf("accepted", finding);
      const label = `Accepted until ${expires}: ${finding.message}`;
      return { ...node, label, icon: "shield", tooltip: `${node.tooltip}\n\nAccepted by ${approver}: ${reason}` };
    }),
    ...silenced.map((finding) => {
      const node = leaf("silenced", finding);
      const why = finding.by.kind === "comment" ? finding.by.reason : "Switched off by the configuration.";
      const label = `Silenced: ${finding.message}`;
      return { ...node, label, icon: "bell-slash", tooltip: `${node.tooltip}\n\n${why}` };
    }),
  ];
}
