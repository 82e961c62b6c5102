/** The currencies offered first, with what completion says about them. Any other ISO 4217 code is read too. */
export const commonCurrencies: ReadonlyMap<string, string> = new Map([
  ["EUR", "euro"],
  ["USD", "US dollar"],
  ["GBP", "pound sterling"],
  ["CHF", "Swiss franc"],
  ["JPY", "Japanese yen"],
  ["CAD", "Canadian dollar"],
  ["AUD", "Australian dollar"],
  ["SEK", "Swedish krona"],
  ["NOK", "Norwegian krone"],
  ["DKK", "Danish krone"],
  ["PLN", "Polish zloty"],
  ["INR", "Indian rupee"],
]);

/** Other ways to write a currency, each with the code it stands for. Keys are in lower case. */
export const currencySpellings: ReadonlyMap<string, string> = new Map([
  // Only the common codes: `cup`, `pen`, `top` and `try` are codes as well, and words that people count.
  ...[...commonCurrencies.keys()].map((code): [string, string] => [code.toLowerCase(), code]),
  ["€", "EUR"],
  ["$", "USD"],
  ["£", "GBP"],
  ["¥", "JPY"],
  ["euro", "EUR"],
  ["euros", "EUR"],
  ["dollar", "USD"],
  ["dollars", "USD"],
  ["us$", "USD"],
  ["pound", "GBP"],
  ["pounds", "GBP"],
]);

let knownCodes: ReadonlySet<string> | undefined;

/**
 * Whether `text` is an ISO 4217 code, in capitals. Where the JavaScript engine has no list of currencies, any
 * three capital letters are taken for one: a miss is better than a false alarm.
 */
export function isCurrencyCode(text: string): boolean {
  if (!/^[A-Z]{3}$/.test(text)) return false;
  knownCodes ??= new Set(typeof Intl.supportedValuesOf === "function" ? Intl.supportedValuesOf("currency") : []);
  return knownCodes.size === 0 || knownCodes.has(text);
}

/** The code that a symbol, a word or a code in lower case stands for: `EUR` for `€`, `euros` or `eur`. */
export function currencyMeant(text: string): string | undefined {
  return currencySpellings.get(text.toLowerCase());
}
