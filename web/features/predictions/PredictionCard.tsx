import { type FragmentType, graphql, readFragment } from "../../gql/index.ts";
import { Badge } from "../../ui/Badge.tsx";
import { Card } from "../../ui/Card.tsx";
import { percent } from "../../ui/format.ts";
import { ProbabilityBar } from "./ProbabilityBar.tsx";
import styles from "./predictions.module.css";
import { probabilityOf } from "./probabilities.ts";

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
  const probability = probabilityOf(card.probabilities, card.value);
  return (
    <Card title="Prediction" aside={<Badge>{`${card.model} version ${card.version}`}</Badge>}>
      <div className={styles.stack}>
        <p className={styles.headline}>
          {probability !== undefined && <span className={styles.number}>{percent(probability)}</span>}
          <span className={probability === undefined ? styles.number : styles.label}>
            {probability === undefined ? card.label : `probability of “${card.label}”`}
          </span>
        </p>
        {probability !== undefined && <ProbabilityBar probability={probability} label={card.label} />}
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
