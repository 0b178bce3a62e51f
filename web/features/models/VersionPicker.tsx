"use client";

import { type FormEvent, useId, useRef, useState } from "react";
import type { Stage } from "../../gql/graphql.ts";
import { Button } from "../../ui/Button.tsx";
import { Field, inputClass } from "../../ui/Field.tsx";
import { sentenceCase } from "../../ui/format.ts";
import styles from "./comparison.module.css";
import { versionToAdd } from "./comparison.ts";

/**
 * Which versions are compared, each to be taken out, and a field that takes one more by its number: of some versions or of thousands. The
 * newest are offered while it is typed.
 */
export function VersionPicker(props: {
  chosen: readonly number[];
  /** The newest first. */
  newest: readonly { version: number; stage: Stage }[];
  /** Whether fewer than two may be left, since these can't be compared. */
  mayEmpty: boolean;
  onChange: (chosen: number[]) => void;
}) {
  const { chosen, newest, mayEmpty, onChange } = props;
  const field = useRef<HTMLInputElement>(null);
  const offered = useId();
  const [typed, setTyped] = useState("");
  const [problem, setProblem] = useState<string>();
  const change = (next: number[]) => {
    onChange(next.sort((one, other) => one - other));
    setTyped("");
    setProblem(undefined);
    field.current?.focus();
  };
  const add = (event: FormEvent) => {
    event.preventDefault();
    const found = versionToAdd(typed, chosen, newest[0]?.version ?? 0);
    if ("problem" in found) setProblem(found.problem);
    else change([...chosen, found.version]);
  };
  const removable = chosen.length > 2 || mayEmpty;
  return (
    <div className={styles.picker}>
      <ul className={styles.picked} aria-label="Versions compared">
        {chosen.map((version) => (
          <li key={version}>
            Version {version}
            {removable && (
              <Button
                small
                look="quiet"
                aria-label={`Take version ${version} out`}
                onClick={() => change(chosen.filter((each) => each !== version))}
              >
                ✕
              </Button>
            )}
          </li>
        ))}
      </ul>
      <form className={styles.adding} onSubmit={add}>
        <Field label="Add a version by its number" problem={problem}>
          {(ids) => (
            <input
              {...ids}
              ref={field}
              className={inputClass}
              list={offered}
              inputMode="numeric"
              autoComplete="off"
              value={typed}
              onChange={({ target }) => {
                setTyped(target.value);
                setProblem(undefined);
              }}
            />
          )}
        </Field>
        <Button type="submit">Add</Button>
        <datalist id={offered}>
          {newest
            .filter(({ version }) => !chosen.includes(version))
            .map(({ version, stage }) => (
              <option key={version} value={version}>
                {sentenceCase(stage)}
              </option>
            ))}
        </datalist>
      </form>
    </div>
  );
}
