import type { Intent, InterpretationContext, InterpretedIntent } from "../../interpreter.ts";
import { ClauseView } from "../clauses/clause-view.ts";
import { buildSlots } from "../intents/build-slots.ts";
import { readNumbers } from "../text/numbers.ts";
import type { MessageReading } from "../text/read-message.ts";

const sameFor =
  /^ (?:(?:i mean|i meant|oh|no|sorry|ah|and|only|just|ok|now|then|please|the|do|can you do|what|how|about|same|question|thing|again|once|more|but|also|with|for|on|of|to|too|as|well) )*(?:MODEL|VERSION|NUM)(?: (?:MODEL|VERSION|'s|model|it|that|this|too|as|well|please|instead|then|now|again))* $/;

const trainsAgain =
  /^ (?:(?:and|ok|okay|so|now|then|please|do|can you|could you|run|train|make|it|that|the|all|go) )*(?:(?:same|exactly the same)(?: thing| training| run| one| model)?(?: (?:again|once more|one more time))?|again|once more|one more time|another(?: one| run| round| training)?|one more)(?: (?:but|only|just|this|time|with|use|using|and|a|of|seed|NUM|holdout|hold|out|held|test|split|percent|for|the|testing|please|now|as|at|set|to|by|instead|plain|simple|ordinary|logistic|linear|ridge|regression|random|forest|gradient|boosting|model|algorithm|lasso))* $/;

/** "OK then logistic regression", after a training that was refused for its algorithm. */
const namesAlgorithm =
  /^ (?:(?:ok|okay|then|well|fine|so|use|try|do|with|just|the|a|by|it|hm|hmm|alright|please|go|make|and|no) )*(?:logistic|linear|ridge|multinomial|logit|ols|multinomial logistic) (?:(?:regression|one|then|please|instead|model|it|is|algorithm|too|with|and|a|of|at|test|testing|size|holdout|hold|held|out|split|seed|NUM|percent|for) )*$/;
/** "And cars too, with ridge", after a training. */
const trainsAnother =
  /^ (?:(?:and|also|now|then|next|please|do|for|the|same|ok|okay|with|plus|afterwards) )*MODEL (?:(?:too|as|well|also|now|next|please|with|using|by|and|a|of|at|but|test|testing|size|holdout|hold|held|out|split|seed|NUM|percent|logistic|linear|ridge|multinomial|regression|for|data|the|rows|used) )+$/;

const correctsShare =
  /^ (?:(?:no|nope|oh|oops|sorry|wait|actually|i|meant|mean|make|it|that|this|now|then|with|use|using|change|set|increase|decrease|raise|lower|reduce|the|holdout|hold|out|held|test|testing|size|split|set|to|of|a|but|should|be|rather|instead|try|do|please|ok|okay|and|share|part|data|rows|for|only|just|by|at|again|train|retrain|same|lets|let|us|'s|about|how|what|can|could|you) )*NUM(?: (?:percent|pct|instead|please|then|now|rather|held|hold|out|holdout|for|test|testing|of|the|data|rows|this|time))* $/;

/** "No, 40%", "make it 0.35", after a training: the share that is held out, as a fraction. */
function correctedShare(reading: MessageReading, line: string, { focus }: InterpretationContext): number | undefined {
  if (!/^TRAIN/.test(focus.intent ?? "") || !correctsShare.test(line)) return undefined;
  const [number, ...more] = readNumbers(reading.tokens);
  if (!number || more.length > 0) return undefined;
  const isPercent = number.kind === "PERCENT" || / (?:percent|pct) /.test(line);
  const isShare = isPercent || number.value < 1 || / (?:holdout|hold out|held out|test|testing|split) /.test(line);
  // "Now 20" goes on about a share only where one was said.
  if (!isShare && focus.training?.testSize === undefined) return undefined;
  return isPercent || number.value >= 1 ? number.value / 100 : number.value;
}

/** "Same again but seed 11", after a training: with the options of then, as far as no other is said. */
function readTrainingAgain(reading: MessageReading, context: InterpretationContext): InterpretedIntent | undefined {
  const { intent, model, training } = context.focus;
  const [clause] = reading.clauses;
  if (!clause || !model || !training) return undefined;
  const line = ` ${reading.clauses.map(({ opening, text }) => `${opening}${text.trim()}`).join(" ")} `;
  const said = line.replaceAll("~", "");
  // After something else, only options of a training tell that one is meant.
  if (!/^TRAIN/.test(intent ?? "") && !/ (?:seed|holdout|held|test|testing|split) /.test(said)) return undefined;
  const share = correctedShare(reading, said, context);
  const another = /^TRAIN/.test(intent ?? "") && trainsAnother.test(said) ? reading.models[0] : undefined;
  if (share === undefined && !another && !trainsAgain.test(said) && !namesAlgorithm.test(said)) return undefined;
  const span = { ...clause.span, to: reading.tokens.length };
  const whole = new ClauseView(span, reading.tokens, reading.models, reading.versions, reading.isKnownWord);
  const built = buildSlots("TRAIN", 0.85, whole, reading, context, { model: undefined, trains: false });
  if (another) return another.name !== model && Object.keys(built.slots).length > 1 ? built : undefined;
  const corrected = share === undefined || built.slots.testSize !== undefined ? {} : { testSize: share };
  const { testSize, algorithm, seed } = { ...training, ...built.slots, ...corrected };
  const options = Object.entries({ model, testSize, algorithm, seed }).filter(([, value]) => value !== undefined);
  return { ...built, slots: Object.fromEntries(options) };
}

/**
 * "And penguins?", "same question for cars", "what about version 2": what was asked before, of something else. Not for a prediction, which
 * rests on features.
 */
export function readSameAgain(reading: MessageReading, context: InterpretationContext): InterpretedIntent | undefined {
  const repeated = readTrainingAgain(reading, context);
  if (repeated) return repeated;
  const { intent } = context.focus;
  const [clause, ...more] = reading.clauses;
  if (!intent || !clause || more.length > 0) return undefined;
  const line = ` ${clause.opening}${clause.text.trim()} `;
  if (intent === "PREDICT" || sameCase.test(line)) return readOtherVersion(line, clause, reading, context);
  if (!sameFor.test(line) || !opensAgain.test(line)) return undefined;
  const built = buildSlots(intent, 0.8, clause, reading, context, { model: undefined, trains: false });
  if (/ NUM /.test(line) && !withNumber(built, clause, reading, context)) return undefined;
  return Object.keys(built.slots).length > 0 ? built : undefined;
}

const opensAgain =
  /^ (?:(?:(?:oh|no|sorry|ah) )*(?:i mean|i meant)|and|only|just|what|how|same|the same|ok|now|then|do|but|also) /;

const ofOneVersion: ReadonlySet<Intent> = new Set(["AUDIT_HISTORY", "MODEL_DETAILS"]);

/** "And 1?", "and to 3?": a number alone is a version of what was spoken of, where there is such a one. @returns whether it is one */
function withNumber(
  built: InterpretedIntent,
  { words, tokenOf }: ClauseView,
  { tokens, text }: MessageReading,
  { focus, models }: InterpretationContext,
): boolean {
  const token = tokens[tokenOf[words.indexOf("NUM")] ?? -1];
  const known = models.find(({ definition }) => definition.name === (built.slots.model ?? focus.model));
  const number = token?.number;
  if (!token || number === undefined || !known?.versions.some(({ version }) => version === number)) return false;
  const { start, end } = token;
  const said = { text: text.slice(start, end), start, end, weak: false };
  built.slots.model ??= known.definition.name;
  if (ofOneVersion.has(built.intent)) {
    built.slots.version = number;
    built.evidence.push({ slot: "version", value: number, ...said });
    return true;
  }
  if (built.intent !== "COMPARE_VERSIONS" || !focus.compared) return false;
  const [first = number] = focus.compared.versions.filter((version) => version !== number);
  built.slots.versions = [first, number];
  built.evidence = [{ slot: "versions", value: built.slots.versions, ...said }];
  return true;
}

const sameCase = / same (?:car|penguin|bird|passenger|person|case|one|MODEL|animal|vehicle|man|woman|boy|girl) /;
const byVersion =
  /^ (?:(?:and|ok|okay|now|then|please|but|so|what|how|about|if|would|say|does|the|same|case|car|penguin|bird|passenger|person|one|MODEL|animal|vehicle|man|woman|boy|girl|again|predict|with|for|by|on|in|of|using|use|by|try|it|that|ask) )*VERSION(?: (?:say|says|think|predict|instead|then|now|please|too|as well|it|MODEL))* $/;

/** "And with version 3?", after a prediction: the same case by another version. */
function readOtherVersion(
  line: string,
  clause: ClauseView,
  reading: MessageReading,
  context: InterpretationContext,
): InterpretedIntent | undefined {
  const { features, featuresOf } = context.focus;
  if (!features || !byVersion.test(line)) return undefined;
  const focus = { ...context.focus, ...(featuresOf === undefined ? {} : { model: featuresOf }) };
  const built = buildSlots(
    "PREDICT",
    0.85,
    clause,
    reading,
    { ...context, focus },
    { model: undefined, trains: false },
  );
  if (built.slots.version === undefined) return undefined;
  return { ...built, slots: { ...built.slots, ...(featuresOf === undefined ? {} : { model: featuresOf }), features } };
}
