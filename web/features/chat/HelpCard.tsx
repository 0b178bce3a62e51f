import { type FragmentType, graphql, readFragment } from "../../gql/index.ts";
import { Card } from "../../ui/Card.tsx";
import { PromptList } from "./PromptList.tsx";

export const HelpCard_card = graphql(`
  fragment HelpCard_card on HelpCard {
    title
    suggestions
  }
`);

/** What can be said here. */
export function HelpCard(props: { card: FragmentType<typeof HelpCard_card>; onSay: (message: string) => void }) {
  const card = readFragment(HelpCard_card, props.card);
  return (
    <Card title={card.title}>
      <PromptList label={card.title} prompts={card.suggestions} onSay={props.onSay} />
    </Card>
  );
}
