import { say } from "./say.ts";

/** How the suite is run in both hosts. */
export const options = { ui: "bdd", timeout: 30_000, reporter: "spec", forbidOnly: true, forbidPending: true } as const;

/**
 * Runs the tests that Mocha has been given, and says last how many have passed and failed.
 *
 * @throws Error where a test has failed, or where there was none
 */
export async function report(mocha: Pick<Mocha, "run">): Promise<void> {
  const { passed, failed } = await new Promise<{ passed: number; failed: number }>((done) => {
    let passed = 0;
    mocha.run((failed) => done({ passed, failed })).on("pass", () => passed++);
  });
  const summary = `suite finished: ${passed} passed, ${failed} failed`;
  say(summary);
  if (failed > 0 || passed === 0) throw new Error(summary);
}
