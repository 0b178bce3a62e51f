/** A value as JSON.parse gives it. */
type Parsed = string | number | boolean | null | Parsed[] | { [key: string]: Parsed };

/**
 * canonicalJson for what came of JSON.parse, several times as fast: the same text for every such value, which a test holds. It is what
 * walking a long log spends its time on.
 */
export function canonicalParsed(value: unknown): string {
  return textOf(value as Parsed);
}

function textOf(value: Parsed): string {
  if (typeof value === "string") return quoted(value);
  if (value === null || typeof value !== "object") return String(value);
  let text = "";
  if (Array.isArray(value)) {
    for (const item of value) text += (text === "" ? "[" : ",") + textOf(item);
    return text === "" ? "[]" : `${text}]`;
  }
  for (const key of inOrder(Object.keys(value))) {
    text += `${(text === "" ? "{" : ",") + keyText(key)}:${textOf(value[key] as Parsed)}`;
  }
  return text === "" ? "{}" : `${text}}`;
}

/** What JSON.stringify writes in another way than it stands: quotes, backslashes, controls, and halves of characters. */
// biome-ignore lint/suspicious/noControlCharactersInRegex: controls are what is looked for
const escaped = /["\\\u0000-\u001f\ud800-\udfff]/;

/** JSON.stringify of a text, twice as fast for most. */
export function quoted(text: string): string {
  return escaped.test(text) ? JSON.stringify(text) : `"${text}"`;
}

/** Keys that are array indexes first, by their numbers, whatever order they are put in: Object.keys has them so already. Then the rest. */
function inOrder(keys: string[]): string[] {
  let indexes = 0;
  while (indexes < keys.length && isIndex(keys[indexes] as string)) indexes += 1;
  // Few keys, nearly in order: this is done before a sort has begun.
  for (let at = indexes + 1; at < keys.length; at += 1) {
    const key = keys[at] as string;
    let place = at;
    for (; place > indexes && (keys[place - 1] as string) > key; place -= 1) keys[place] = keys[place - 1] as string;
    keys[place] = key;
  }
  return keys;
}

function isIndex(key: string): boolean {
  const first = key.charCodeAt(0);
  return first >= 48 && first <= 57 && String(Number(key) >>> 0) === key && key !== "4294967295";
}

/** The same few keys come again and again. */
const keyTexts = new Map<string, string>();
const mostKeyTexts = 1_000;

function keyText(key: string): string {
  const known = keyTexts.get(key);
  if (known !== undefined) return known;
  const text = JSON.stringify(key);
  if (keyTexts.size < mostKeyTexts) keyTexts.set(key, text);
  return text;
}
