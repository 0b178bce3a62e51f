/** A word, a number or a mark of the message, with its place in the text as it was given. */
export interface Token {
  kind: "WORD" | "NUMBER" | "PUNCT";
  /** Exactly message.slice(start, end). */
  text: string;
  /** UTF-16 code units. */
  start: number;
  end: number;
  /** Lower case, without accents; contractions in full ("n't" is "not"); typos repaired later. */
  norm: string;
  /** The value of digits or of a number word. */
  number?: number;
  /** No white space before it. */
  glued: boolean;
  /** First on its line. */
  lineStart: boolean;
}

/** Longest part of a message that is read, in UTF-16 code units: bounds the work for any input. */
export const longestRead = 4_000;

const pattern =
  /(\d+(?:st|nd|rd|th)(?![\p{L}\d]))|(\d{1,3}(?:,\d{3})+(?:\.\d+)?(?!\d)|\d+(?:\.\d+)?|\.\d+)|([\p{L}\p{M}]+[²³]?(?:['’ʼ][\p{L}\p{M}]+)*)|(\s+)|([\s\S])/gu;

const ordinals = ["first", "second", "third", "fourth", "fifth", "sixth", "seventh", "eighth", "ninth", "tenth"];

const fullForms: Record<string, string> = { ca: "can", wo: "will", sha: "shall", ai: "is" };
const suffixes: Record<string, string> = { "n't": "not", "'ll": "will", "'re": "are", "'m": "am", "'ve": "have" };

/**
 * Splits a message into tokens in one pass; white space is left out. At most the first 4,000 code units are read, up to the end
 * of a word. Takes any string, ill-formed ones too.
 */
export function tokenise(message: string): Token[] {
  const text = message.length > longestRead ? cutAtWord(message) : message;
  const tokens: Token[] = [];
  let spaceBefore = true;
  let lineStart = true;
  for (const match of text.matchAll(pattern)) {
    const [whole, ordinal, digits, word, space] = match;
    if (space !== undefined) {
      spaceBefore = true;
      lineStart ||= /[\n\r\u2028\u2029]/.test(space);
      continue;
    }
    const common = { text: whole, start: match.index, end: match.index + whole.length, glued: !spaceBefore, lineStart };
    if (ordinal !== undefined)
      tokens.push({ ...common, kind: "WORD", norm: ordinals[Number.parseInt(ordinal, 10) - 1] ?? ordinal });
    else if (digits !== undefined)
      tokens.push({ ...common, kind: "NUMBER", norm: digits, number: Number(digits.replaceAll(",", "")) });
    else if (word !== undefined) pushWord(tokens, common);
    else tokens.push({ ...common, kind: "PUNCT", norm: fold(whole) });
    spaceBefore = false;
    lineStart = false;
  }
  return tokens;
}

/** Lower case, compatibility forms resolved, accents taken off. */
export function fold(text: string): string {
  return text.normalize("NFKD").replace(/\p{M}/gu, "").replace(/[’ʼ]/g, "'").toLowerCase();
}

function pushWord(tokens: Token[], common: Omit<Token, "kind" | "norm">): void {
  const norm = fold(common.text);
  const suffix = /(?:n't|'(?:s|ll|re|d|m|ve))$/.exec(norm)?.[0];
  if (!suffix || suffix.length === norm.length || norm.length !== common.text.length) {
    tokens.push({ ...common, kind: "WORD", norm });
    return;
  }
  const cut = norm.length - suffix.length;
  const stem = norm.slice(0, cut);
  const middle = common.start + cut;
  tokens.push({
    ...common,
    text: common.text.slice(0, cut),
    end: middle,
    kind: "WORD",
    norm: suffix === "n't" ? (fullForms[stem] ?? stem) : stem,
  });
  tokens.push({
    ...common,
    text: common.text.slice(cut),
    start: middle,
    kind: "WORD",
    norm: suffixes[suffix] ?? suffix,
    glued: true,
    lineStart: false,
  });
}

function cutAtWord(message: string): string {
  const part = message.slice(0, longestRead);
  const cut = part.search(/\s\S{0,60}$/);
  return cut > 0 ? part.slice(0, cut) : part;
}
