import { InvalidInputError } from "../platform/errors.ts";

/** A part of a list: those after `offset`, at most `limit`. */
export interface Page {
  offset: number;
  limit: number;
}

export interface Paged<T> {
  items: T[];
  /** Of the page after; null when there is none. */
  next: string | null;
}

/** @throws {InvalidInputError} a token that was not given here */
export function pageOf(token: string | undefined, limit: number): Page {
  if (!token) return { offset: 0, limit };
  const offset = Number(Buffer.from(token, "base64url").toString("latin1"));
  if (!Number.isSafeInteger(offset) || offset < 1 || offset > 1_000_000_000) {
    const message = "The page token is none that was given here.";
    throw new InvalidInputError(message, [{ path: "page_token", message }]);
  }
  return { offset, limit };
}

/** @param found at most one more than the page holds */
export function paged<T>({ offset, limit }: Page, found: T[]): Paged<T> {
  const more = found.length > limit;
  return {
    items: more ? found.slice(0, limit) : found,
    next: more ? Buffer.from(String(offset + limit), "latin1").toString("base64url") : null,
  };
}
