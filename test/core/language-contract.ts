/**
 * The keys of the language as its reference page has them: path | due stage | condition | the rule that says it is
 * missing (`missing-key` where none is named). P proposal, B build, L pilot, R production, opt never missed.
 * `*` is any id of a map, `[]` any item of a list.
 */
export const contract = `
  aiplan | P
  kind | opt
  name | P
  title | P
  stage | P
  owner | P
  risk-tier | P
  imports | opt
  profiles | opt

  outcome           | P | | missing-outcome
  outcome.statement | P | | missing-outcome
  outcome.kpi       | P | | missing-outcome
  outcome.agreed    | B

  workflow                   | B | | missing-workflow-redesign
  workflow.current           | B | | missing-workflow-redesign
  workflow.target            | B | | missing-workflow-redesign
  workflow.redesign-approved | B | | missing-workflow-redesign
  workflow.fallback          | L

  fallback-modes            | L
  fallback-modes.*.how      | L
  fallback-modes.*.owner    | L
  fallback-modes.*.capacity | opt

  milestones                     | P
  milestones.technology-selected | P
  milestones.build-start         | P
  milestones.pilot-start         | B
  milestones.go-live             | L

  metrics               | P
  metrics.*.kind        | P
  metrics.*.unit        | P
  metrics.*.direction   | P
  metrics.*.source      | L | if kind is business,quality,oversight,data
  metrics.*.measures    | opt
  metrics.*.slo         | opt
  metrics.*.label-delay | opt
  metrics.*.slices      | opt

  success-criteria                             | P | | missing-success-criteria
  success-criteria.agreed                      | B | | missing-success-criteria
  success-criteria.approved-by                 | B | | missing-success-criteria
  success-criteria.targets                     | P | | missing-success-criteria
  success-criteria.targets.*.month-1           | P | | missing-benchmark
  success-criteria.targets.*.month-6           | P | | missing-benchmark
  success-criteria.targets.*.baseline          | opt
  success-criteria.targets.*.baseline-measured | opt
  success-criteria.targets.*.pilot-exit        | opt
  success-criteria.targets.*.worst-slice       | opt
  success-criteria.targets.*.measured          | opt
  success-criteria.targets.*.measured.month-1  | opt
  success-criteria.targets.*.measured.month-6  | opt

  economics                      | P | | missing-economics
  economics.build-cost           | P
  economics.fixed-cost           | P
  economics.cost-per-item        | P
  economics.value-per-item       | P
  economics.ceiling              | P
  economics.payback              | P
  economics.agreed               | B
  economics.review-cost-per-item | opt

  load         | P | | missing-economics
  load.unit    | P
  load.average | P
  load.month-6 | P
  load.peak    | B

  pilot                                      | L
  pilot.population                           | L
  pilot.volume                               | L
  pilot.differs-from-production              | opt
  pilot.differs-from-production[].what       | opt
  pilot.differs-from-production[].closed-by  | opt

  systems                  | B
  systems.*.owner          | B
  systems.*.calls-per-item | B
  systems.*.rate-limit     | B
  systems.*.latency-p95    | L
  systems.*.availability   | L
  systems.*.timeout        | L | | missing-failure-behaviour
  systems.*.on-failure     | L | | missing-failure-behaviour
  systems.*.access         | opt
  systems.*.calls-on-path  | opt
  systems.*.catalog        | opt
  systems.*.gaps           | opt
  systems.*.gaps[].what    | opt
  systems.*.gaps[].due     | opt

  load-test          | L
  load-test.rate     | L
  load-test.duration | L
  load-test.date     | L
  load-test.report   | L

  data-sources                     | P | | missing-data-sources
  data-sources.*.system            | B
  data-sources.*.environment       | B
  data-sources.*.used-for          | B
  data-sources.*.owner             | B | | missing-source-owner
  data-sources.*.freshness         | B | if used-for is inference
  data-sources.*.max-staleness     | B | if used-for is inference
  data-sources.*.contract          | L
  data-sources.*.lineage           | L | | missing-lineage
  data-sources.*.production-source | opt
  data-sources.*.columns           | opt
  data-sources.*.columns.*.type    | opt
  data-sources.*.columns.*.format  | opt
  data-sources.*.columns.*.unique  | opt
  data-sources.*.labels            | opt
  data-sources.*.labels.field      | opt
  data-sources.*.labels.method     | opt
  data-sources.*.labels.how        | opt
  data-sources.*.labels.coverage   | opt
  data-sources.*.labels.agreement  | opt
  data-sources.*.history           | opt
  data-sources.*.history.from      | opt
  data-sources.*.history.needed    | opt

  joins               | opt
  joins.*.left        | B
  joins.*.right       | B
  joins.*.cardinality | B
  joins.*.match-rate  | B
  joins.*.profiled    | B

  operating-limits                                | B |                | missing-operating-limits
  operating-limits.autonomy                       | B |                | missing-operating-limits
  operating-limits.inputs                         | B | unless suggest | missing-operating-limits
  operating-limits.inputs.required                | opt
  operating-limits.inputs.languages               | opt
  operating-limits.inputs.max-size                | opt
  operating-limits.inputs.other                   | opt
  operating-limits.actions                        | B | unless suggest | missing-operating-limits
  operating-limits.actions.allowed                | B | unless suggest
  operating-limits.actions.allowed.*.autonomy     | opt
  operating-limits.actions.allowed.*.max-value    | opt
  operating-limits.actions.allowed.*.reversible   | opt
  operating-limits.actions.forbidden              | B | unless suggest
  operating-limits.actions.max-rate               | B | unless suggest
  operating-limits.actions.actions-per-item       | opt
  operating-limits.min-confidence                 | B | unless suggest | missing-operating-limits
  operating-limits.out-of-bounds                  | B | unless suggest | missing-operating-limits
  operating-limits.out-of-bounds.do               | B | unless suggest
  operating-limits.out-of-bounds.escalate         | B | unless suggest
  operating-limits.kill-switch                    | L | unless suggest | missing-kill-switch
  operating-limits.kill-switch.how                | L | unless suggest | missing-kill-switch
  operating-limits.kill-switch.operators          | L | unless suggest | missing-kill-switch
  operating-limits.kill-switch.max-time           | L | unless suggest | missing-kill-switch
  operating-limits.kill-switch.tested             | R | unless suggest | missing-kill-switch

  monitoring               | B | | missing-monitoring
  monitoring.designed      | B
  monitoring.active-from   | B
  monitoring.log-retention | B
  monitoring.conventions   | opt
  monitoring.post-market-plan | opt

  triggers               | L
  triggers.*.metric      | L
  triggers.*.below       | L | one of condition
  triggers.*.above       | L | one of condition
  triggers.*.outside     | L | one of condition
  triggers.*.for         | L
  triggers.*.severity    | L
  triggers.*.do          | L
  triggers.*.escalate    | opt
  triggers.*.min-samples | opt
  triggers.*.slice       | opt

  reviews                   | L
  reviews.*.triggered-by    | L
  reviews.*.chair           | L
  reviews.*.at-latest-every | opt

  escalation-paths                  | L | | missing-escalation-path
  escalation-paths.*.hours          | L
  escalation-paths.*.steps          | L
  escalation-paths.*.steps[].notify | L | unless path
  escalation-paths.*.steps[].via    | L | unless path
  escalation-paths.*.steps[].within | L | unless path
  escalation-paths.*.steps[].path   | opt

  human-oversight                  | L
  human-oversight.reviewers        | L
  human-oversight.capacity         | L
  human-oversight.sampling         | L
  human-oversight.overrides-logged | L

  rollout                            | L | unless suggest
  rollout.steps                      | L | unless suggest
  rollout.steps[].id                 | L | unless suggest
  rollout.steps[].traffic            | L | unless suggest
  rollout.steps[].review             | L | unless suggest
  rollout.steps[].starts             | L | first only
  rollout.steps[].when               | L | later only
  rollout.steps[].when[].metric      | L
  rollout.steps[].when[].at-least    | L | one of condition
  rollout.steps[].when[].at-most     | L | one of condition
  rollout.steps[].when[].within      | L | one of condition
  rollout.steps[].when[].for         | opt
  rollout.steps[].when[].min-samples | opt
  rollout.steps[].when[].slice       | opt
  rollout.steps[].mirror             | opt
  rollout.steps[].min-duration       | opt
  rollout.steps[].entered            | opt
  rollout.current                    | opt
  rollout.rollback                   | L | unless suggest | missing-rollback
  rollout.rollback.max-time          | L | unless suggest | missing-rollback
  rollout.rollback.owner             | L | unless suggest | missing-rollback
  rollout.rollback.to                | opt
  rollout.rollback.tested            | R | unless suggest | missing-rollback
  rollout.link                       | opt

  roles           | P
  roles.*.contact | P
  roles.*.deputy  | opt
  roles.*.trained | opt

  decisions               | L
  decisions.go-live       | L
  decisions.*.accountable | L
  decisions.*.responsible | L
  decisions.*.consulted   | opt
  decisions.*.informed    | opt

  artifacts            | opt
  artifacts.model      | opt
  artifacts.model-card | opt

  waivers               | opt
  waivers.*.at          | opt
  waivers.*.reason      | opt
  waivers.*.approved-by | opt
  waivers.*.expires     | opt
`;

