import { CATALOG_SECTIONS } from "../language/index.ts";
import type { PrincipleId } from "../principles/index.ts";
import type { Finding } from "../rules/finding.ts";
import { type Severity, severityAt } from "../rules/severity.ts";
import type { CheckedPlan } from "../workspace/checked-plan.ts";
import type { Judged, Judgement, Look } from "./judgements.ts";
import type { Must, Musts } from "./musts.ts";
import type { Wants } from "./wants.ts";

/** What a check takes away of its principle that holds nowhere, by what it usually weighs. */
const COSTS: Readonly<Record<Severity, number>> = { hint: 0, info: 1 / 7, warning: 1 / 2, error: 1 / 2 };

/** Something that counts for a principle, the same whatever a plan says: what must be there, or what is checked. */
export interface Item {
  readonly principle: PrincipleId;
  readonly kind: "must" | "check";
  /** 0 to 1: what it takes away of what else there is, where it holds nowhere; nothing for what must be there. */
  readonly cost: number;
  /** At how many places it is to hold; nothing is amiss where there is none. */
  readonly places: number;
  readonly flaws: readonly Flaw[];
}

/** A place where an item does not hold. */
export interface Flaw {
  /** The rule that found something there, or was silent for want of something. */
  readonly rule?: string;
  readonly findings: readonly Finding[];
  /** The paths of what is due and not there. */
  readonly lacks: readonly string[];
}

/** 0 to 1: how much of it holds. */
export function met({ places, flaws }: Item): number {
  return flaws.length === 0 ? 1 : Math.max(0, 1 - flaws.length / places);
}

/** What a plan is judged by, with what is amiss. */
export function itemsOf(checked: CheckedPlan, { sense }: Judged, musts: Musts, wants: Wants): Item[] {
  const unread = unreadSections(checked);
  const checks = sense.flatMap((judgement) => {
    const { rule } = judgement;
    const usual = severityAt(rule.severity, checked.file.stage);
    // What rests on today's date alone would change overnight.
    if (!usual || usual === "hint" || (rule.clock && checked.workspace.clock?.source === "today")) return [];
    const isMust = rule.id.startsWith("missing-");
    const item = { principle: rule.principle, kind: isMust ? ("must" as const) : ("check" as const) };
    return [{ ...item, cost: isMust ? 0 : COSTS[usual], ...heldBy(judgement, musts, wants, unread) }];
  });
  return [...musts.all.map(itemOfMust), ...checks];
}

function itemOfMust({ principle, asked, gaps, lostWith }: Must): Item {
  const common = { principle, kind: "must" as const, cost: 0 };
  if (lostWith.length > 0) return { ...common, places: 1, flaws: [{ findings: [], lacks: lostWith }] };
  return { ...common, places: asked, flaws: gaps.map(({ path }) => ({ findings: [], lacks: [path] })) };
}

function heldBy(
  { rule, looks }: Judgement,
  musts: Musts,
  wants: Wants,
  unread: ReadonlySet<string>,
): Pick<Item, "places" | "flaws"> {
  const sections: readonly string[] = rule.reads === "*" ? [] : rule.reads;
  const lost = [
    ...sections.filter((section) => musts.lostSections.has(section) || unread.has(section)),
    ...[...musts.lostTypes].flatMap(([type, paths]) =>
      type.kind === "object" && type.name in rule.check ? paths : [],
    ),
  ];
  if (lost.length > 0) {
    const findings = looks.flatMap((look) => look.findings.filter(counts));
    return { places: 1, flaws: [{ rule: rule.id, findings, lacks: [...new Set(lost)] }] };
  }
  const flaws = looks.flatMap((look) => {
    const findings = look.findings.filter(counts);
    const lacks = lacksOf(look, sections, musts, wants);
    return findings.length > 0 || lacks.length > 0 ? [{ rule: rule.id, findings, lacks }] : [];
  });
  return { places: looks.length, flaws };
}

function counts({ severity }: Finding): boolean {
  return severity !== "hint";
}

/** A look at the file as a whole goes by the ids that it names: one that should be named and is not goes unseen. */
function lacksOf(look: Look, sections: readonly string[], musts: Musts, wants: Wants): string[] {
  const { object } = look;
  if (!object) return [...new Set([...wants.of(look), ...musts.unnamedIn(sections)])];
  return object.section?.broken ? [object.section.name] : wants.of(look);
}

/** Sections of which not all can be read, here or in a catalog that may lend them. */
function unreadSections({ file, workspace, definitions }: CheckedPlan): Set<string> {
  const unread = new Set([...file.garbled, ...file.sections.flatMap(({ broken, name }) => (broken ? [name] : []))]);
  const isUnlent = definitions.mayLackCatalogs || workspace.catalogs.some(({ syntax }) => syntax.length > 0);
  if (isUnlent) for (const section of CATALOG_SECTIONS) unread.add(section);
  return unread;
}
