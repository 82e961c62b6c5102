// The language server. One bundle serves as a process of a computer and as a worker of a browser, so that nothing has to be
// shipped twice: what only the other needs is there, but never run.
if ("WorkerGlobalScope" in globalThis) void import("./main-browser.ts");
else void import("./main-node.ts");
