import { memo } from "react";
import { type FragmentType, graphql, readFragment } from "../../gql/index.ts";
import { Badge } from "../../ui/Badge.tsx";
import { Card } from "../../ui/Card.tsx";
import { headlineMetric, sentenceCase } from "../../ui/format.ts";
import { Link } from "../../ui/Link.tsx";
import styles from "./models.module.css";

export const ModelSummary_model = graphql(`
  fragment ModelSummary_model on Model {
    id
    name
    description
    task
    production {
      id
      version
      metrics {
        name
        value
        split
      }
    }
    versions(first: 1) {
      totalCount
      nodes {
        id
        version
        stage
      }
    }
  }
`);

/** A model in a list: what it is for, and what answers predictions of it. */
export const ModelSummary = memo(function ModelSummary(props: { model: FragmentType<typeof ModelSummary_model> }) {
  const model = readFragment(ModelSummary_model, props.model);
  const measure = model.production && headlineMetric(model.production.metrics);
  const newest = model.versions.nodes[0];
  return (
    <Card
      title={<Link href={`/models/${encodeURIComponent(model.name)}`}>{model.name}</Link>}
      aside={
        model.production ? (
          <Badge tone="good">v{model.production.version} in production</Badge>
        ) : (
          <Badge tone={newest?.stage === "CANDIDATE" ? "accent" : "neutral"}>
            {newest?.stage === "CANDIDATE" ? `v${newest.version} waits to be promoted` : "not in production"}
          </Badge>
        )
      }
    >
      <div className={styles.stack}>
        <p>{model.description}</p>
        <p className={styles.muted}>
          {sentenceCase(model.task)} · {model.versions.totalCount}{" "}
          {model.versions.totalCount === 1 ? "version" : "versions"}
          {measure && ` · ${measure}`}
        </p>
      </div>
    </Card>
  );
});
