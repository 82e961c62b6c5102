/** Where a report is read: in a file that is passed on, or beside the plan in an editor, where places can be gone to. */
export type View = "file" | "webview";
