/** Everything that is made from the description of the language and from the rules: path → content. */
export function generatedFiles(): Record<string, string> {
  return {};
}
