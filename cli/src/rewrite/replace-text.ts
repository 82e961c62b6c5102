import { realpathSync } from "node:fs";
import { readFile } from "node:fs/promises";
import { readProblem } from "@aiplan/server/read-file";
import { isBelow } from "../check/places.ts";
import { writeWhole } from "../written-file.ts";

const BYTE_ORDER_MARK = "\ufeff";

/**
 * Puts another text in a file, whole or not at all. A byte order mark and the permissions stay; what somebody else has
 * written meanwhile is not written over. Never rejects.
 *
 * @param path absolute
 * @param root the absolute path of the folder outside of which nothing is written, symbolic links followed
 * @param before the text as it was read, without a byte order mark
 * @returns why it could not be done, as a sentence
 */
export async function replaceText(
  path: string,
  root: string,
  before: string,
  after: string,
): Promise<string | undefined> {
  try {
    const place = realpathSync(path);
    if (!isBelow(place, realpathSync(root)))
      return "Nothing is written there, for it is outside of the root folder. Give its own with --root.";
    const bytes = await readFile(place);
    const mark = bytes.subarray(0, 3).equals(Buffer.from(BYTE_ORDER_MARK)) ? BYTE_ORDER_MARK : "";
    if (!bytes.equals(Buffer.from(mark + before)))
      return "This has changed since it was read, so it was left as it is. Run the command again.";
    return await writeWhole(place, mark + after);
  } catch (error) {
    return readProblem(error).message;
  }
}
