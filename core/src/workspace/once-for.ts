import { noting, ReadKeys, reads } from "../syntax/reads.ts";

/**
 * Works out once for a thing what is asked of it again and again: where thousands of systems, joins or links are judged by
 * the same figure, walking over all the others for each of them would take minutes. It is let go of with the thing.
 */
export function onceFor<Thing extends object, Result>(workOut: (thing: Thing) => Result): (thing: Thing) => Result {
  const known = new WeakMap<Thing, { readonly result: Result }>();
  const noted = new WeakMap<Thing, { readonly result: Result; readonly read: ReadKeys }>();
  return (thing) => {
    if (reads.noted) {
      // Whoever asks again has read as much as the first who asked.
      let kept = noted.get(thing);
      if (kept?.read.notesAll !== reads.noted.notesAll) {
        kept = noteOnce(() => workOut(thing), reads.noted.notesAll);
        noted.set(thing, kept);
      }
      reads.noted.add(kept.read);
      return kept.result;
    }
    let kept = known.get(thing);
    if (!kept) {
      kept = { result: workOut(thing) };
      known.set(thing, kept);
    }
    return kept.result;
  };
}

function noteOnce<Result>(workOut: () => Result, notesAll: boolean): { result: Result; read: ReadKeys } {
  const read = new ReadKeys(notesAll);
  return { result: noting(read, workOut), read };
}
