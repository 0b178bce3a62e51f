"use client";

import { lazy, Suspense, useState } from "react";
import { Button } from "../../ui/Button.tsx";
import { Card } from "../../ui/Card.tsx";
import { Spinner } from "../../ui/Spinner.tsx";
import styles from "./models.module.css";
import { Reproduction } from "./Reproduction.tsx";

const ModelCard = lazy(() => import("./ModelCard.tsx"));

/** What is written down of a version: its model card, to read or to save, and whether it can be made again. */
export function VersionRecord({ model, version }: { model: string; version: number }) {
  // Made anew each time it is wanted, which takes a look at the data.
  const [wanted, setWanted] = useState(false);
  return (
    <Card
      title={`The record of version ${version}`}
      aside={
        // A file, not a page: the browser fetches it itself.
        <a
          href={`/models/${encodeURIComponent(model)}/versions/${version}/card.md`}
          download={`${model}-${version}.md`}
          aria-label={`Save the card of version ${version}`}
        >
          Save the card
        </a>
      }
    >
      <div className={styles.stack}>
        <Reproduction model={model} version={version} />
        {wanted ? (
          <Suspense fallback={<Spinner label="Reading the model card" />}>
            <ModelCard model={model} version={version} />
          </Suspense>
        ) : (
          <div>
            <Button small onClick={() => setWanted(true)}>
              Show the model card
            </Button>
          </div>
        )}
      </div>
    </Card>
  );
}
