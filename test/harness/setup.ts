// mocha asks for endless stack traces, with which each error of the YAML parser costs a hundred times as much.
Error.stackTraceLimit = 10;
