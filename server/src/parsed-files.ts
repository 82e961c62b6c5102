/** Files that were parsed before, each for as long as its text stays the same. */
export class ParsedFiles<Parsed> {
  private readonly known = new Map<string, { readonly text: string; readonly parsed: Parsed }>();

  constructor(private readonly parse: (uri: string, text: string) => Parsed) {}

  of(uri: string, text: string): Parsed {
    const known = this.known.get(uri);
    if (known?.text === text) return known.parsed;
    const parsed = this.parse(uri, text);
    this.known.set(uri, { text, parsed });
    return parsed;
  }

  /** Lets go of all but these. */
  keepOnly(uris: ReadonlySet<string>): void {
    for (const uri of this.known.keys()) if (!uris.has(uri)) this.known.delete(uri);
  }
}
