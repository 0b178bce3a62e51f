import { withNumber } from "../text/numbers.ts";
import type { Token } from "../text/tokenise.ts";

const letters = /^[vilwh]$/;
const layouts = /^(straight|inline|line|flat|slant|boxer|vee)$/;
const most = 16;

/** "V8", "V-6", "I4", "straight six", "in-line four", "flat-four": the number of an engine's cylinders. Tokens, both included. */
export function readEngineLayouts(tokens: readonly Token[]): { cylinders: number; first: number; last: number }[] {
  const found: { cylinders: number; first: number; last: number }[] = [];
  for (const [index, token] of tokens.entries()) {
    if (token.kind !== "WORD") continue;
    const isLetter = letters.test(token.norm);
    const isLayout = layouts.test(token.norm) && (token.norm !== "line" || tokens[index - 2]?.norm === "in");
    if (!isLetter && !isLayout) continue;
    const at = tokens[index + 1]?.text === "-" ? index + 2 : index + 1;
    const number = tokens[at];
    if (!number || (isLetter && (!number.glued || number.kind !== "NUMBER"))) continue;
    const { number: cylinders } = withNumber(number);
    const after = tokens[at + 1];
    if (cylinders === undefined || !Number.isInteger(cylinders) || cylinders < 2 || cylinders > most) continue;
    if (isLetter && /^[._]$/.test(after?.text ?? "") && tokens[at + 2]?.glued) continue;
    found.push({ cylinders, first: token.norm === "line" ? index - 2 : index, last: at });
  }
  return found;
}

const engineWords =
  /^(hp|bhp|horsepower|horses|kw|cubic|cu|cid|cc|litres?|liters?|engines?|cylinders?|lbs?|pounds|mpg|gallon|sedan|saloon|coupe|wagon|truck|motor|powered|petrol|diesel|accelerat\w*)$/;

/** Whether "v8" at token `index` is an engine and no version: beside "engine", behind "a", or where power or weight are spoken of. */
export function isEngineLayout(tokens: readonly Token[], index: number): boolean {
  const at = tokens[index + 1]?.text === "-" ? index + 2 : index + 1;
  const number = tokens[at]?.number ?? 0;
  if (tokens[index]?.norm !== "v" || number < 4 || number > most || number % 2 === 1) return false;
  if (hasEngineBeside(tokens, at)) return true;
  const before = tokens[index - 1]?.norm ?? "";
  if (/^(a|an|big|old|american|powerful|thirsty)$/.test(before)) return true;
  if (
    /^(version|versions|model|of|to|promote|archive|compare|and|vs|versus|or|from|use|using|with|on|in|for)$/.test(
      before,
    )
  )
    return false;
  return tokens.some(({ norm }) => engineWords.test(norm));
}

function hasEngineBeside(tokens: readonly Token[], index: number): boolean {
  return tokens.slice(index + 1, index + 3).some(({ norm }) => /^(engine|engines|motor|powered)$/.test(norm));
}
