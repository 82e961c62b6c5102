import { decodeText } from "@aiplan/server/decode-text";
import {
  FILE_STATUS,
  type FileParams,
  type FileStatusAnswer,
  READ_FILE,
  READ_FOLDER,
  type ReadFileAnswer,
  type ReadFolderAnswer,
} from "@aiplan/server/file-requests";
import { LARGEST_FILE } from "@aiplan/server/host";
import * as vscode from "vscode";
import type { BaseLanguageClient } from "vscode-languageclient";

type Problem = Extract<ReadFileAnswer, { problem: unknown }>;

/** Reads files for the server: in a workspace that is not on its machine's disk, only VS Code can. */
export function readFilesFor(client: BaseLanguageClient): void {
  const answer = (method: string, work: (uri: vscode.Uri) => Promise<object>, failed: (why: Problem) => object) =>
    client.onRequest(method, async ({ uri }: FileParams): Promise<object> => {
      const file = vscode.Uri.parse(uri);
      if (!isReadable(file)) return failed({ problem: "unreachable" });
      return work(file).catch((error) => failed(problemOf(error)));
    });
  answer(FILE_STATUS, statusOf, (why) => why);
  answer(READ_FILE, textOf, (why) => why);
  answer(READ_FOLDER, entriesOf, () => []);
}

/** Older versions of files, such as those of `git:`, have nothing beside them that a link could lead to. */
function isReadable({ scheme }: vscode.Uri): boolean {
  const isOpen = vscode.workspace.workspaceFolders?.some(({ uri }) => uri.scheme === scheme);
  return isOpen || vscode.workspace.fs.isWritableFileSystem(scheme) === true;
}

async function statusOf(uri: vscode.Uri): Promise<FileStatusAnswer> {
  if (await isBehindLink(uri)) return { problem: "outside" };
  const { type, mtime, size } = await vscode.workspace.fs.stat(uri);
  return { isFile: (type & vscode.FileType.File) !== 0, modified: mtime, size };
}

/** Nobody here can tell where a symbolic link leads, which may be out of the workspace: what is behind one is not read. */
async function isBehindLink(uri: vscode.Uri): Promise<boolean> {
  const folder = vscode.workspace.getWorkspaceFolder(uri)?.uri.path;
  if (folder === undefined) return false;
  for (let at = uri; at.path.length > folder.length; at = vscode.Uri.joinPath(at, "..")) {
    const { type } = await vscode.workspace.fs.stat(at);
    if (type & vscode.FileType.SymbolicLink) return true;
  }
  return false;
}

async function textOf(uri: vscode.Uri): Promise<ReadFileAnswer> {
  const status = await statusOf(uri);
  if ("problem" in status) return status;
  if (!status.isFile) return { problem: "not-a-file" };
  if (status.size > LARGEST_FILE) return { problem: "too-large" };
  const bytes = await vscode.workspace.fs.readFile(uri);
  // Not every file system knows sizes before it has read.
  if (bytes.length > LARGEST_FILE) return { problem: "too-large" };
  const file = decodeText(bytes);
  return "text" in file ? file : { problem: file.problem };
}

async function entriesOf(uri: vscode.Uri): Promise<ReadFolderAnswer> {
  const entries = await vscode.workspace.fs.readDirectory(uri);
  return entries
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([name, type]) => ({
      name,
      isFolder: (type & vscode.FileType.Directory) !== 0,
      ...(type & vscode.FileType.SymbolicLink ? { isLink: true } : {}),
    }));
}

function problemOf(error: unknown): Problem {
  switch (error instanceof vscode.FileSystemError ? error.code : undefined) {
    case "FileNotFound":
    case "FileNotADirectory":
      return { problem: "not-found" };
    case "FileIsADirectory":
      return { problem: "not-a-file" };
    case "NoPermissions":
      return { problem: "unreadable" };
    default:
      return { problem: "unreachable" };
  }
}
