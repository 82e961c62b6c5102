// To be imported before the tests: Mocha's build for browsers makes describe() and it() global.
import "mocha/mocha.js";
import { options } from "../suite/report.ts";
import { say } from "../suite/say.ts";

const { reporters } = Mocha as unknown as typeof import("mocha");
reporters.Base.useColors = false;
reporters.Base.consoleLog = say;
mocha.setup(options);
