import { readFileSync } from "node:fs";

/**
 * Whole words of three letters or more of the encoder's vocabulary: some 21,000 frequent English words and names. A word among them is not
 * misspelt, however near it is to a word of the service ("hand" and "Honda", "bird" and "board").
 */
const frequent: ReadonlySet<string> = new Set(
  readFileSync(new URL("../encoder/weights/vocab.txt", import.meta.url), "utf8").match(/^[a-z]{3,}$/gm) ?? [],
);

/** Whether a word in lower case is a frequent English word or name. */
export function isFrequentWord(word: string): boolean {
  return frequent.has(word);
}
