import type { ModelMention } from "../entities/model-names.ts";
import type { VersionMention } from "../entities/versions.ts";
import type { Token } from "../text/tokenise.ts";
import type { ClauseSpan } from "./split-clauses.ts";

/** Words of a clause that the rules look at: more is a story, and its beginning tells. */
const longest = 80;

/**
 * A clause as the rules see it: a line of words with blanks around each, names as MODEL, versions as VERSION, numbers as NUM, and a
 * "~" before every word that nobody here knows.
 */
export class ClauseView {
  readonly span: ClauseSpan;
  readonly text: string;
  readonly words: readonly string[];
  /** Token of each word. */
  readonly tokenOf: readonly number[];
  readonly models: readonly ModelMention[];
  readonly versions: readonly VersionMention[];
  /** Words that nobody here knows. */
  readonly foreign: number;
  /** Connectors before the first word ("and", "then"): no part of `text`. */
  readonly opening: string;

  constructor(
    span: ClauseSpan,
    tokens: readonly Token[],
    models: readonly ModelMention[],
    versions: readonly VersionMention[],
    isKnown: (word: string) => boolean,
  ) {
    this.span = span;
    this.models = models.filter((mention) => mention.first >= span.from && mention.first < span.to);
    this.versions = versions.filter((mention) => mention.first >= span.from && mention.first < span.to);
    const words: string[] = [];
    const tokenOf: number[] = [];
    let foreign = 0;
    let opening = "";
    for (let index = span.from; index < span.to && words.length < longest; index += 1) {
      const token = tokens[index];
      if (words.length === 0 && token?.norm === "after" && /^(that|this)$/.test(tokens[index + 1]?.norm ?? "")) {
        opening += "after that ";
        index += 1;
        continue;
      }
      if (!token || token.kind === "PUNCT") continue;
      if (
        words.length === 0 &&
        index < span.to - 1 &&
        /^(and|then|also|so|but|or|plus|afterwards|finally|next)$/.test(token.norm)
      ) {
        opening += `${token.norm} `;
        continue;
      }
      const model = this.models.find((mention) => mention.first === index);
      const version = this.versions.find((mention) => mention.first === index && mention.said !== "CANDIDATE");
      tokenOf.push(index);
      if (model) {
        words.push("MODEL");
        index = model.last;
      } else if (version) {
        words.push("VERSION");
        index = Math.min(version.last, span.to - 1);
      } else if (token.kind === "NUMBER") words.push("NUM");
      else if (isKnown(token.norm) || token.norm === "'s" || token.number !== undefined) words.push(token.norm);
      else {
        words.push(`~${token.norm}`);
        foreign += 1;
      }
    }
    this.words = words;
    this.tokenOf = tokenOf;
    this.text = ` ${words.join(" ")} `;
    this.foreign = foreign;
    this.opening = opening;
  }

  /** The position among the words of an offset in `text`. */
  wordAt(offset: number): number {
    let position = 0;
    for (let at = 1; at <= offset; at += 1) if (this.text[at] === " ") position += 1;
    return position;
  }
}
