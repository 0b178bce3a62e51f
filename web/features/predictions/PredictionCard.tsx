import { type FragmentType, graphql, readFragment } from "../../gql/index.ts";
import { Badge } from "../../ui/Badge.tsx";
import { Card } from "../../ui/Card.tsx";
import { Outcome } from "./Outcome.tsx";
import styles from "./predictions.module.css";

export const PredictionCard_card = graphql(`
  fragment PredictionCard_card on PredictionCard {
    model
    version
    value
    label
    probabilities
    inputs {
      name
      title
      description
      label
      evidence
      weak
    }
  }
`);

/** A prediction, how sure it is, and what it rests on. */
export function PredictionCard(props: { card: FragmentType<typeof PredictionCard_card> }) {
  const card = readFragment(PredictionCard_card, props.card);
  return (
    <Card title="Prediction" aside={<Badge>{`${card.model} version ${card.version}`}</Badge>}>
      <div className={styles.stack}>
        <Outcome value={card.value} label={card.label} probabilities={card.probabilities} />
        <dl className={styles.inputs} aria-label="What it rests on">
          {card.inputs.map((input) => (
            <div key={input.name}>
              <dt title={input.description}>{input.title}</dt>
              <dd>
                {input.label} {input.weak && <Badge tone="warn">guessed</Badge>}{" "}
                {input.evidence && (
                  <span className={styles.words}>
                    from <q>{input.evidence}</q>
                  </span>
                )}
              </dd>
            </div>
          ))}
        </dl>
      </div>
    </Card>
  );
}
