import type { FeatureDefinition } from "../../../models/definitions/define-model.ts";
import type { Token } from "../text/tokenise.ts";

/** A feature's own name in the text, as code writes it: `bill_length_mm`, or one word before "=" or ":". Tokens, both included. */
export interface NameMention {
  feature: FeatureDefinition;
  first: number;
  last: number;
  /** First token behind the name and what joins a value to it. */
  valueAt: number;
}

/** Finds names of features where a value is given to them: `body_mass_g=4200`, `sex: male`, `model_year is 76`. */
export function findExactNames(tokens: readonly Token[], features: readonly FeatureDefinition[]): NameMention[] {
  const found: NameMention[] = [];
  for (const index of tokens.keys()) {
    for (const feature of features) {
      const last = endOfName(tokens, index, feature.name);
      if (last === undefined) continue;
      const joint = tokens[last + 1];
      const isJoined = joint !== undefined && /^[:=]$/.test(joint.text);
      if (!isJoined && last === index) continue;
      let valueAt = last + 1;
      while (valueAt < last + 4 && /^(?:[:=]|of|is|was|to|at)$/.test(tokens[valueAt]?.norm ?? "")) valueAt += 1;
      found.push({ feature, first: index, last, valueAt });
    }
  }
  return found;
}

/** The last token of a name that is written without blanks from token `first` on. */
function endOfName(tokens: readonly Token[], first: number, name: string): number | undefined {
  let rest = name;
  for (let at = first; at < tokens.length; at += 1) {
    const token = tokens[at];
    if (!token || (at > first && !token.glued) || !rest.startsWith(token.norm)) return undefined;
    rest = rest.slice(token.norm.length);
    if (rest === "") return tokens[at + 1]?.text === "_" && tokens[at + 1]?.glued ? undefined : at;
  }
  return undefined;
}
