"use client";

import { lazy, memo, Suspense, useState } from "react";
import { type FragmentType, graphql, readFragment } from "../../gql/index.ts";
import { Badge } from "../../ui/Badge.tsx";
import { Button } from "../../ui/Button.tsx";
import { Card } from "../../ui/Card.tsx";
import { Spinner } from "../../ui/Spinner.tsx";
import { useViewer } from "../identity/use-viewer.ts";
import styles from "./models.module.css";

export const ModelLabels_model = graphql(`
  fragment ModelLabels_model on Model {
    id
    name
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

const LabelEditor = lazy(() => import("./LabelEditor.tsx"));

/** The names that versions go by, and the model's tags, to be changed where they stand. */
export const ModelLabels = memo(function ModelLabels(props: { model: FragmentType<typeof ModelLabels_model> }) {
  const { name: model, aliases, tags } = readFragment(ModelLabels_model, props.model);
  const { may } = useViewer();
  const [editing, setEditing] = useState(false);
  return (
    <Card
      title="Aliases and tags"
      aside={
        may("models:write") && (
          <Button
            small
            aria-expanded={editing}
            aria-label={editing ? "Done with the aliases and tags" : "Edit the aliases and tags"}
            onClick={() => setEditing(!editing)}
          >
            {editing ? "Done" : "Edit"}
          </Button>
        )
      }
    >
      {editing ? (
        <Suspense fallback={<Spinner label="Opening the fields" />}>
          <LabelEditor
            model={model}
            aliases={aliases.map(({ name, version }) => ({ name, version: version.version }))}
            tags={tags}
          />
        </Suspense>
      ) : aliases.length + tags.length === 0 ? (
        <p className={styles.muted}>
          None. An alias is a name of one's own for a version; a tag says something of the model.
        </p>
      ) : (
        <ul className={styles.features}>
          {aliases.map(({ name, version }) => (
            <li key={`alias ${name}`}>
              <Badge tone="accent">{name}</Badge> is version {version.version}
            </li>
          ))}
          {tags.map(({ key, value }) => (
            <li key={`tag ${key}`} className={styles.broken}>
              {key}: {value}
            </li>
          ))}
        </ul>
      )}
    </Card>
  );
});
