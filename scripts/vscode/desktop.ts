/**
 * Whether to use desktop VS Code, which @vscode/test-electron downloads, instead of the embedded one, which is made from
 * npm packages and is for Linux x64 only. AIPLAN_VSCODE=desktop or =embedded decides otherwise.
 *
 * The desktop paths have been written with care and never been run: the machine they were written on cannot download it.
 */
export function usesDesktop(): boolean {
  const wanted = process.env.AIPLAN_VSCODE;
  if (wanted === "desktop" || wanted === "embedded") return wanted === "desktop";
  return process.platform !== "linux" || process.arch !== "x64";
}
