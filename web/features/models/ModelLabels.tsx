import { type FragmentType, graphql, readFragment } from "../../gql/index.ts";
import { Badge } from "../../ui/Badge.tsx";
import { Card } from "../../ui/Card.tsx";
import styles from "./models.module.css";

export const ModelLabels_model = graphql(`
  fragment ModelLabels_model on Model {
    id
    aliases {
      name
      version {
        id
        version
      }
    }
    tags {
      key
      value
    }
  }
`);

/** The names that versions go by, and the model's tags; nothing where there are none. */
export function ModelLabels(props: { model: FragmentType<typeof ModelLabels_model> }) {
  const { aliases, tags } = readFragment(ModelLabels_model, props.model);
  if (aliases.length + tags.length === 0) return null;
  return (
    <Card title="Aliases and tags">
      <ul className={styles.features}>
        {aliases.map(({ name, version }) => (
          <li key={`alias ${name}`}>
            <Badge tone="accent">{name}</Badge> is version {version.version}
          </li>
        ))}
        {tags.map(({ key, value }) => (
          <li key={`tag ${key}`}>
            {key}: {value}
          </li>
        ))}
      </ul>
    </Card>
  );
}
