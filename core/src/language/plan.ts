import { Artifacts } from "./artifacts.ts";
import { DataSource } from "./data-source.ts";
import { Decisions } from "./decision.ts";
import { Economics } from "./economics.ts";
import { EscalationPath } from "./escalation-path.ts";
import { FallbackMode } from "./fallback-mode.ts";
import { HumanOversight } from "./human-oversight.ts";
import { Join } from "./join.ts";
import { Load } from "./load.ts";
import { LoadTest } from "./load-test.ts";
import { Metric } from "./metric.ts";
import { Milestones } from "./milestones.ts";
import { Monitoring } from "./monitoring.ts";
import { OperatingLimits } from "./operating-limits.ts";
import { Outcome } from "./outcome.ts";
import { Pilot } from "./pilot.ts";
import { PROFILES } from "./profiles.ts";
import { Review } from "./review.ts";
import { Role } from "./role.ts";
import { Rollout } from "./rollout.ts";
import { SuccessCriteria } from "./success-criteria.ts";
import { System } from "./system.ts";
import { Trigger } from "./trigger.ts";
import { choice, id, key, link, list, map, number, object, reference, text, unlessSuggest } from "./types.ts";
import { Waiver } from "./waiver.ts";
import { Workflow } from "./workflow.ts";

/** The whole file. The order of the keys is the order in which sections are inserted and sorted. */
export const Plan = object("Plan", {
  doc: "A plan for bringing an AI system into production and keeping it there.",
  keys: {
    aiplan: key(number({ minimum: 1 }), {
      doc: "The version of the plan language: `1`.",
      due: "proposal",
      principle: "traceability",
      placeholder: "version of the language e.g. 1",
    }),
    kind: key(
      choice({
        plan: "A plan for one AI system",
        catalog: "Definitions, such as roles and systems, that several plans share",
      }),
      {
        doc: "What this file is: a `plan` (if left out), or a `catalog` that lends roles, systems, metrics and the like to the plans that import it.",
        principle: "traceability",
        placeholder: "plan or catalog",
      },
    ),
    name: key(id(), {
      doc: "A short name, unique in the workspace, in lower case with hyphens, for example `ticket-routing`.",
      due: "proposal",
      principle: "traceability",
      placeholder: "short name e.g. ticket-routing",
    }),
    title: key(text, {
      doc: "What the system does, in one line for people, for example `Route support tickets to the team that can solve them`.",
      due: "proposal",
      principle: "outcome-before-technology",
      placeholder: "what the system does in one line",
    }),
    stage: key(
      choice({
        proposal: "An idea with a business case, to be approved",
        build: "Approved, and being built",
        pilot: "Tried out on real cases under close watch",
        production: "Live",
      }),
      {
        doc: "How far the team says it is: `proposal`, `build`, `pilot` or `production`. The plan is checked for what must be there by now, and no more.",
        due: "proposal",
        principle: "right-order",
        placeholder: "proposal or build or pilot or production",
      },
    ),
    owner: key(reference("role"), {
      doc: "The role that answers for the whole plan: the id of one of the `roles`.",
      due: "proposal",
      principle: "agreed-success",
      placeholder: "id of a role",
    }),
    "risk-tier": key(
      choice({
        minimal: "Little can go wrong, and it is easy to put right",
        limited: "A wrong output costs time or money, or people must know they deal with an AI",
        high: "A wrong output can harm people, their rights or their safety",
      }),
      {
        doc: "How much harm a wrong output can do: `minimal`, `limited` or `high`. At `high`, human review may never be removed altogether.",
        due: "proposal",
        principle: "stepwise-oversight",
        placeholder: "minimal or limited or high",
      },
    ),
    imports: key(list(link("plan catalog")), {
      doc: "Catalogs whose definitions this plan may use, as paths from this file, for example `[./org.aiplan]`.",
      principle: "traceability",
      placeholder: "path to a catalog e.g. ./org.aiplan",
    }),
    profiles: key(list(choice(PROFILES)), {
      doc: "Extra sets of rules to check the plan against, for example `[eu-ai-act-high-risk]`.",
      principle: "traceability",
      placeholder: "set of rules e.g. eu-ai-act-high-risk",
    }),
    outcome: key(Outcome, {
      doc: "The business change this system is for, and the metric that will show it. The outcome comes first; the technology follows from it.",
      due: "proposal",
      ownedBy: "missing-outcome",
      principle: "outcome-before-technology",
      placeholder: "outcome for the business",
    }),
    workflow: key(Workflow, {
      doc: "How the work is done today and how it will be done, and what happens while the system is off.",
      due: "build",
      ownedBy: "missing-workflow-redesign",
      principle: "workflow-redesign",
      placeholder: "work today and tomorrow",
    }),
    "fallback-modes": key(map(FallbackMode, { defines: "fallback-mode", keyName: "fallback mode" }), {
      doc: "Ways to keep working without the system or a part of it, each under an id, for example `manual-queue: {how: Dispatchers sort the inbox, owner: support-ops}`.",
      due: "pilot",
      principle: "operating-limits",
      placeholder: "ways to work without the system",
    }),
    milestones: key(Milestones, {
      doc: "The dates that matter, by name. Others may be added, for example `contract-signed: 2026-02-18`. Where a date is asked for, the name of a milestone often serves as well.",
      due: "proposal",
      principle: "right-order",
      placeholder: "dates that matter",
    }),
    metrics: key(map(Metric, { defines: "metric", keyName: "metric" }), {
      doc: "Everything the plan measures, each under an id, for example `routing-accuracy: {kind: quality, unit: percent, direction: higher}`. Every number elsewhere names one of these.",
      due: "proposal",
      principle: "numeric-criteria",
      placeholder: "metrics of the plan",
    }),
    "success-criteria": key(SuccessCriteria, {
      doc: 'What "it works" means, in numbers for month one and month six, and who agreed to it before the build.',
      due: "proposal",
      ownedBy: "missing-success-criteria",
      principle: "numeric-criteria",
      placeholder: "numbers that mean success",
    }),
    economics: key(Economics, {
      doc: "What the system costs and earns at full volume, agreed before the build.",
      due: "proposal",
      ownedBy: "missing-economics",
      principle: "economics-at-scale",
      placeholder: "costs and returns",
    }),
    load: key(Load, {
      doc: "How much work comes in, for example `{unit: item, average: 3200 item/d, peak: 900 item/h, month-6: 4000 item/d}`.",
      due: "proposal",
      ownedBy: "missing-economics",
      principle: "economics-at-scale",
      placeholder: "how much work comes in",
    }),
    pilot: key(Pilot, {
      doc: "On whom and on how much the system is tried out, and how that differs from production.",
      due: "pilot",
      principle: "pilot-is-not-production",
      placeholder: "population and volume of the pilot",
    }),
    systems: key(map(System, { defines: "system", keyName: "system" }), {
      doc: "The systems the AI calls or is fed by, each under an id, with what they can take and what happens when they fail.",
      due: "build",
      principle: "load-on-legacy",
      placeholder: "systems it depends on",
    }),
    "load-test": key(LoadTest, {
      doc: "The test that showed the systems carry the peak, for example `{rate: 1000 item/h, duration: 2 h, date: 2026-06-10, report: ./tests/load.md}`.",
      due: "pilot",
      principle: "load-on-legacy",
      placeholder: "load test",
    }),
    "data-sources": key(map(DataSource, { defines: "data-source", keyName: "data source" }), {
      doc: "The data the system learns from, is judged by or works on, each source under an id.",
      due: "proposal",
      ownedBy: "missing-data-sources",
      principle: "production-ready-data",
      placeholder: "data it uses",
    }),
    joins: key(map(Join, { defines: "join", keyName: "join" }), {
      doc: "Where records of two data sources are brought together, each join under an id. A plan with one source needs none.",
      principle: "schemas-agree",
      placeholder: "joins between data sources",
    }),
    "operating-limits": key(OperatingLimits, {
      doc: "What the system may do on its own, on what input, and how it is stopped.",
      due: "build",
      ownedBy: "missing-operating-limits",
      principle: "operating-limits",
      placeholder: "limits within which it works",
    }),
    monitoring: key(Monitoring, {
      doc: "When the watching of quality and reliability is designed and switched on, and how long logs are kept.",
      due: "build",
      ownedBy: "missing-monitoring",
      principle: "monitoring-from-day-one",
      placeholder: "how the system is watched",
    }),
    triggers: key(map(Trigger, { defines: "trigger", keyName: "trigger" }), {
      doc: "The alarms, each under an id, for example `slow: {metric: latency-p95, above: 3 s, for: 30 min, severity: sev3, do: notify, escalate: outage}`.",
      due: "pilot",
      principle: "monitoring-from-day-one",
      placeholder: "alarms",
    }),
    reviews: key(map(Review, { defines: "review", keyName: "review" }), {
      doc: "The reviews that alarms call for, each under an id, for example `quality-review: {triggered-by: [drift], chair: triage-lead}`.",
      due: "pilot",
      principle: "reviews-follow-data",
      placeholder: "reviews that alarms call for",
    }),
    "escalation-paths": key(map(EscalationPath, { defines: "escalation-path", keyName: "escalation path" }), {
      doc: "Who is told when something goes wrong, in which order and how fast, each path under an id. Settled before the system goes live.",
      due: "pilot",
      ownedBy: "missing-escalation-path",
      principle: "escalation-before-go-live",
      placeholder: "who is told and in which order",
    }),
    "human-oversight": key(HumanOversight, {
      doc: "Who reviews the output and how much they can manage, for example `{reviewers: triage-lead, capacity: 500 item/d, sampling: random, overrides-logged: true}`.",
      due: "pilot",
      principle: "stepwise-oversight",
      placeholder: "who reviews the output",
    }),
    rollout: key(Rollout, {
      doc: "How the system goes live step by step, with the evidence each step needs and a way back.",
      due: "pilot",
      when: unlessSuggest,
      principle: "stepwise-oversight",
      placeholder: "steps to full use and the way back",
    }),
    roles: key(map(Role, { defines: "role", keyName: "role" }), {
      doc: "The roles this plan names and how to reach them, for example `triage-lead: {contact: triage@example.com, deputy: support-ops}`.",
      due: "proposal",
      principle: "escalation-before-go-live",
      placeholder: "roles and how to reach them",
    }),
    decisions: key(Decisions, {
      doc: "Who takes part in which decision, going live above all, for example `go-live: {accountable: head-of-support, responsible: [routing-sre]}`.",
      due: "pilot",
      principle: "agreed-success",
      placeholder: "who decides what",
    }),
    artifacts: key(Artifacts, {
      doc: "Which model this plan is about, for example `{model: router-v3, model-card: ./cards/router.modelcard.json}`.",
      principle: "traceability",
      placeholder: "model this plan is about",
    }),
    waivers: key(map(Waiver, { refersTo: "rule", keyName: "rule" }), {
      doc: "Risks somebody accepts until a given day, under the id of the rule that warns of them, for example `pilot-only-data-source: {reason: The live feed opens in August, approved-by: head-of-support, expires: 2026-08-31}`.",
      principle: "agreed-success",
      placeholder: "risks accepted for now",
    }),
  },
});
