import { report } from "../suite/report.ts";

/** What VS Code calls in its web worker extension host. The build puts the tests before this. */
export const run = (): Promise<void> => report(mocha);
