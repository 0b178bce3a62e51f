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
export function pageOf(token: string | null | undefined, limit: number, path = "page_token"): Page {
  if (!token) return { offset: 0, limit };
  const offset = Number(Buffer.from(token, "base64url").toString("latin1"));
  if (!Number.isSafeInteger(offset) || offset < 1 || offset > 1_000_000_000) {
    const message = "The page token is none that was given here.";
    throw new InvalidInputError(message, [{ path, message }]);
  }
  return { offset, limit };
}

/** The token of the page that begins behind so many items. */
export function tokenAfter(items: number): string {
  return Buffer.from(String(items), "latin1").toString("base64url");
}

/** @param found at most one more than the page holds */
export function paged<T>({ offset, limit }: Page, found: T[]): Paged<T> {
  const more = found.length > limit;
  return {
    items: more ? found.slice(0, limit) : found,
    next: more ? tokenAfter(offset + limit) : null,
  };
}
