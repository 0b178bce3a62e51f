import type { FeatureValues } from "../../../models/definitions/define-model.ts";
import type { InterpretationContext } from "../../interpreter.ts";
import { compileDefinition } from "../features/compiled-definition.ts";
import { readFeatures } from "../features/read-features.ts";
import { tokensOutside } from "../intents/predict-rules.ts";
import type { MessageReading } from "../text/read-message.ts";
import { readBareValues } from "./bare-values.ts";

const polite =
  "(?:(?:and|ok|okay|now|so|then|well|right|fine|great|thanks|please|let us|lets|let 's|let me|i want to|i would like to|i should like to|can we|could we|lovely|now) )*";
const goesBack = new RegExp(
  `^ ${polite}(?:(?:go|going|come|coming|get|getting) )?(?:back to|return to|returning to) (?:(?:the|that|our|my|this|your) )?(?:\\S+ ){1,8}$`,
);
const sighs = /^ (?:(?:hm|hmm|ok|okay|well|right|oh|ah|ha|haha|thanks|thank you|great|fine|cool|good|nice|so|now) )+$/;
const takesAgain = new RegExp(
  `^ ${polite}(?:(?:hm|hmm|oh|ah|but|no) )*(?:take|use|try|do|run|get|give me|show me|predict|consider) (?:the|that|our|my) (?=(?:\\S+ ){0,12}?(?:again|from before|from earlier|of before|from the beginning) )`,
);
const original = new RegExp(
  `^ ${polite}(?:(?:go |going )?(?:back|return) to )?(?:the |that |our |my )?(?:original|first|initial|very first) (?:(?:case|passenger|person|prediction|description)(?: (?:again|once more|please|now|then))*|(?:one|man|woman|boy|girl|bird|penguin|car)(?: (?:again|once more))+(?: (?:please|now|then))*) $`,
);

/** "Once more the young man as I first described him". */
const asFirst =
  / (?:again|once more|back) (?:\S+ ){0,8}?as (?:i |we )?(?:first|originally|at first|initially) (?:described|said|told|gave|had|put) /;

/** "Car again, year 1974". */
const onceMore = /^ (?:(?:and|so|now|ok|but|then) )*(?:the |that |my |our )?MODEL (?:again|once more) (?!\S*train)/;
const supposesOf =
  /^ (?:(?:and|so|now|ok|but) )*(?:our|that|my|the) MODEL (?:had (?:it|he|she)|if (?:it|he|she)|what if|suppose|supposing|were (?:it|he|she)) /;

/** An earlier case that a message goes back to, and what is left of the message behind those words. */
export interface EarlierCase {
  model: string;
  features: FeatureValues;
  version: number | undefined;
  rest: MessageReading;
  /** Clauses of the message that said so. */
  clauses: number;
}

/**
 * "Back to the woman: what if she'd been in third class?", "the original case again": a case that was predicted before the last one, by its
 * model or by values that it has. Undefined when the message says no such thing, or when none of those remembered fits.
 */
export function readEarlierCase(reading: MessageReading, context: InterpretationContext): EarlierCase | undefined {
  const { focus, models } = context;
  const [first, ...more] = reading.clauses;
  if (first && more.length > 0 && sighs.test(first.text)) {
    const found = readEarlierCase({ ...reading, clauses: more }, context);
    return found && { ...found, clauses: found.clauses === 0 ? 0 : found.clauses + 1 };
  }
  const { earlier = [], features, featuresOf } = focus;
  if (!first || features === undefined || featuresOf === undefined) return undefined;
  const line = ` ${first.opening}${first.text.trim()} `.replaceAll("~", "");
  const rest = { ...reading, clauses: more };
  const cases = [{ model: featuresOf, features, version: focus.featuresVersion }, ...earlier].map((one) => ({
    ...one,
    version: one.version,
  }));
  const whole = ` ${reading.clauses.map(({ opening, text }) => `${opening}${text.trim()}`).join(" ")} `.replaceAll(
    "~",
    "",
  );
  if (more.length < 3 && asFirst.test(whole)) {
    const [last] = cases.filter(({ model }) => model === featuresOf).toReversed();
    return last && { ...last, rest: { ...reading, clauses: [] }, clauses: reading.clauses.length };
  }
  // "The first one again" tells of a case where one was predicted last.
  const nth = focus.intent === "PREDICT" && reading.tokens[first.versions[0]?.first ?? -1]?.norm === "first";
  if (original.test(nth ? line.replace(" VERSION ", " first one ") : line)) {
    const [last] = cases.filter(({ model }) => model === featuresOf).toReversed();
    return last && { ...last, rest, clauses: 1 };
  }
  const named = first.models.find(({ known }) => known)?.name;
  // "Same car, year 1982", after a penguin.
  // "And our penguin, had it been found on Dream?"
  const same = / same (\S+) /.exec(line)?.[1] ?? (supposesOf.test(whole) || onceMore.test(line) ? "MODEL" : undefined);
  if (same !== undefined) {
    const isOf = (model: string) =>
      same === "MODEL"
        ? model === named
        : reading.compiled.some(({ definition, topics }) => definition.name === model && topics.has(same));
    const last = isOf(featuresOf) ? undefined : earlier.find(({ model }) => isOf(model));
    return last && { ...last, version: last.version, rest: reading, clauses: 0 };
  }
  if (!goesBack.test(line) && !takesAgain.test(line)) return undefined;
  const fits = ({ model, features: had }: (typeof cases)[number]) => {
    const definition = models.find((known) => known.definition.name === model)?.definition;
    if (!definition || (named !== undefined && named !== model)) return false;
    const [compiled, ignored] = [compileDefinition(definition), tokensOutside(reading, [first])];
    const { values } = readFeatures(reading.text, compiled, reading.tokens, ignored);
    // "Back to 40": an age without a word.
    const ages = definition.features.filter((feature) => feature.kind === "CATEGORICAL" && feature.bins);
    const bare = (names: string[]) => readBareValues(reading, compiled, names, ignored)?.values ?? {};
    const said = Object.entries(Object.keys(values).length > 0 ? values : bare(ages.map(({ name }) => name)));
    return (named !== undefined || said.length > 0) && said.every(([name, value]) => had[name] === value);
  };
  const saysValue = (model: string) => {
    const compiled = reading.compiled.find(({ definition }) => definition.name === model);
    return (
      compiled !== undefined &&
      readFeatures(reading.text, compiled, reading.tokens, tokensOutside(reading, [first])).outright > 0
    );
  };
  // A model that is named alone is gone back to for something else, unless a change to its case follows.
  const found = more.length > 0 || named === undefined ? cases.find(fits) : undefined;
  if (found) return { ...found, rest, clauses: 1 };
  // "Back to the car, with 110 hp": what it says besides changes that case.
  const last = named === featuresOf ? undefined : earlier.find(({ model }) => model === named);
  return last && saysValue(last.model) ? { ...last, version: last.version, rest: reading, clauses: 0 } : undefined;
}
