/** Sets of rules that a plan or the configuration switches on, each with one line that says what it asks. */
export const PROFILES = {
  "eu-ai-act-high-risk": "What the EU AI Act asks of those who provide or use a high-risk system",
} as const;
export type ProfileId = keyof typeof PROFILES;

export function isProfile(id: string): id is ProfileId {
  return Object.hasOwn(PROFILES, id);
}
