import { type NumberMention, readNumbers } from "../text/numbers.ts";
import { PhraseIndex } from "../text/phrases.ts";
import type { Token } from "../text/tokenise.ts";

/** Parameters of learning algorithms, as people and libraries call them. */
const named = [
  "learning rate|step size|shrinkage|eta|lr|momentum|weight decay|dropout|early stopping|tolerance|tol|batch size",
  "regularisation strength|regularization strength|regularisation parameter|regularization parameter|regularisation|regularization",
  "alpha|lambda|gamma|penalty|l1 penalty|l2 penalty|l1 ratio|l2 ratio|l1|l2|kernel|bandwidth|c",
  "max iterations|maximum iterations|max iter|iteration limit|iterations|rounds|epochs|epoch|boosting rounds",
  "max depth|maximum depth|tree depth|depth|levels|max leaves|num leaves|leaves|min samples leaf|min samples split|max features",
  "n estimators|estimators|number of trees|num trees|trees|hidden layers|layers|neurons|units",
  "n neighbors|n neighbours|neighbors|neighbours",
].flatMap((line) => line.split("|"));
const countable =
  /^(?:iterations|rounds|epochs?|levels|leaves|estimators|trees|layers|neurons|units|neighbours|neighbors)$/;
/** Said of training, they are meant even where no number follows. */
const evident =
  /^(?:learning rate|regulari[sz]ation(?: .*)?|alpha|lambda|max depth|maximum depth|early stopping|dropout|weight decay|momentum|l[12] penalty|penalty|kernel)$/;

const index = new PhraseIndex<string>();
for (const name of named) index.add(name, name);

/** Whether a word in code (`max_iterations`) is the name of an algorithm's parameter. */
export function isParameterName(name: string): boolean {
  return named.includes(name.toLowerCase().replaceAll("_", " "));
}

/** What a training request says of an algorithm's parameters or of how many rows to learn from. Tokens, both included. */
export interface ParamReading {
  of: "PARAMETER" | "ROWS";
  first: number;
  last: number;
}

/** "C of 0.5", "alpha 3", "max_iterations=500", "200 trees", "stronger regularisation", "with 10 rows": what a request in words can't set. */
export function readParams(tokens: readonly Token[], from: number, to: number): ParamReading[] {
  const found: ParamReading[] = [];
  const numbers = readNumbers(tokens.slice(0, to)).filter(({ first }) => first >= from);
  for (const { value: name, first, last } of index.find(tokens, from, to)) {
    if (found.some((other) => first <= other.last)) continue;
    const behind = numberBehind(tokens, numbers, last);
    const before = numbers.find((number) => number.last === first - 1 && number.kind === "PLAIN");
    if (behind) found.push({ of: "PARAMETER", first, last: behind.last });
    else if (before && countable.test(name)) found.push({ of: "PARAMETER", first: before.first, last });
    else if (evident.test(name) && !isUsual(tokens, first)) found.push({ of: "PARAMETER", first, last });
  }
  for (const number of numbers) {
    const name = assigned(tokens, number, from);
    if (name !== undefined && !found.some(({ first, last }) => name <= last && number.last >= first))
      found.push({ of: "PARAMETER", first: name, last: number.last });
    if (countsRows(tokens, number)) found.push({ of: "ROWS", first: number.first, last: number.last + 1 });
  }
  return found.sort((a, b) => a.first - b.first);
}

/** "alpha 3", "C = 0.1", "a depth of 4", "max_iter: 500". */
function numberBehind(
  tokens: readonly Token[],
  numbers: readonly NumberMention[],
  name: number,
): NumberMention | undefined {
  let at = name + 1;
  while (at <= name + 4 && /^(=|:|of|is|at|to|set|as|value|equal|equals|limit)$/.test(tokens[at]?.norm ?? "")) at += 1;
  const number = numbers.find(({ first }) => first === at);
  return number?.kind === "PLAIN" && !/^(?:rows?|seed)$/.test(tokens[number.last + 1]?.norm ?? "") ? number : undefined;
}

/** "with the default regularisation", "no early stopping": nothing else than what is done anyway. */
function isUsual(tokens: readonly Token[], first: number): boolean {
  return tokens
    .slice(Math.max(0, first - 3), first)
    .some(({ norm }) => /^(?:default|defaults|usual|same|standard|normal|without|no)$/.test(norm));
}

const option =
  /^(?:seed|seeds|state|test|tests|size|testsize|split|holdout|train|share|fraction|part|ratio|set|validation)$/;

/** "foo=3": the first token of a name with a value that is none of a training's own options. */
function assigned(tokens: readonly Token[], { first }: NumberMention, from: number): number | undefined {
  if (tokens[first - 1]?.text !== "=" || tokens[first - 2]?.kind !== "WORD") return undefined;
  let at = first - 2;
  while (at - 2 >= from && tokens[at - 1]?.text === "_" && tokens[at - 2]?.kind === "WORD") at -= 2;
  return tokens.slice(at, first - 1).some(({ norm }) => option.test(norm)) ? undefined : at;
}

/** "with 10 rows", "on the first 200 records": not the rows that are held out. */
function countsRows(tokens: readonly Token[], { value, kind, first, last }: NumberMention): boolean {
  if (kind !== "PLAIN" || !Number.isInteger(value) || value < 2) return false;
  if (!/^(?:rows|records|samples|examples|lines)$/.test(tokens[last + 1]?.norm ?? "")) return false;
  const before = tokens
    .slice(Math.max(0, first - 4), first)
    .map(({ norm }) => norm)
    .join(" ");
  const after = tokens
    .slice(last + 2, last + 5)
    .map(({ norm }) => norm)
    .join(" ");
  return (
    /(?:^| )(?:with|on|using|from|only|just)(?: (?:only|just|the|first|last|about))*$/.test(before) &&
    !/\b(?:test|testing|hold|holding|keep|keeping|validate)\b/.test(before) &&
    !/\b(?:held|test|testing|tests|aside|out|back|holdout|validation|kept)\b/.test(after)
  );
}
