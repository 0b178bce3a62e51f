import { possibleValues } from "../../../models/definitions/possible-values.ts";
import type { SlotProblem } from "../../interpreter.ts";
import { shortened, spokenName } from "../features/feature-reading.ts";
import type { MessageReading } from "../text/read-message.ts";

const vague =
  /^ (?:(?:not|very|really|rather|quite|pretty|much|many|a|lot|little|few|high|low|normal|average|usual|enough) )+$/;

const putsDown =
  /^ (?:\S+ )*?(?:let 's|lets|let us|i will|i would|ill|just|please|so|then|can we|could we) (?:put(?: down)?|say|take|use|go with|enter|write(?: down)?) /;

/** "Boston", where a port is waited for: a short answer of foreign words is explained, not taken for another subject. */
export function unknownAnswer(
  reading: MessageReading,
  line: string,
  missing: readonly string[],
  features: readonly Parameters<typeof possibleValues>[0][],
): SlotProblem | undefined {
  // "But let's put down New York for now."
  const text = line.replace(putsDown, " ").replace(/ (?:for now|then|please|anyway|instead) $/, " ");
  // "Horsepower: not much really" speaks of that one.
  const namesOf = (feature: (typeof features)[number]) =>
    [spokenName(feature), feature.label ?? "", feature.name.replaceAll("_", " ")].map(
      (name) => ` ${name.toLowerCase()} `,
    );
  const named = features.find(
    (feature) => missing.includes(feature.name) && namesOf(feature).some((name) => text.startsWith(name)),
  );
  const said = named ? namesOf(named).find((name) => text.startsWith(name)) : undefined;
  const first = named ?? features.find(({ name }) => name === missing[0]);
  const words = text
    .slice(said?.length ?? 0)
    .trim()
    .split(" ")
    .filter((word) => !/^(?:in|at|from|the|a|an|it|is|was|he|she|they|boarded|i|think|guess|maybe|'s)$/.test(word));
  const isQuestion =
    (/\?\s*$/.test(reading.text) && words.length > 3) ||
    /^ (?:what|whats|who|whos|when|why|how|hows|where|wheres|which|is|are|can|could|do|does|tell|show|please) /.test(
      text,
    );
  if (
    !first ||
    reading.quoted.size > 0 ||
    words.length === 0 ||
    words.length > 4 ||
    isQuestion ||
    /^ (?:hi|hello|hey|thanks|thank|help|yes|no|ok) /.test(text)
  )
    return undefined;
  const cannotSay =
    /^ (?:(?:i|we|do|dont|not|know|no|idea|sure|unsure|skip|it|that|unknown|much|many|little|lot|both|neither|either|none|whatever|any|really|am|cannot|cant|say|tell|clue|have|remember|'s|is|pass|next) )+$/.test(
      ` ${words.join(" ")} `,
    );
  const isOrdinary = words.every((word) => reading.isKnownWord(word) || /^NUM$/.test(word));
  if (cannotSay || vague.test(` ${words.join(" ")} `))
    return {
      slot: `features.${first.name}`,
      text: reading.text.trim(),
      message: `There is no prediction without it: the ${spokenName(first)} can be ${possibleValues(first)}.`,
    };
  const isNumber = (word: string) => /^(?:NUM|zeroth|fourth|fifth|sixth|seventh|eighth|ninth|tenth)$/.test(word);
  if (isOrdinary && !words.some(isNumber)) return undefined;
  return {
    slot: `features.${first.name}`,
    text: reading.text.trim(),
    message: `“${shortened(reading.text)}” isn't possible here: the ${spokenName(first)} can be ${possibleValues(first)}.`,
  };
}
