import fc from "fast-check";

// mocha asks for endless stack traces, with which each error of the YAML parser costs a hundred times as much.
Error.stackTraceLimit = 10;
// The same texts each time: what is green stays green. AIPLAN_FUZZ_SEED tries others.
fc.configureGlobal({ seed: Number(process.env.AIPLAN_FUZZ_SEED ?? 20_261_123) });
