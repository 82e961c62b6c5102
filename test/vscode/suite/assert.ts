// What the suite needs of node:assert, which a browser does not have. Mocha shows the difference by `actual` and `expected`.

class AssertionError extends Error {
  override readonly name = "AssertionError";
  readonly showDiff = true;

  constructor(
    message: string,
    readonly actual?: unknown,
    readonly expected?: unknown,
  ) {
    super(message);
  }
}

export function ok(value: unknown, message = "The value is not truthy"): asserts value {
  if (!value) throw new AssertionError(message, value, true);
}

export function equal<Value>(actual: unknown, expected: Value, message?: string): asserts actual is Value {
  if (!Object.is(actual, expected))
    throw new AssertionError(message ?? `${actual} is not ${expected}`, actual, expected);
}

export function notEqual(actual: unknown, unexpected: unknown, message?: string): void {
  if (Object.is(actual, unexpected)) throw new AssertionError(message ?? `${actual} was not expected`, actual);
}

/** For what JSON can hold. */
export function deepEqual(actual: unknown, expected: unknown, message = "The values differ"): void {
  if (JSON.stringify(actual) !== JSON.stringify(expected)) throw new AssertionError(message, actual, expected);
}

export function match(text: string, pattern: RegExp, message?: string): void {
  if (!pattern.test(text)) throw new AssertionError(message ?? `${pattern} does not match:\n${text}`, text, pattern);
}
