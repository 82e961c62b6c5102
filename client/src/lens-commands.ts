import * as vscode from "vscode";

/** The command of a lens that counts uses; it takes what the server writes: a URI, a position and locations. */
export const SHOW_REFERENCES = "aiplan.showReferences";
/** The command that opens the report of a plan, as the lens does that says how the plan stands; it takes its URI, if any. */
export const SHOW_READINESS = "aiplan.showReadiness";

type Position = Pick<vscode.Position, "line" | "character">;
interface Location {
  readonly uri: string;
  readonly range: { readonly start: Position; readonly end: Position };
}

/** Registers what the server's lenses do when they are clicked, but for {@link SHOW_READINESS}. */
export function registerLensCommands(): vscode.Disposable {
  return vscode.commands.registerCommand(SHOW_REFERENCES, showReferences);
}

/** The editor's own command takes objects of its own. */
function showReferences(uri: string, at: Position, locations: readonly Location[]): Thenable<unknown> {
  return vscode.commands.executeCommand(
    "editor.action.showReferences",
    vscode.Uri.parse(uri),
    positionOf(at),
    locations.map((one) => {
      const range = new vscode.Range(positionOf(one.range.start), positionOf(one.range.end));
      return new vscode.Location(vscode.Uri.parse(one.uri), range);
    }),
  );
}

function positionOf({ line, character }: Position): vscode.Position {
  return new vscode.Position(line, character);
}
