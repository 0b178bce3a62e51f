import type { Token } from "../text/tokenise.ts";

const negators =
  /^(not|never|no|dont|didnt|wasnt|isnt|doesnt|werent|neither|nor|except|without|cannot|cant|wont|aint|non)$/;
const barriers = /^(but|and|so|because|who|which|instead|just|only|rather|yes|no|[,;.!?:()])$/;

/** Whether a negation reaches the token: within six words before it, with no "but", "and" or mark between. */
export function isNegated(tokens: readonly Token[], index: number): boolean {
  for (let at = index - 1; at >= Math.max(0, index - 7); at -= 1) {
    const token = tokens[at];
    if (!token) return false;
    if (token.text === "-" && /^non$/.test(tokens[at - 1]?.norm ?? "")) return true;
    if (negators.test(token.norm)) {
      const next = tokens[at + 1]?.norm ?? "";
      if (token.norm === "not" && /^(only|just|sure)$/.test(next)) return false;
      if (token.norm === "no")
        return at === index - 1 && tokens[at - 1] !== undefined && !/^[,.;!?]$/.test(tokens[at - 1]?.text ?? "");
      return true;
    }
    if (
      (token.norm === "than" && /^(rather|other)$/.test(tokens[at - 1]?.norm ?? "")) ||
      (token.norm === "of" && tokens[at - 1]?.norm === "instead")
    )
      return true;
    if (barriers.test(token.norm)) return false;
  }
  return false;
}
