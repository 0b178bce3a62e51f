import { hash as hashOf } from "node:crypto";
import { canonicalParsed, quoted } from "./canonical-parsed.ts";
import { columnMark, eventMark, valueMark } from "./read-pages.ts";

/** What a page of the log came to. */
export interface CheckedPage {
  /** Events in it; the fault's included, those after it not. */
  checked: number;
  /** Of the first event: what the page before has to end with. */
  first: { seq: string; previousHash: string } | null;
  /** The hash of the last event that fits; null when not even the first does. */
  lastHash: string | null;
  lastSeq: string | null;
  /** The first event that does not fit by itself or after the one before it in the page. */
  fault: { seq: string; reason: string } | null;
}

/** An event as a page has it. */
interface PageEvent {
  seq: string;
  previousHash: string;
  hash: string;
  /** Canonical JSON of all that the hash covers, as hashEvent makes it. */
  covered: string;
}

/**
 * Checks events that were read quickly: each one's hash, and that it follows the one before it. How the first follows on what came before
 * the page is for the caller to see.
 * @returns null when the page can't be told apart into events for sure, or some event does not fit: then it is to be read exactly
 */
export function checkQuickly(page: string): CheckedPage | null {
  const events = page === "" ? [] : page.split(eventMark);
  const checked = check(events, quickEvent);
  return checked === null || checked.fault ? null : checked;
}

/** The same of events that were read exactly; whatever does not fit is told. */
export function checkExactly(page: string): CheckedPage {
  const checked = check(page === "" ? [] : page.split("\n"), exactEvent);
  if (!checked) throw new Error("the audit log's events can't be read");
  return checked;
}

function check(events: readonly string[], read: (event: string) => PageEvent | null): CheckedPage | null {
  const page: CheckedPage = { checked: 0, first: null, lastHash: null, lastSeq: null, fault: null };
  let expected = "";
  for (const text of events) {
    const event = read(text);
    if (!event) return null;
    const { seq, previousHash, hash, covered } = event;
    page.checked += 1;
    page.first ??= { seq, previousHash };
    const follows = page.lastHash === null || previousHash === page.lastHash;
    const reason = reasonOf(seq, expected || seq, follows, () => hash === hashOf("sha256", covered));
    if (reason) return { ...page, fault: { seq, reason } };
    page.lastHash = hash;
    page.lastSeq = seq;
    expected = String(Number(seq) + 1);
  }
  return page;
}

/** What is wrong with an event, the most telling first; null when nothing is. */
export function reasonOf(seq: string, expected: string, follows: boolean, isWhole: () => boolean): string | null {
  if (seq !== expected) return `Event ${expected} is missing.`;
  if (!follows) return `Event ${seq} does not follow the one before it.`;
  return isWhole() ? null : `Event ${seq} was changed after it was written.`;
}

function exactEvent(line: string): PageEvent {
  const covered = JSON.parse(line) as unknown[];
  const hash = covered.pop() as string;
  return { seq: covered[0] as string, previousHash: covered.at(-1) as string, hash, covered: canonicalParsed(covered) };
}

const columns = 19;

/** @returns null when the values can't be told apart, or one is written in another way than is known here */
function quickEvent(text: string): PageEvent | null {
  const v = text.split(columnMark) as Row;
  if (v.length !== columns) return null;
  const at = isoOf(v[2]);
  if (at === null) return null;
  // In the order of hashEvent. Written out, since this is what a walk of a million events does a million times.
  const covered =
    `["${v[0]}","${v[1]}","${at}",${quoted(v[3])},${quoted(v[4])},${quoted(v[5])},${quoted(v[6])},${quoted(v[7])},` +
    `${v[8] === "" ? "null" : v[8].slice(1)},${quoted(v[9])},${canonicalText(v[10])},${canonicalOrNull(v[11])},` +
    `${canonicalOrNull(v[12])},${quotedOrNull(v[13])},${quotedOrNull(v[14])},${quotedOrNull(v[15])},${quoted(v[16])},` +
    `${quoted(v[17])}]`;
  return { seq: v[0], previousHash: v[17], hash: v[18], covered };
}

type Text = string;
type Row = [
  ...[
    seq: Text,
    id: Text,
    at: Text,
    actorId: Text,
    actorName: Text,
    action: Text,
    outcome: Text,
    subject: Text,
    version: Text,
  ],
  ...[
    summary: Text,
    details: Text,
    before: Text,
    after: Text,
    threadId: Text,
    turnId: Text,
    message: Text,
    requestId: Text,
  ],
  ...[previousHash: Text, hash: Text],
];

/** A moment as PostgreSQL writes it unless it was told otherwise ("2026-11-27 20:45:00.12"), as Date writes it; null for any other text. */
function isoOf(at: string): string | null {
  if (at.length < 19 || at.length > 23 || at[4] !== "-" || at[7] !== "-" || at[10] !== " " || at[13] !== ":")
    return null;
  const milliseconds = at.length === 19 ? "000" : at.slice(20).padEnd(3, "0");
  return `${at.slice(0, 10)}T${at.slice(11, 19)}.${milliseconds}Z`;
}

function quotedOrNull(value: string): string {
  return value === "" ? "null" : quoted(value.slice(valueMark.length));
}

function canonicalText(json: string): string {
  return canonicalParsed(JSON.parse(json));
}

function canonicalOrNull(value: string): string {
  return value === "" ? "null" : canonicalText(value.slice(valueMark.length));
}
