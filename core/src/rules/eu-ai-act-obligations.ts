/**
 * What Regulation (EU) 2024/1689 (the AI Act) asks in numbers, each with the article it stands in. Rules take them from
 * here, so that a change of the law is a change of this file.
 */
export const REGULATION = "Regulation (EU) 2024/1689 (AI Act)";

/** Who deploys a high-risk system keeps its logs for at least six months. */
export const LOG_RETENTION = {
  article: "Article 26(6)",
  inWords: "six months",
  /** What is written in a plan to keep to it. */
  least: "6 mo",
  /** Six months by the calendar have 181 to 184 days: only what is shorter than all of them falls short for certain. */
  leastDays: 181,
} as const;

/** Those who oversee the system can stop it, so that it comes to a halt in a safe state. */
export const STOP = { article: "Article 14(4)(e)" } as const;

/** Oversight is given to people who have the competence, the training and the authority for it. */
export const OVERSEER = { article: "Article 26(2)" } as const;

/** Monitoring after the system is on the market rests on a plan, which is part of the technical documentation. */
export const POST_MARKET_PLAN = { article: "Article 72(3)" } as const;

/** A serious incident is reported at the latest so many days after becoming aware of it; shorter limits hold for some. */
export const INCIDENT_REPORT = { article: "Article 73(2)", mostDays: 15 } as const;
