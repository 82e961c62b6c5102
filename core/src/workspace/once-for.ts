/**
 * Works out once for a thing what is asked of it again and again: where thousands of systems, joins or links are judged by
 * the same figure, walking over all the others for each of them would take minutes. It is let go of with the thing.
 */
export function onceFor<Thing extends object, Result>(workOut: (thing: Thing) => Result): (thing: Thing) => Result {
  const known = new WeakMap<Thing, { readonly result: Result }>();
  return (thing) => {
    let kept = known.get(thing);
    if (!kept) {
      kept = { result: workOut(thing) };
      known.set(thing, kept);
    }
    return kept.result;
  };
}
