import { Role } from "../../language/index.ts";
import { isWritten } from "../../workspace/key-meant.ts";
import { OVERSEER, REGULATION } from "../eu-ai-act-obligations.ts";
import { defineRule } from "../rule.ts";

export default defineRule({
  id: "eu-ai-act-overseer",
  profile: "eu-ai-act-high-risk",
  principle: "stepwise-oversight",
  severity: { pilot: "warning", production: "error" },
  summary: "The people who oversee a high-risk system are named and have been trained for it.",
  why: `Who was never shown what the system gets wrong agrees with it: after a few hundred right answers nobody looks any more.
Oversight only counts if it lies with people who know the system's limits and may overrule it. The date of their training
is what shows it to an authority.`,
  silent: `Where no reviewers are named (\`missing-key\` speaks of that) or their role is not defined or still a stub (its
\`contact\` is a placeholder), for a placeholder, and where the YAML around is broken. Whether the training came in time,
\`reviewer-trained-late\` says.`,
  source: `${REGULATION}, ${OVERSEER.article}`,
  reads: ["human-oversight", "roles"],
  examples: {
    bad: [
      {
        plan: `
stage: pilot
profiles: [eu-ai-act-high-risk]
human-oversight: {reviewers: case-lead, capacity: 200 item/d, sampling: all, overrides-logged: true}
#                            ^^^^^^^^^ \`case-lead\` oversees a high-risk system and has no date of training
roles:
  case-lead: {contact: lead@example.com}
`,
        fixed: `
stage: pilot
profiles: [eu-ai-act-high-risk]
human-oversight: {reviewers: case-lead, capacity: 200 item/d, sampling: all, overrides-logged: true}
roles:
  case-lead: {contact: lead@example.com, trained: <date trained YYYY-MM-DD>}
`,
      },
      {
        plan: `
-- org.aiplan --
aiplan: 1
kind: catalog
name: org
roles:
  case-lead: {contact: lead@example.com}
-- plan.aiplan --
stage: production
profiles: [eu-ai-act-high-risk]
imports: [./org.aiplan]
human-oversight: {reviewers: case-lead}
#                            ^^^^^^^^^ \`case-lead\` oversees a high-risk system and has no date of training
`,
      },
    ],
    good: [
      `
stage: production
profiles: [eu-ai-act-high-risk]
human-oversight: {reviewers: case-lead}
roles:
  case-lead: {contact: lead@example.com, trained: 2026-04-24}
`,
      `
stage: production
profiles: [eu-ai-act-high-risk]
human-oversight: {reviewers: case-lead}
roles:
  case-lead: {contact: lead@example.com, trained: <date trained YYYY-MM-DD>}
`,
      `
stage: production
profiles: [eu-ai-act-high-risk]
human-oversight: {reviewers: nobody-defined}
roles:
  case-lead: {contact: lead@example.com}
`,
      `
stage: production
profiles: [eu-ai-act-high-risk]
human-oversight: {reviewers: case-lead}
roles:
  case-lead: {contact: <how to reach them>}
`,
      `
stage: production
human-oversight: {reviewers: case-lead}
roles:
  case-lead: {contact: lead@example.com}
`,
    ],
  },
  check: {
    HumanOversight(oversight, context) {
      const reviewers = oversight.get("reviewers");
      const role = context.find("role", reviewers);
      const isStub = role?.get("contact")?.isPlaceholder;
      if (!reviewers || !role || isStub || role.section.broken || isWritten(role, "trained")) return;
      const isOwn = role.section.uri === context.file.uri;
      const insertion = { name: "trained", key: Role.keys.trained };
      context.report(
        reviewers,
        `\`${reviewers.text}\` oversees a high-risk system and has no date of training (\`trained\`): the EU AI Act asks for people with the competence and training for it (${OVERSEER.article}), and who was not trained agrees with the system. Train them, and write the date at the role.`,
        {
          related: [{ at: role.key ?? role, message: `The role \`${reviewers.text}\`` }],
          fixes: isOwn ? [context.insertFix("Insert `trained`", role, [insertion])] : [],
        },
      );
    },
  },
});
