import { editDistance } from "./edit-distance.ts";
import type { Token } from "./tokenise.ts";

/** Words to repair to, by first letter. */
export type RepairTargets = ReadonlyMap<string, readonly string[]>;

/** Misspelt words of one message that are looked up; the rest is left as it is. Bounds the work on pasted text. */
const mostRepairs = 120;

export function repairTargets(words: Iterable<string>): RepairTargets {
  const byLetter = new Map<string, string[]>();
  for (const word of words) {
    if (word.length < 4 || !/^[a-z]+$/.test(word)) continue;
    const letter = word.charAt(0);
    byLetter.set(letter, [...(byLetter.get(letter) ?? []), word]);
  }
  return byLetter;
}

/** Short words are too near to each other to be repaired by distance; these slips of the fingers are common. */
const slips = new Map(
  Object.entries({
    teh: "the",
    hte: "the",
    adn: "and",
    nad: "and",
    cna: "can",
    taht: "that",
    tht: "that",
    waht: "what",
    wat: "what",
    wht: "what",
    whta: "what",
    wats: "whats",
    taek: "take",
    mak: "make",
    amke: "make",
    tel: "tell",
    shwo: "show",
    lst: "list",
    lsit: "list",
    lits: "list",
    sohw: "show",
    wich: "which",
    wihch: "which",
    whcih: "which",
    thsi: "this",
    si: "is",
    hwo: "how",
    woh: "who",
    yuo: "you",
    u: "you",
    ur: "your",
    r: "are",
    n: "and",
    w: "with",
    wiht: "with",
    wth: "with",
    thier: "their",
    ther: "there",
    wuold: "would",
    wud: "would",
    cud: "could",
    wen: "when",
    wehn: "when",
    whne: "when",
    hw: "how",
    cmp: "compare",
    plz: "please",
    pls: "please",
    plss: "please",
    thx: "thanks",
    gimme: "give",
    dis: "this",
    da: "the",
    di: "the",
    rn: "now",
    tmrw: "tomorrow",
  }),
);

/** Words that are right alone and wrong behind another. */
const pairSlips = new Map([
  ["audit trial", "trail"],
  ["random sate", "state"],
]);

/** Replaces `norm` of misspelt words by the word that was meant, where that is clear; `text` stays. */
export function repairTypos(tokens: Token[], isKnown: (word: string) => boolean, ...targets: RepairTargets[]): void {
  const seen = new Map<string, string>();
  for (const [index, token] of tokens.entries()) {
    if (token.kind === "WORD") token.norm = slips.get(token.norm) ?? token.norm;
    const previous = tokens[index - 1];
    if (previous) token.norm = pairSlips.get(`${previous.norm} ${token.norm}`) ?? token.norm;
    if (token.kind !== "WORD" || token.norm.length < 3 || isKnown(token.norm)) continue;
    let repaired = seen.get(token.norm);
    if (repaired === undefined) {
      if (seen.size >= mostRepairs) return;
      repaired = nearestWord(token.norm, targets) ?? token.norm;
      seen.set(token.norm, repaired);
    }
    token.norm = repaired;
  }
}

/**
 * The one word that is near enough: one edit from 5 letters on (from 4 when a letter is missing, doubled or swapped), two from 8 letters on,
 * or from 5 when the consonants agree ("femail"). Undefined when two words are equally near.
 */
export function nearestWord(word: string, targets: readonly RepairTargets[]): string | undefined {
  let best: string | undefined;
  let bestCost = Number.POSITIVE_INFINITY;
  const letters = new Set([word.charAt(0), word.charAt(1)]);
  for (const index of targets) {
    for (const letter of letters) {
      for (const candidate of index.get(letter) ?? []) {
        const cost = repairCost(word, candidate, letter !== word.charAt(0));
        if (cost < bestCost) {
          best = candidate;
          bestCost = cost;
        } else if (cost === bestCost && cost !== Number.POSITIVE_INFINITY && candidate !== best) {
          bestCost = cost - 0.001;
          best = sharedStem(best, candidate) ?? best;
        }
      }
    }
  }
  return best;
}

function repairCost(word: string, candidate: string, firstDiffers: boolean): number {
  const distance = editDistance(word, candidate, 2);
  if (distance > 2) return Number.POSITIVE_INFINITY;
  const sameConsonants = skeleton(word) === skeleton(candidate);
  if (firstDiffers && !(distance === 1 && word.length === candidate.length)) return Number.POSITIVE_INFINITY;
  if (distance === 1) {
    const shortest = Math.min(word.length, candidate.length);
    const substituted = word.length === candidate.length && !isSwap(word, candidate);
    if (
      (shortest < 4 && !(sameConsonants && shortest === 3 && candidate.length === 4)) ||
      (substituted && word.length < 5)
    )
      return Number.POSITIVE_INFINITY;
    return sameConsonants ? 0.9 : 1;
  }
  const longEnough = candidate.length >= 8 || (sameConsonants && candidate.length >= 5);
  if (!longEnough) return Number.POSITIVE_INFINITY;
  return sameConsonants ? 1.8 : 2;
}

function isSwap(a: string, b: string): boolean {
  return [...a].sort().join("") === [...b].sort().join("");
}

/** Consonants with doubles taken as one. */
function skeleton(word: string): string {
  return (
    word.charAt(0) +
    word
      .slice(1)
      .replace(/[aeiouy]/g, "")
      .replace(/(.)\1+/g, "$1")
  );
}

/** Of two forms of one word, the shorter ("promoted" and "promotes" are one verb). */
function sharedStem(a: string | undefined, b: string): string | undefined {
  if (a === undefined) return b;
  const [short, long] = a.length <= b.length ? [a, b] : [b, a];
  return long.startsWith(short.slice(0, -1)) ? short : undefined;
}
