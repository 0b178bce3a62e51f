import { InvalidInputError } from "../../platform/errors.ts";

/** Characters of the text that an error shows from the place of the fault on. */
const shownLength = 24;

/** What is wrong with a filter or an order, and where: its place is told in the sentence, counted from 1. */
export class SearchSyntaxError extends InvalidInputError {
  /** Where in the text, counted from 0. */
  readonly at: number;
  constructor(source: Source, at: number, why: string) {
    const rest = source.text.slice(at);
    const near = rest === "" ? "at its end" : `at character ${at + 1}, "${shown(rest)}"`;
    super(`The ${source.name} can't be read ${near}: ${why}.`, [{ path: source.name, message: `${why} (${near})` }]);
    this.at = at;
  }
}

/** A text that is parsed, and what an error calls it: the name of the argument. */
export interface Source {
  name: "filter" | "orderBy";
  text: string;
}

function shown(rest: string): string {
  return rest.length > shownLength ? `${rest.slice(0, shownLength).toWellFormed()}…` : rest;
}
