/** So many readings are kept of each kind, some hundred kilobytes. */
const MOST_KEPT = 2000;

/** From 13 UTF-16 units on V8 may keep, with a part of a text, the whole of it. Longer values are seldom written twice. */
const LONGEST_KEPT = 12;

/** Reads short texts once: plans say the same few quantities and dates over and over, at every key that is typed again. */
export function remembering<Reading>(read: (text: string) => Reading): (text: string) => Reading {
  const known = new Map<string, Reading>();
  return (text) => {
    if (text.length > LONGEST_KEPT) return read(text);
    let reading = known.get(text);
    if (reading === undefined) {
      if (known.size >= MOST_KEPT) known.clear();
      reading = read(text);
      known.set(text, reading);
    }
    return reading;
  };
}
