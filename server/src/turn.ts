/** A worker in a browser has no setImmediate, and takes in what it is told by timers. */
const soon: (done: () => void) => void = globalThis.setImmediate ?? ((done) => setTimeout(done));

/**
 * Lets the connection take in what the client has said meanwhile, such as that it no longer wants an answer. In the first
 * turn messages are received, and in the next the first of them is handled.
 */
export async function nextTurn(): Promise<void> {
  for (let turn = 0; turn < 2; turn++) await new Promise<void>((done) => soon(done));
}
