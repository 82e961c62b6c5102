/**
 * Lets the connection take in what the client has said meanwhile, such as that it no longer wants an answer. In the first
 * turn messages are received, and in the next the first of them is handled.
 */
export async function nextTurn(): Promise<void> {
  for (let turn = 0; turn < 2; turn++) await new Promise((done) => setImmediate(done));
}
