"use client";

import { type ReactNode, useState } from "react";
import { useQuery } from "urql";
import type { Task, TrainModelInput } from "../../gql/graphql.ts";
import { graphql } from "../../gql/index.ts";
import { operation } from "../../graphql/operation.ts";
import { Field, inputClass } from "../../ui/Field.tsx";
import { inWords } from "../../ui/format.ts";
import styles from "./training.module.css";

const TrainingSettingsQuery = operation(
  graphql(`
    query TrainingSettings {
      trainingOptions {
        testSize
        smallestTestSize
        largestTestSize
        seed
        algorithms {
          name
          tasks
        }
      }
    }
  `),
);

/** GraphQL's Int ends here, and so do seeds. */
const largestSeed = 2_147_483_647;

/** The controls of how to train, and what they amount to. What is left as it is stays the server's to decide. */
export function useTrainingSettings(task: Task | undefined): {
  fields: ReactNode;
  input: Omit<TrainModelInput, "model">;
} {
  // What may be chosen changes with the release alone.
  const [{ data }] = useQuery({ query: TrainingSettingsQuery });
  const [algorithm, setAlgorithm] = useState("");
  const [testPercent, setTestPercent] = useState<string>();
  const [seed, setSeed] = useState("");
  const options = data?.trainingOptions;
  const shownPercent = testPercent ?? (options ? String(options.testSize * 100) : "");
  const possible = options?.algorithms.filter(({ tasks }) => task && tasks.includes(task)) ?? [];
  // Another model may have been chosen since, which can't be learned so.
  const chosen = possible.some(({ name }) => name === algorithm) ? algorithm : "";
  const input = {
    ...(chosen && { algorithm: chosen }),
    ...(shownPercent.trim() !== "" && { testSize: Number(shownPercent) / 100 }),
    ...(seed.trim() !== "" && { seed: Number(seed) }),
  };
  const fields = (
    <div className={styles.row}>
      <Field label="Algorithm">
        {(ids) => (
          <select {...ids} className={inputClass} value={chosen} onChange={(event) => setAlgorithm(event.target.value)}>
            <option value="">Its own</option>
            {possible.map(({ name }) => (
              <option key={name} value={name}>
                {inWords(name)}
              </option>
            ))}
          </select>
        )}
      </Field>
      <Field label="Held out for measuring (%)">
        {(ids) => (
          <input
            {...ids}
            className={inputClass}
            type="number"
            {...(options && { min: options.smallestTestSize * 100, max: options.largestTestSize * 100 })}
            step="any"
            required
            value={shownPercent}
            onChange={(event) => setTestPercent(event.target.value)}
          />
        )}
      </Field>
      <Field label="Seed (optional)">
        {(ids) => (
          <input
            {...ids}
            className={inputClass}
            type="number"
            min={0}
            max={largestSeed}
            step={1}
            placeholder={options ? String(options.seed) : ""}
            value={seed}
            onChange={(event) => setSeed(event.target.value)}
          />
        )}
      </Field>
    </div>
  );
  return { fields, input };
}
