import type { Card, Focus, ReplyKind } from "../chat/reply.ts";
import type { DomainError } from "../platform/errors.ts";

/** What came of one intent; a reply is made of the outcomes of its turn. */
export interface Outcome {
  kind: ReplyKind;
  /** Markdown. */
  content: string;
  cards: Card[];
  suggestions: string[];
  focus: Focus;
}

export function outcome(
  kind: ReplyKind,
  content: string,
  more: Partial<Omit<Outcome, "kind" | "content">> = {},
): Outcome {
  return { kind, content, cards: [], suggestions: [], focus: {}, ...more };
}

/** An expected failure, as a reply. */
export function refusal(error: DomainError): Outcome {
  return outcome("ERROR", error.message, { suggestions: ["What models are available?", "Help"] });
}

/** A question that one of a few values answers. */
export interface Ask {
  /** The slot that the chosen value fills. */
  slot: "model" | "version";
  question: string;
  options: { value: string; label: string }[];
}
