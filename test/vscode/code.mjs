#!/usr/bin/env node
// What @vscode/test-electron starts instead of desktop VS Code; an executable has to be JavaScript.
import { register } from "tsx/esm/api";

register();
await import("./code.ts");
