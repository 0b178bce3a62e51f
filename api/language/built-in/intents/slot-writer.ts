import type { SlotEvidence, SlotProblem, Slots } from "../../interpreter.ts";
import type { MessageReading } from "../text/read-message.ts";

/** Collects values with the words that say them. Token indexes, both included. */
export class SlotWriter {
  readonly slots: Slots = {};
  readonly evidence: SlotEvidence[] = [];
  readonly problems: SlotProblem[] = [];
  readonly #reading: MessageReading;

  constructor(reading: MessageReading) {
    this.#reading = reading;
  }

  set<K extends Exclude<keyof Slots, "features">>(
    slot: K,
    value: NonNullable<Slots[K]>,
    first: number,
    last: number,
  ): void {
    const { start, end, text } = this.#words(first, last);
    this.slots[slot] = value;
    this.evidence.push({ slot, value, text, start, end, weak: false });
  }

  /** Notes a value that can't be; its slot stays absent. */
  refuse(slot: string, first: number, last: number, message: string, among: readonly number[] = []): void {
    const { text } = this.#words(first, last);
    this.problems.push({ slot, text, message, ...(among.length > 1 ? { among } : {}) });
  }

  #words(first: number, last: number): { start: number; end: number; text: string } {
    const { tokens, text } = this.#reading;
    const [start, end] = [tokens[first]?.start ?? 0, tokens[last]?.end ?? 0];
    return { start, end, text: text.slice(start, end) };
  }
}
