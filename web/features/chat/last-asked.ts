/** A turn and the questions that its cards ask. */
export interface AskingTurn {
  id: string;
  cards: readonly { __typename: string; requestId?: string }[];
}

/** Which turn's card asked a question last: request id to turn id. */
export type LastAsked = ReadonlyMap<string, string>;

/** @param turns in the order said */
export function lastAsked(turns: readonly AskingTurn[]): LastAsked {
  return new Map(
    turns.flatMap(({ id, cards }) => cards.flatMap(({ requestId }) => (requestId ? [[requestId, id] as const] : []))),
  );
}

/** Whether a later turn's card asks the same question: then only that one is live. */
export function isAskedAgain({ id, cards }: AskingTurn, asked: LastAsked): boolean {
  return cards.some(({ requestId }) => requestId !== undefined && (asked.get(requestId) ?? id) !== id);
}
