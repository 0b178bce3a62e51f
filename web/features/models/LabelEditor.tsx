"use client";

import { type FormEvent, type ReactNode, useState } from "react";
import { type AnyVariables, type TypedDocumentNode, useClient } from "urql";
import { problemOf } from "../../graphql/problem-of.ts";
import { Button } from "../../ui/Button.tsx";
import { Field, inputClass } from "../../ui/Field.tsx";
import { Notice } from "../../ui/Notice.tsx";
import { toast } from "../notifications/toast.ts";
import { undoBy } from "../notifications/undo-by.ts";
import styles from "./models.module.css";
import { DeleteAliasMutation, DeleteTagMutation, SetAliasMutation, SetTagMutation } from "./registry-mutations.ts";

/** Aliases and tags, each to be taken away, and new ones to be set; one that is there already is changed. All of it can be taken back. */
export default function LabelEditor(props: {
  model: string;
  aliases: readonly { name: string; version: number }[];
  tags: readonly { key: string; value: string }[];
}) {
  const { model, aliases, tags } = props;
  const client = useClient();
  const [busy, setBusy] = useState("");
  const [problem, setProblem] = useState<string>();

  /** @returns whether it was done */
  const act = async <Result, Variables extends AnyVariables>(
    what: string,
    document: TypedDocumentNode<Result, Variables>,
    variables: Variables,
    done: string,
    undo: ReturnType<typeof undoBy>,
  ) => {
    setBusy(what);
    const found = problemOf(await client.mutation(document, variables).toPromise());
    setBusy("");
    setProblem(found);
    if (!found) toast(done, { undo });
    return !found;
  };
  const setAlias = (name: string, version: number) => {
    const before = aliases.find((alias) => alias.name === name);
    const undo = before
      ? undoBy(client, SetAliasMutation, { model, alias: name, version: before.version }, `${name} is back.`)
      : undoBy(client, DeleteAliasMutation, { model, alias: name }, `The alias ${name} is gone again.`);
    const done = `${name} is version ${version} of ${model}.`;
    return act("alias", SetAliasMutation, { model, alias: name, version }, done, undo);
  };
  const deleteAlias = (name: string, version: number) =>
    act(
      `alias ${name}`,
      DeleteAliasMutation,
      { model, alias: name },
      `The alias ${name} of ${model} was deleted.`,
      undoBy(client, SetAliasMutation, { model, alias: name, version }, `${name} is version ${version} again.`),
    );
  const setTag = (key: string, value: string) => {
    const before = tags.find((tag) => tag.key === key);
    const undo = before
      ? undoBy(client, SetTagMutation, { model, key, value: before.value }, `The tag ${key} is ${before.value} again.`)
      : undoBy(client, DeleteTagMutation, { model, key }, `The tag ${key} is gone again.`);
    return act("tag", SetTagMutation, { model, key, value }, `The tag ${key} of ${model} is set.`, undo);
  };
  const deleteTag = (key: string, value: string) =>
    act(
      `tag ${key}`,
      DeleteTagMutation,
      { model, key },
      `The tag ${key} of ${model} was deleted.`,
      undoBy(client, SetTagMutation, { model, key, value }, `The tag ${key} is back.`),
    );

  return (
    <div className={styles.stack}>
      {problem && <Notice tone="bad">{problem}</Notice>}
      <ul className={styles.trainable}>
        {aliases.map(({ name, version }) => (
          <li key={`alias ${name}`}>
            <span>
              {name} is version {version}
            </span>
            <Button
              small
              busy={busy === `alias ${name}`}
              aria-label={`Delete the alias ${name}`}
              onClick={() => void deleteAlias(name, version)}
            >
              Delete
            </Button>
          </li>
        ))}
        {tags.map(({ key, value }) => (
          <li key={`tag ${key}`}>
            <span className={styles.broken}>
              {key}: {value}
            </span>
            <Button
              small
              busy={busy === `tag ${key}`}
              aria-label={`Delete the tag ${key}`}
              onClick={() => void deleteTag(key, value)}
            >
              Delete
            </Button>
          </li>
        ))}
      </ul>
      <Pair
        first="Alias"
        second="Version"
        type="number"
        button="Set the alias"
        busy={busy === "alias"}
        onSet={(alias, version) => setAlias(alias, Number(version))}
      />
      <Pair first="Tag" second="Value" type="text" button="Set the tag" busy={busy === "tag"} onSet={setTag} />
    </div>
  );
}

/** A name and what it stands for. Emptied when that was set. */
function Pair(props: {
  first: string;
  second: string;
  type: "text" | "number";
  button: ReactNode;
  busy: boolean;
  onSet: (first: string, second: string) => Promise<boolean>;
}) {
  const [name, setName] = useState("");
  const [value, setValue] = useState("");
  const submit = async (event: FormEvent) => {
    event.preventDefault();
    if (props.busy || !(await props.onSet(name.trim(), value))) return;
    setName("");
    setValue("");
  };
  return (
    <form className={styles.pair} onSubmit={submit}>
      <Field label={props.first}>
        {(ids) => (
          <input
            {...ids}
            className={inputClass}
            required
            maxLength={250}
            autoComplete="off"
            value={name}
            onChange={({ target }) => setName(target.value)}
          />
        )}
      </Field>
      <Field label={props.second}>
        {(ids) => (
          <input
            {...ids}
            className={inputClass}
            type={props.type}
            {...(props.type === "number" ? { required: true, min: 1, step: 1 } : { maxLength: 5_000 })}
            value={value}
            onChange={({ target }) => setValue(target.value)}
          />
        )}
      </Field>
      <Button type="submit" small busy={props.busy}>
        {props.button}
      </Button>
    </form>
  );
}
