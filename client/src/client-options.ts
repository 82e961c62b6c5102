import * as vscode from "vscode";
import { CloseAction, ErrorAction, type LanguageClientOptions, RevealOutputChannelOn } from "vscode-languageclient";
import { SHOW_READINESS, SHOW_REFERENCES } from "./lens-commands.ts";
import { SHOW_RULE } from "./show-rule.ts";

/** The server itself asks for the settings, and for news of the files, that it wants: so it is for any editor. */
export function clientOptions(output: vscode.LogOutputChannel): LanguageClientOptions {
  return {
    documentSelector: [{ language: "aiplan" }],
    outputChannel: output,
    revealOutputChannelOn: RevealOutputChannelOn.Never,
    diagnosticCollectionName: "aiplan",
    // The id of a rule leads to its page as a reader wants it; by itself the editor would open the page's source.
    initializationOptions: {
      files: true,
      reports: true,
      docs: `command:${SHOW_RULE}?${encodeURIComponent('["{rule}"]').replace("%7Brule%7D", "{rule}")}`,
      commands: [SHOW_READINESS, SHOW_REFERENCES, "editor.action.triggerSuggest"],
    },
    initializationFailedHandler: () => false,
    // The library's own handler gives up after five crashes in three minutes. This one leaves restarting to PlanServer.
    errorHandler: {
      error: (_error, _message, count) => ({
        action: count !== undefined && count <= 3 ? ErrorAction.Continue : ErrorAction.Shutdown,
        handled: true,
      }),
      closed: () => ({ action: CloseAction.DoNotRestart, message: "The server has ended.", handled: true }),
    },
    middleware: {
      // A plan that nobody can change, such as the old side of a comparison, gets hovers but no findings:
      // in the Problems view each would be there twice.
      provideDiagnostics: (document, previousResultId, token, next) => {
        const uri = document instanceof vscode.Uri ? document : document.uri;
        return vscode.workspace.fs.isWritableFileSystem(uri.scheme) === false
          ? undefined
          : next(document, previousResultId, token);
      },
    },
  };
}
