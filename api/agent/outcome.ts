import type { Card, Focus, ReplyKind } from "../chat/reply.ts";
import { type DomainError, GatesFailedError } from "../platform/errors.ts";

/** What came of one intent; a reply is made of the outcomes of its turn. */
export interface Outcome {
  kind: ReplyKind;
  /** Markdown. */
  content: string;
  cards: Card[];
  suggestions: string[];
  focus: Focus;
  /** What to say next: told where nothing comes behind it in the reply. */
  hint?: string;
  /** What asked for it is served when this run has ended. */
  afterRun?: string;
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
  const content = error instanceof GatesFailedError ? `${error.message}\n\n${checklist(error)}` : error.message;
  return outcome("ERROR", content, { suggestions: ["What models are available?", "Help"] });
}

/** All that was checked, what holds and what does not. */
function checklist({ checklist: gates }: GatesFailedError): string {
  return gates.map(({ passed, detail }) => `- ${passed ? "✓" : "✗"} ${detail}`).join("\n");
}

/** A question that one of a few values answers. */
export interface Ask {
  /** The slot that the chosen value fills. */
  slot: "model" | "version";
  question: string;
  options: { value: string; label: string }[];
}
