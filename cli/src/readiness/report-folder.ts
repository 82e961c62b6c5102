import { basename, dirname, join, relative, sep } from "node:path";
import type { FoundFile } from "../check/find-files.ts";
import { isBelow } from "../check/places.ts";
import { REPORT_ENDINGS, type ReportFormatName } from "./formats.ts";

/** The folder beside the page of all plans that the reports of each are in. */
const PLANS = "plans";

/** Where the reports go of plans that are written to one folder: the folders of the plans are those of their reports. */
export class ReportFolder {
  readonly index: string;
  private readonly ending: string;
  private readonly base: string;
  /** In lower case: not every disk tells cases apart. */
  private readonly taken = new Set<string>();

  /** @param folder absolute */
  constructor(
    private readonly folder: string,
    format: ReportFormatName,
    files: readonly FoundFile[],
  ) {
    [this.ending] = REPORT_ENDINGS[format];
    this.index = join(folder, `index${this.ending}`);
    this.base = commonFolder(files.map(({ path }) => dirname(path)));
  }

  /** The absolute path for the report of a plan; with forward slashes, its path from the index, and that of the index from it. */
  placeOf({ path }: FoundFile): { readonly file: string; readonly inside: string; readonly index: string } {
    // Plans on several drives of Windows have no folder in common.
    const below = isBelow(path, this.base) ? relative(this.base, path) : basename(path);
    // Half of a character, which names may have there, can stand in no link.
    const name = below.replace(/\.aiplan$/i, "").replace(/\p{Cs}/gu, "_");
    let unique = name;
    for (let number = 2; this.taken.has(unique.toLowerCase()); number++) unique = `${name}-${number}`;
    this.taken.add(unique.toLowerCase());
    const inside = join(PLANS, unique + this.ending);
    const slashed = (path: string) => path.split(sep).join("/");
    const file = join(this.folder, inside);
    return { file, inside: slashed(inside), index: slashed(relative(dirname(file), this.index)) };
  }
}

/** The nearest folder that all of some absolute paths are below. */
function commonFolder(folders: readonly string[]): string {
  let [common = ""] = folders;
  while (!folders.every((folder) => isBelow(folder, common)) && common !== dirname(common)) common = dirname(common);
  return common;
}
