/** Do two texts say the same but for line ends? Git may check files out with those of the system. */
export function isSameText(a: string, b: string): boolean {
  return a === b || a.replaceAll("\r\n", "\n") === b.replaceAll("\r\n", "\n");
}
