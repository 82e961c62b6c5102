import { resolve } from "node:path";
import type { ArtifactLocation, Fix, Location, Message, PhysicalLocation, Region } from "sarif";
import { URI } from "vscode-uri";
import { baseFolder, fromBase } from "../../base-folder.ts";
import type { ReportedFix, ReportedPlace } from "../../report/file-report.ts";
import type { Range } from "../../report/source-text.ts";

/** What relative addresses start from: the root of the repository, which only who reads the report knows. */
export const SOURCE_ROOT = "%SRCROOT%";

/** Places as SARIF writes them. */
export class SarifPlaces {
  private readonly base: string;
  private readonly fromBase: (shown: string) => string;

  /** @param cwd absolute */
  constructor(cwd: string) {
    this.base = baseFolder(cwd);
    this.fromBase = fromBase(cwd);
  }

  /** A file by its address from the source root; what is not below that has a whole one. */
  file(shown: string): ArtifactLocation {
    return this.fileFromBase(this.fromBase(shown));
  }

  /** @param path from the base folder, with forward slashes */
  fileFromBase(path: string): ArtifactLocation {
    if (/^(?:\.\.\/|\/|[A-Za-z]:)/.test(path)) return { uri: URI.file(resolve(this.base, path)).toString() };
    return { uri: encodePath(path), uriBaseId: SOURCE_ROOT };
  }

  place({ path, range }: ReportedPlace): PhysicalLocation {
    return { artifactLocation: this.file(path), region: regionOf(range) };
  }

  location(place: ReportedPlace, message?: string): Location {
    return { physicalLocation: this.place(place), ...(message === undefined ? {} : { message: messageOf(message) }) };
  }

  /** Undefined where there is nothing to change. */
  fix({ title, edits }: ReportedFix): Fix | undefined {
    const paths = [...new Set(edits.map(({ path }) => path))];
    if (paths.length === 0) return undefined;
    return {
      description: messageOf(title),
      artifactChanges: paths.map((path) => ({
        artifactLocation: this.file(path),
        replacements: edits
          .filter((edit) => edit.path === path)
          .map(({ range, newText }) => ({
            deletedRegion: regionOf(range),
            ...(newText === "" ? {} : { insertedContent: { text: newText } }),
          })),
      })),
    };
  }
}

/** Lines and columns count from one, the end is exclusive, as here. */
function regionOf({ start, end }: Range): Region {
  return {
    startLine: start.line + 1,
    startColumn: start.character + 1,
    endLine: end.line + 1,
    endColumn: end.character + 1,
  };
}

/** A text as it is: what looks like a link in it, `[text](address)`, would be one. */
export function messageOf(text: string): Message & { text: string } {
  return { text: text.replace(/\](?=\()/g, "\\]") };
}

function encodePath(path: string): string {
  // Half of a surrogate pair, which Windows allows in names, has no place in an address.
  return Buffer.from(path).toString().split("/").map(encodeURIComponent).join("/");
}
