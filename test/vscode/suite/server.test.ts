import * as assert from "node:assert/strict";
import * as vscode from "vscode";
import { BackOff } from "../../../client/src/back-off.ts";
import { extension, open, until } from "./editor.ts";

describe("The language server", () => {
  it("comes back by itself when it dies, twice in a row, and checks plans again", async () => {
    const { serverProcessId } = await extension();
    const { document } = await open("broken/invoice-triage.aiplan");
    const checked = () => vscode.languages.getDiagnostics(document.uri).length > 0;
    await until("findings", checked);
    for (const _ of [1, 2]) {
      const pid = await until("a server", serverProcessId);
      process.kill(pid, "SIGKILL");
      await until("the findings of the dead server to go", () => !checked());
      await until("another server", () => serverProcessId() !== undefined && serverProcessId() !== pid);
      await until("findings", checked);
    }
  });

  it("is another one after the command Restart Server", async () => {
    const { serverProcessId } = await extension();
    const pid = await until("a server", serverProcessId);
    await vscode.commands.executeCommand("aiplan.restartServer");
    assert.ok(serverProcessId());
    assert.notEqual(serverProcessId(), pid);
  });
});

describe("The wait before the server is started again", () => {
  it("doubles with each failure in a row, up to a minute", () => {
    const backOff = new BackOff();
    const waits = Array.from({ length: 9 }, () => backOff.failed(0));
    assert.deepEqual(waits, [500, 1000, 2000, 4000, 8000, 16_000, 32_000, 60_000, 60_000]);
  });

  it("does not start over when the server was up for a moment only", () => {
    const backOff = new BackOff();
    backOff.failed(0);
    backOff.succeeded(1000);
    assert.equal(backOff.failed(1000 + BackOff.HEALTHY_AFTER - 1), 1000);
  });

  it("starts over when the server was up for long", () => {
    const backOff = new BackOff();
    for (const _ of [1, 2, 3]) backOff.failed(0);
    backOff.succeeded(1000);
    assert.equal(backOff.failed(1000 + BackOff.HEALTHY_AFTER), 500);
    assert.equal(backOff.failures, 1);
  });
});
