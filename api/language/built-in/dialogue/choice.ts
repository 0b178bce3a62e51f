import type { SlotEvidence } from "../../interpreter.ts";
import { wordsOf } from "../features/compiled-definition.ts";
import { afterCorrections } from "../text/corrections.ts";
import type { MessageReading } from "../text/read-message.ts";
import type { Token } from "../text/tokenise.ts";

interface Option {
  value: string;
  label: string;
}

const ordinals = ["first", "second", "third", "fourth", "fifth", "sixth", "seventh", "eighth", "ninth", "tenth"];

const choosing =
  /^(?:the|one|1|ones|option|choice|number|no|model|version|last|latter|former|please|pls|i|we|mean|meant|want|would|'d|id|i'd|like|take|choose|pick|prefer|let|'s|us|go|with|for|that|this|it|is|be|of|them|those|these|ok|okay|yes|yeah|sure|hm|hmm|well|oh|then|and|just|promote|archive|remove|delete|train|compare|roll|back|predict|use|show|me|make|do|my|answer|in|on|list|from|top|about|thanks|sorry|actually|definitely|probably)$/;

/** "The newest", "the older": the last or the first of versions by their number. */
const byAge: Readonly<Record<string, number>> = {
  newest: -1,
  latest: -1,
  newer: -1,
  later: -1,
  oldest: 0,
  earliest: 0,
  older: 0,
  earlier: 0,
};

/** The options in the order of their versions; undefined when one tells none, or two the same. */
function byNumber(options: readonly Option[]): Option[] | undefined {
  const numbered = options.flatMap((option) => {
    const [, number] = /\bversion (\d+)\b/i.exec(option.label) ?? /^(\d+)$/.exec(option.value) ?? [];
    return number === undefined ? [] : [{ option, number: Number(number) }];
  });
  if (numbered.length < options.length || new Set(numbered.map(({ number }) => number)).size < options.length)
    return undefined;
  return numbered.sort((a, b) => a.number - b.number).map(({ option }) => option);
}

function topicsOf({ compiled }: MessageReading, model: string): ReadonlySet<string> | undefined {
  return compiled.find(({ definition }) => definition.name === model)?.topics;
}

/** "Not titanic": the word at this place is ruled out. */
function isRuledOut(tokens: readonly Token[], index: number): boolean {
  return tokens.slice(Math.max(0, index - 3), index).some(({ norm }) => /^(?:not|but|except|without)$/.test(norm));
}

/** The option that the message picks: by value, by label, by words of one label alone, by place ("the second", "2", "the last one"). */
export function readChoice(
  reading: MessageReading,
  options: readonly Option[],
): { choice: string; evidence: SlotEvidence } | undefined {
  const { tokens } = reading;
  const words = tokens.flatMap((token, index) =>
    token.kind === "PUNCT" ? [] : [{ word: token.number === undefined ? token.norm : String(token.number), index }],
  );
  const pick = (option: Option | undefined, first: number, last: number) => {
    if (!option) return undefined;
    const [start, end] = [tokens[first]?.start ?? 0, tokens[last]?.end ?? 0];
    return {
      choice: option.value,
      evidence: { slot: "choice", value: option.value, text: reading.text.slice(start, end), start, end, weak: false },
    };
  };
  // "The one with the higher number".
  const rank = words.find(({ word }) => /^(?:higher|highest|bigger|larger|lower|lowest|smaller)$/.test(word));
  const ranked = rank && words.some(({ word }) => word === "number") ? byNumber(options) : undefined;
  if (rank && ranked && words.length <= 8)
    return pick(ranked.at(/^(?:l|s)(?!arger)/.test(rank.word) ? 0 : -1), rank.index, rank.index);
  const exact = [
    ...new Set(
      options.flatMap((option) => [option.value, option.label].map((text) => ({ option, phrase: wordsOf(text) }))),
    ),
  ]
    .flatMap(({ option, phrase }) => {
      const at =
        phrase.length === 0
          ? -1
          : words.findIndex((_, from) => phrase.every((word, offset) => words[from + offset]?.word === word));
      return at < 0 ? [] : [{ option, at, length: phrase.length }];
    })
    .sort((a, b) => b.length - a.length);
  const isNot = ({ at }: { at: number }) => isRuledOut(tokens, words[at]?.index ?? 0);
  // "Not titanic, the cars one": what is ruled out is no choice while something else is named.
  let meant = exact.some((match) => !isNot(match)) ? exact.filter((match) => !isNot(match)) : exact;
  const said = afterCorrections(
    meant.map(({ at, length }) => ({ at, first: words[at]?.index ?? 0, last: words[at + length - 1]?.index ?? 0 })),
    tokens,
  );
  // "Titanic, no, penguins": the last one counts.
  if (said.length < meant.length) meant = meant.filter(({ at }) => said.some((one) => one.at === at));
  const [longest] = meant;
  const rivals = new Set(meant.filter(({ length }) => length === longest?.length).map(({ option }) => option.value));
  const isNegated = longest !== undefined && isNot(longest);
  if (longest && rivals.size === 1 && !isNegated)
    return pick(longest.option, words[longest.at]?.index ?? 0, words[longest.at + longest.length - 1]?.index ?? 0);
  const other = words.findIndex(
    ({ word }, at) => word === "other" && /^(one|1|model|version)$/.test(words[at + 1]?.word ?? "one"),
  );
  if (other >= 0 && longest && isNegated && rivals.size === 1) {
    const left = options.filter(({ value }) => !rivals.has(value));
    const at = words[other]?.index ?? 0;
    if (left.length === 1) return pick(left[0], at, at);
  }
  // "The car one", for cars.
  const named = afterCorrections(
    reading.models.filter(
      ({ name, first }) => options.some(({ value }) => value === name) && !isRuledOut(tokens, first),
    ),
    tokens,
  );
  if (new Set(named.map(({ name }) => name)).size === 1)
    return pick(
      options.find(({ value }) => value === named[0]?.name),
      named[0]?.first ?? 0,
      named[0]?.last ?? 0,
    );
  if (words.length > 8) return undefined;
  // "The boat one": by what the model is about, where nothing but that is said.
  const others = words.filter(({ word }) => !choosing.test(word));
  const isChoosing = (word: string) => others.length === 1 && others[0]?.word === word;
  const places = words.filter(({ word }) => ordinals.includes(word) || /^(?:last|latter|former)$/.test(word));
  // "Hold on a second", "a girl in third class": a place is one only in words that choose.
  const isPlace =
    new Set(places.map(({ word }) => word)).size === 1 &&
    words.every(({ word }) => ordinals.includes(word) || choosing.test(word));
  const aged = words.find(({ word }) => byAge[word] !== undefined);
  if (aged && words.every(({ word }) => byAge[word] !== undefined || choosing.test(word))) {
    const sorted = byNumber(options);
    if (sorted && (sorted.length === 2 || /est$/.test(aged.word)))
      return pick(sorted.at(byAge[aged.word] ?? 0), aged.index, aged.index);
  }
  for (const { word, index } of words) {
    if (isRuledOut(tokens, index)) continue;
    const only = options.filter(
      (option) =>
        word.length > 2 &&
        (wordsOf(`${option.label} ${option.value}`).includes(word) ||
          (isChoosing(word) && topicsOf(reading, option.value)?.has(word) === true)),
    );
    if (only.length === 1 && options.length > 1 && !/^(the|one|and|please|for|version|model)$/.test(word) && !isNegated)
      return pick(only[0], index, index);
    const place = ordinals.indexOf(word);
    if (place >= 0 && isPlace) return pick(options[place], index, index);
    if (isPlace && (word === "last" || word === "latter")) return pick(options.at(-1), index, index);
    if (isPlace && word === "former") return pick(options[0], index, index);
    if (/^\d+$/.test(word) && (words.length <= 3 || /^(number|option)$/.test(words[0]?.word ?? ""))) {
      const next = words.findIndex((item) => item.index === index);
      // "The red one", "that one": a pronoun. "Option one", "one": a place.
      if (tokens[index]?.norm === "one" && next > 0 && !/^(?:number|option|choice)$/.test(words[next - 1]?.word ?? ""))
        continue;
      if (word === "1" && /^(the|that|this)$/.test(words[next - 1]?.word ?? "")) continue;
      return pick(options[Number(word) - 1], index, index);
    }
  }
  return undefined;
}
