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
      if (isDoubled(tokens, at) || isSuggestion(tokens, at)) return false;
      if (token.norm === "no" && at === index - 1 && /^(?:\w+s|children|men|women)$/.test(tokens[index]?.norm ?? ""))
        return true;
      if (token.norm === "no")
        return at === index - 1 && tokens[at - 1] !== undefined && !/^[,.;!?]$/.test(tokens[at - 1]?.text ?? "");
      return true;
    }
    if (
      (token.norm === "than" && /^(rather|other)$/.test(tokens[at - 1]?.norm ?? "")) ||
      (token.norm === "of" && tokens[at - 1]?.norm === "instead")
    ) {
      // "Queenstown rather than Southampton for him": it reaches what follows at once, and no further.
      if (tokens.slice(at + 2, index).some(({ norm }) => /^(for|with|by|on|at|and)$/.test(norm))) return false;
      // "Instead of the lady a girl": another article begins what is meant.
      return !tokens.slice(at + 3, index + 1).some(({ norm }) => /^(a|an|the)$/.test(norm));
    }
    // "not Biscoe - Dream": a dash apart ends it, one inside a word does not.
    const isDash = /^[-–—]$/.test(token.text) && !(tokens[at + 1]?.glued && token.glued);
    if (barriers.test(token.norm) || isDash) return false;
  }
  return false;
}

/** "why don't you …", "why not …": asks for what follows. */
function isSuggestion(tokens: readonly Token[], at: number): boolean {
  const [before, first] = [tokens[at - 1]?.norm, tokens[at - 2]?.norm];
  return before === "why" || (before === "do" && first === "why");
}

/** "never let go of", "not without", "never parted from": two denials say yes. */
function isDoubled(tokens: readonly Token[], at: number): boolean {
  const [next, after] = [tokens[at + 1]?.norm ?? "", tokens[at + 2]?.norm ?? ""];
  if (next === "let" && after === "go") return true;
  return (
    /^(not|never|cannot|cant|didnt|wont)$/.test(tokens[at]?.norm ?? "") &&
    /^(without|leave|leaves|left|lose|lost|part|parted|forget|miss|stop|stopped)$/.test(next)
  );
}
