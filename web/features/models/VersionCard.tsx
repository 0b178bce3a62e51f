import { type FragmentType, graphql, readFragment } from "../../gql/index.ts";
import { Card } from "../../ui/Card.tsx";
import { Disclosure } from "../../ui/Disclosure.tsx";
import { inWords } from "../../ui/format.ts";
import { Link } from "../../ui/Link.tsx";
import { Time } from "../../ui/Time.tsx";
import { FeatureList } from "./FeatureList.tsx";
import { MetricList } from "./MetricList.tsx";
import { madeBy } from "./made-by.ts";
import styles from "./models.module.css";
import { StageBadge } from "./StageBadge.tsx";

export const VersionCard_card = graphql(`
  fragment VersionCard_card on VersionCard {
    model
    version
    stage
    algorithm
    createdAt
    createdBy
    metrics {
      ...MetricList_metric
    }
    features {
      ...FeatureList_feature
    }
    dataset {
      name
      rows
      sha256
    }
  }
`);

/** One version of a model: where it stands, how good it is, what it was made of. */
export function VersionCard(props: { card: FragmentType<typeof VersionCard_card> }) {
  const card = readFragment(VersionCard_card, props.card);
  return (
    <Card
      title={
        <Link href={`/models/${encodeURIComponent(card.model)}`}>
          {card.model} version {card.version}
        </Link>
      }
      aside={<StageBadge stage={card.stage} />}
    >
      <div className={styles.stack}>
        <MetricList metrics={card.metrics} />
        <p className={styles.muted}>
          {inWords(card.algorithm)} · {madeBy(card)}, <Time at={card.createdAt} />
          {card.dataset && ` · ${card.dataset.name} data of ${card.dataset.rows} rows in all`}
        </p>
        <Disclosure summary={`Features (${card.features.length})`}>
          <FeatureList features={card.features} />
        </Disclosure>
      </div>
    </Card>
  );
}