/** What refers to what. Dates that may name a milestone and columns of joins have value types of their own. */
export const references = `
  owner -> role
  outcome.kpi -> metric
  workflow.fallback -> fallback-mode
  fallback-modes.*.owner -> role
  metrics.*.source -> data-source
  success-criteria.targets.* -> metric
  success-criteria.approved-by -> role
  systems.*.owner -> role
  systems.*.on-failure -> fallback-mode or retry,queue,fail
  data-sources.*.system -> system
  data-sources.*.owner -> role
  data-sources.*.production-source -> data-source
  operating-limits.out-of-bounds.escalate -> escalation-path
  operating-limits.kill-switch.operators[] -> role
  triggers.*.metric -> metric
  triggers.*.escalate -> escalation-path
  reviews.*.triggered-by[] -> trigger
  reviews.*.chair -> role
  escalation-paths.*.steps[].notify -> role
  escalation-paths.*.steps[].path -> escalation-path
  human-oversight.reviewers -> role
  rollout.steps[].when[].metric -> metric
  rollout.current -> rollout-step
  rollout.rollback.to -> fallback-mode
  rollout.rollback.owner -> role
  roles.*.deputy -> role
  decisions.*.accountable -> role
  decisions.*.responsible[] -> role
  decisions.*.consulted[] -> role
  decisions.*.informed[] -> role
  waivers.* -> rule
  waivers.*.approved-by -> role
`;
