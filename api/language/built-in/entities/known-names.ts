import { namesOf } from "../features/compiled-definition.ts";
import { generalWords } from "../text/common-words.ts";
import { domainWords } from "../text/domain-words.ts";
import { isFrequentWord } from "../text/english-words.ts";
import { withNumber } from "../text/numbers.ts";
import { PhraseIndex } from "../text/phrases.ts";
import { type Token, tokenise } from "../text/tokenise.ts";
import { digitsOf, isNearName, squeezeName } from "./near-names.ts";

/** Models that go by the same other name: who says it singles none of them out. */
const mostOfOneAlias = 8;
/** Models that a message is taken to name. */
const mostNamed = 24;
/** Places of a message at which a misspelt name is looked for, and the words that such a name has at most. */
const mostPlaces = 40;
const longestName = 4;

/** A name without its marks. */
interface Squeezed {
  name: string;
  squeezed: string;
  /** The letters and digits that are in it, a bit each. */
  signs: number;
}

/**
 * The names of all models of a registry, however many: finds those that a message may mean, so that only they are looked at closely. Names
 * are never taken out: one that is gone is found, and then there is no such model.
 */
export class KnownNames {
  readonly #phrases = new PhraseIndex<string>();
  readonly #namesBy = new Map<string, string[]>();
  /** By the digits in them, which no slip changes. */
  readonly #byDigits = new Map<string, Squeezed[]>();
  readonly #known = new Set<string>();

  get size(): number {
    return this.#known.size;
  }

  add(name: string, aliases: readonly string[]): void {
    for (const phrase of namesOf(name, [])) this.#addPhrase(phrase, name, Number.POSITIVE_INFINITY);
    for (const alias of aliases) this.#addPhrase(alias, name, mostOfOneAlias);
    if (this.#known.has(name)) return;
    this.#known.add(name);
    const squeezed = squeezeName(name);
    const digits = digitsOf(squeezed);
    const others = this.#byDigits.get(digits);
    const entry = { name, squeezed, signs: signsOf(squeezed) };
    if (others) others.push(entry);
    else this.#byDigits.set(digits, [entry]);
  }

  /** Names of models that a message names, or nearly does: never fewer than its reading finds. At most a few. */
  namedIn(message: string): string[] {
    const tokens = tokenise(message).map(withNumber);
    const found = new Set<string>();
    for (const { value } of this.#phrases.find(tokens))
      for (const name of this.#namesBy.get(value) ?? []) found.add(name);
    for (const place of placesOf(tokens)) {
      if (found.size >= mostNamed) break;
      for (const name of this.#near(place)) found.add(name);
    }
    return [...found].slice(0, mostNamed);
  }

  #addPhrase(phrase: string, name: string, most: number): void {
    const names = this.#namesBy.get(phrase);
    if (!names) {
      this.#namesBy.set(phrase, [name]);
      this.#phrases.add(phrase, phrase);
    } else if (names.length < most && !names.includes(name)) names.push(name);
  }

  #near(squeezed: string): string[] {
    const signs = signsOf(squeezed);
    return (this.#byDigits.get(digitsOf(squeezed)) ?? [])
      .filter(
        (known) =>
          Math.abs(known.squeezed.length - squeezed.length) <= 2 &&
          // Each of two slips changes two signs at most: far cheaper than the distance itself.
          bitsOf(known.signs ^ signs) <= 4 &&
          isNearName(known.squeezed, squeezed),
      )
      .slice(0, mostOfOneAlias)
      .map(({ name }) => name);
  }
}

/** Where a misspelt name may stand: words side by side, one of which is no common one. Without their marks. */
function placesOf(tokens: readonly Token[]): string[] {
  const places = new Set<string>();
  const words = tokens.filter(({ kind }) => kind !== "PUNCT");
  for (const first of words.keys()) {
    for (let length = 1; length <= longestName; length += 1) {
      const part = words.slice(first, first + length);
      if (part.length < length || places.size >= mostPlaces) break;
      if (part.some(isForeign)) places.add(squeezeName(part.map(({ text }) => text).join("")));
    }
  }
  return [...places];
}

function isForeign({ kind, norm }: Token): boolean {
  return (
    kind === "WORD" && norm.length > 2 && !generalWords.has(norm) && !domainWords.has(norm) && !isFrequentWord(norm)
  );
}

function signsOf(squeezed: string): number {
  let signs = 0;
  for (let index = 0; index < squeezed.length; index += 1) signs |= 1 << (squeezed.charCodeAt(index) % 31);
  return signs;
}

function bitsOf(signs: number): number {
  let count = 0;
  for (let left = signs; left !== 0; left &= left - 1) count += 1;
  return count;
}
