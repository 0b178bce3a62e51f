import type { ModelDefinition } from "../../../models/definitions/define-model.ts";
import type { FeatureReading } from "../features/feature-reading.ts";
import type { MessageReading } from "../text/read-message.ts";

/** "If the girl had been a woman of 40": "the girl" is who was spoken of, and says nothing new. */
export function subjectOf({ tokens }: MessageReading): number[] {
  return [...tokens.keys()].filter((index) => {
    const [one, two, three] = [tokens[index - 2], tokens[index - 1], tokens[index + 1]].map(
      (token) => token?.norm ?? "",
    );
    return one === "if" && /^(?:the|that|this)$/.test(two ?? "") && /^(?:had|were|was|is|would)$/.test(three ?? "");
  });
}

const relatives: Readonly<Record<string, string>> = {
  ...Object.fromEntries(
    ["wife", "sister", "mother", "mom", "mum", "daughter", "aunt", "niece", "grandmother", "girlfriend"].map((word) => [
      word,
      "female",
    ]),
  ),
  ...Object.fromEntries(
    ["husband", "brother", "father", "dad", "son", "uncle", "nephew", "grandfather", "boyfriend"].map((word) => [
      word,
      "male",
    ]),
  ),
};

/** "And his wife in second class?": of whom it is told now is she, whatever "his" may say. */
export function withRelative(
  read: FeatureReading,
  { tokens, text }: MessageReading,
  definition: ModelDefinition,
): FeatureReading {
  const at = tokens.findIndex(
    ({ norm }, index) =>
      index < 10 &&
      relatives[norm] !== undefined &&
      ownerAt(tokens, index) >= 0 &&
      ownerAt(tokens, index) < 5 &&
      !/^(?:with|for|to|by|from|of|like|asking)$/.test(tokens[ownerAt(tokens, index) - 1]?.norm ?? ""),
  );
  const [whose, token] = [tokens[ownerAt(tokens, at)], tokens[at]];
  const value = relatives[token?.norm ?? ""];
  const feature = definition.features.find(
    (item) => item.kind === "CATEGORICAL" && item.categories.some((category) => category.value === value),
  );
  if (!whose || !token || value === undefined || !feature) return read;
  const slot = `features.${feature.name}`;
  const said = {
    slot,
    value,
    text: text.slice(whose.start, token.end),
    start: whose.start,
    end: token.end,
    weak: false,
  };
  return {
    ...read,
    values: { ...read.values, [feature.name]: value },
    evidence: [...read.evidence.filter((item) => item.slot !== slot), said],
    problems: read.problems.filter((item) => item.slot !== slot),
    used: new Set([...read.used, at]),
    strength: read.strength + 1,
    outright: read.outright + 1,
  };
}

/** "her" in "her nine-year-old brother": the place of the word before a relation, -1 where there is none. */
function ownerAt(tokens: MessageReading["tokens"], relation: number): number {
  for (let at = relation - 1; at >= Math.max(0, relation - 7); at -= 1) {
    const { norm = "", kind, text = "", number } = tokens[at] ?? {};
    if (/^(?:his|her|their|my|the)$/.test(norm)) return at;
    const isBetween =
      number !== undefined ||
      (kind === "PUNCT" && text === "-") ||
      /^(?:years?|old|little|older|younger|elder|big|baby|own|twin)$/.test(norm);
    if (!isBetween) return -1;
  }
  return -1;
}

/** "Her nine-year-old brother": of whom it is told now is he, and the years are his. */
export function ofRelative({ tokens }: MessageReading): MessageReading["tokens"] {
  const at = tokens.findIndex(
    ({ norm }, index) =>
      relatives[norm] !== undefined && index - ownerAt(tokens, index) > 1 && ownerAt(tokens, index) >= 0,
  );
  const owner = ownerAt(tokens, at);
  return owner < 0 || owner > 4
    ? tokens
    : tokens.map((token, index) => (index === owner ? { ...token, norm: "a" } : token));
}
