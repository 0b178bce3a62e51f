import { actVerbs } from "../clauses/act-verbs.ts";
import { fold } from "./tokenise.ts";

const key = /(?<=[{,[]\s{0,20})(["'])([\p{L}\p{N}_ -]{1,40})\1(?=\s{0,20}:)/gu;
const value = /(?<=:\s{0,20})(["'])([\p{L}\p{N}_. -]{1,40})\1(?=\s{0,20}[,}\]])/gu;

/**
 * `{"sex": "male", "pclass": 3}`: the marks around names and short values are taken for blanks, so that they are read as `sex: male,
 * pclass: 3` is. A value that holds a command stays a quotation. As long as the message, for places in one to be places in the other.
 */
export function withoutJsonMarks(message: string): string {
  if (!message.includes("{")) return message;
  const bare = (whole: string, _mark: string, inside: string) =>
    inside.split(/[\s_-]+/).some((word) => actVerbs.has(fold(word))) ? whole : ` ${inside} `;
  return message.replace(key, bare).replace(value, bare);
}
