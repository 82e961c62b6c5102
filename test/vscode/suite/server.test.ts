import * as vscode from "vscode";
import { BackOff } from "../../../client/src/back-off.ts";
import * as assert from "./assert.ts";
import { extension, open, until } from "./editor.ts";

describe("The language server", () => {
  it("comes back by itself when it ends, twice in a row, and checks plans again", async () => {
    const { crashServer, runningServer } = await extension();
    const { document } = await open("broken/invoice-triage.aiplan");
    const checked = () => vscode.languages.getDiagnostics(document.uri).length > 0;
    await until("findings", checked);
    for (const _ of [1, 2]) {
      const before = await until("a server", runningServer);
      crashServer();
      await until("the findings of the ended server to go", () => !checked());
      await until("another server", () => (runningServer() ?? before) !== before);
      await until("findings", checked);
    }
  });

  it("is another one after the command Restart Server", async () => {
    const { runningServer } = await extension();
    const before = await until("a server", runningServer);
    await vscode.commands.executeCommand("aiplan.restartServer");
    assert.ok(runningServer());
    assert.notEqual(runningServer(), before);
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
