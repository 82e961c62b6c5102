#!/usr/bin/env node
// The bundle is built by `npm ci`; this file is checked in so that npm can link the command before there is a bundle.
import * as nodeModule from "node:module";

// Keeps what V8 has compiled, in the folder for temporary files or where NODE_COMPILE_CACHE says: Node 22 and later can.
nodeModule.enableCompileCache?.();
await import("../dist/main.mjs");
