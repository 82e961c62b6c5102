/** What draws reports out of plain data: pure functions from the data to texts. */

export type * from "./data/index.ts";
