/** Splits text into the pieces of an uncased BERT vocabulary. */
export interface WordPieceTokeniser {
  /**
   * Ids of the text between [CLS] and [SEP], at most `mostTokens` with these two; what is longer is cut at the end.
   * Takes any string, ill-formed ones too.
   */
  encode(text: string): number[];
}

/** Longest word that is split, in code points; a longer one is unknown. The value of the original BERT code. */
const longestWord = 100;
/** Longest part of a text that is looked at, in UTF-16 code units: bounds the work for any input. */
const longestRead = 4_000;

const control = /(?![\t\n\r])[\p{C}\uFFFD]/gu;
const ideograph =
  /[\u4E00-\u9FFF\u3400-\u4DBF\u{20000}-\u{2A6DF}\u{2A700}-\u{2B73F}\u{2B740}-\u{2B81F}\u{2B920}-\u{2CEAF}\uF900-\uFAFF\u{2F800}-\u{2FA1F}]/gu;
/** A mark by itself, or a run of what is neither mark nor space. ASCII symbols count as marks. */
const word = /[\p{P}$+<=>^`|~]|[^\s\p{P}$+<=>^`|~]+/gu;

/**
 * WordPiece with BERT's own normalisation: lower case, no accents, no control characters, each mark and each ideograph a word of
 * its own, then the longest known pieces from the left. Source: Devlin et al. 2019 and its tokenization.py.
 * @param vocabulary one piece a line; the line's number is the id
 * @throws {Error} when the vocabulary lacks [CLS], [SEP] or [UNK]
 */
export function createWordPieceTokeniser(vocabulary: string, mostTokens: number): WordPieceTokeniser {
  const ids = new Map(
    vocabulary
      .trimEnd()
      .split(/\r?\n/)
      .map((piece, id) => [piece, id]),
  );
  const idOf = (piece: string): number => {
    const id = ids.get(piece);
    if (id === undefined) throw new Error(`the vocabulary has no ${piece}`);
    return id;
  };
  const [first, last, unknown] = [idOf("[CLS]"), idOf("[SEP]"), idOf("[UNK]")];

  return {
    encode(text) {
      const encoded = [first];
      for (const [part] of normalise(text.slice(0, longestRead)).matchAll(word)) {
        if (encoded.length >= mostTokens - 1) break;
        encoded.push(...piecesOf(part, ids, unknown));
      }
      encoded.length = Math.min(encoded.length, mostTokens - 1);
      encoded.push(last);
      return encoded;
    },
  };
}

function normalise(text: string): string {
  return text
    .toWellFormed()
    .replace(control, "")
    .replace(ideograph, " $& ")
    .normalize("NFD")
    .replace(/\p{Mn}/gu, "")
    .toLowerCase();
}

function piecesOf(part: string, ids: ReadonlyMap<string, number>, unknown: number): number[] {
  const letters = [...part];
  if (letters.length > longestWord) return [unknown];
  const pieces: number[] = [];
  let start = 0;
  while (start < letters.length) {
    let end = letters.length;
    let found: number | undefined;
    for (; end > start && found === undefined; end -= 1)
      found = ids.get((start > 0 ? "##" : "") + letters.slice(start, end).join(""));
    if (found === undefined) return [unknown];
    pieces.push(found);
    start = end + 1;
  }
  return pieces;
}
