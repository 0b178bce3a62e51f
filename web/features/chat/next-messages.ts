import type { Stage, TrainingStatus } from "../../gql/graphql.ts";

/** What of a turn's cards decides what is good to say next. */
interface SuggestingCard {
  __typename: string;
  run?: {
    model: string;
    status: TrainingStatus;
    version?: { stage: Stage } | null;
  } | null;
  /** What the card's own buttons say. */
  said?: readonly string[];
  trainable?: readonly { command: string }[];
  rows?: readonly { name: string; production?: number | null; latest?: number | null }[];
}

/**
 * Messages that are good to say after a turn. Those of a training follow how it goes, which was not known when the reply was made;
 * those that a card has as buttons are not offered twice.
 */
export function nextMessages(turn: { suggestions: readonly string[]; cards: readonly SuggestingCard[] }): string[] {
  const run = turn.cards.findLast(({ run }) => run)?.run;
  const onCards = new Set(
    turn.cards.flatMap(({ said = [], trainable = [], rows = [] }) => [
      ...said,
      ...trainable.map(({ command }) => command),
      ...rows.flatMap(({ name, production, latest }) =>
        latest && !production ? [`Promote version ${latest} of ${name}`] : [],
      ),
    ]),
  );
  return (run ? afterTraining(run, turn.suggestions) : turn.suggestions).filter((message) => !onCards.has(message));
}

function afterTraining(
  { model, status, version }: NonNullable<SuggestingCard["run"]>,
  asked: readonly string[],
): readonly string[] {
  switch (status) {
    case "QUEUED":
    case "RUNNING":
      return asked;
    case "SUCCEEDED":
      return version?.stage === "CANDIDATE" ? ["Promote it", `Tell me about ${model}`] : [`Tell me about ${model}`];
    case "FAILED":
    case "CANCELLED":
      return [`Train the ${model} model`];
  }
}
