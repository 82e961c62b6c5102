/** The tables that stand behind the pictures, whatever draws these. */

export { costTable, POINT_NAMES, reviewTable } from "./cost.ts";
export { alarmInWords, alarmsTable, ENDS_IN_WORDS, HOURS_NAMES, pathsTable } from "./escalation.ts";
export { gatesInWords, ladderTable } from "./ladder.ts";
export { LIMIT_NAMES, limitName, loadTable } from "./load.ts";
export { sourcesTable } from "./sources.ts";
export type { Cell, Column, Table } from "./table.ts";
export { DIRECTION_NAMES, MOMENT_NAMES, targetsTable } from "./targets.ts";
export { EVENT_KIND_NAMES, timelineTable } from "./timeline.ts";
