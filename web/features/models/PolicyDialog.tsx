"use client";

import { type FormEvent, useId, useState } from "react";
import { useClient } from "urql";
import type { Task } from "../../gql/graphql.ts";
import { graphql } from "../../gql/index.ts";
import { operation } from "../../graphql/operation.ts";
import { problemOf } from "../../graphql/problem-of.ts";
import { Button } from "../../ui/Button.tsx";
import { Dialog } from "../../ui/Dialog.tsx";
import { Field, inputClass } from "../../ui/Field.tsx";
import { inWords } from "../../ui/format.ts";
import { Notice } from "../../ui/Notice.tsx";
import { toast } from "../notifications/toast.ts";
import { undoBy } from "../notifications/undo-by.ts";
import styles from "./models.module.css";
import { PolicyBounds } from "./PolicyBounds.tsx";
import { draftOf, inputOf, type PolicyDraft } from "./policy-draft.ts";
import type { PolicyAsked } from "./policy-words.ts";

const SetPolicyMutation = operation(
  graphql(`
    mutation SetPolicy($input: SetPolicyInput!, $comment: String) {
      setPolicy(input: $input, comment: $comment) {
        __typename
        ... on Model {
          id
          ...PolicyCard_model
        }
        ... on Error {
          code
          message
        }
      }
    }
  `),
);

/** What versions can be compared with production by. */
const comparedBy = (task: Task): readonly string[] =>
  task === "REGRESSION" ? ["rmse", "mae", "r2"] : ["accuracy", "roc_auc", "log_loss"];

/** A policy to be set as a whole. One that somebody else set meanwhile is not overwritten. */
export default function PolicyDialog(props: {
  open: boolean;
  model: string;
  task: Task;
  policy: PolicyAsked & { revision: number };
  onClose: () => void;
}) {
  const { model, task } = props;
  const client = useClient();
  const formId = useId();
  // From the first change on it is about the policy that was seen then.
  const [begun, setBegun] = useState<{ policy: typeof props.policy; draft: PolicyDraft }>();
  const policy = begun?.policy ?? props.policy;
  const [comment, setComment] = useState("");
  const [busy, setBusy] = useState(false);
  const [problem, setProblem] = useState<string>();
  const draft = begun?.draft ?? draftOf(policy);
  const change = (part: Partial<PolicyDraft>) => setBegun({ policy, draft: { ...draft, ...part } });
  const close = () => {
    setBegun(undefined);
    setComment("");
    setProblem(undefined);
    props.onClose();
  };
  const save = async (event: FormEvent) => {
    event.preventDefault();
    if (busy) return;
    setBusy(true);
    const { revision } = policy;
    const input = { ...inputOf(draft), model, expectedRevision: revision };
    const found = problemOf(
      await client.mutation(SetPolicyMutation, { input, comment: comment.trim() || null }).toPromise(),
    );
    setBusy(false);
    if (found) return setProblem(found);
    const before = { ...inputOf(draftOf(policy)), model, expectedRevision: revision + 1 };
    toast(`${model} has another policy.`, {
      undo: undoBy(client, SetPolicyMutation, { input: before, comment: null }, `The policy of ${model} is as it was.`),
    });
    close();
  };
  const check = (label: string, value: "notWorse" | "description" | "parity" | "approval") => (
    <label className={styles.choose}>
      <input type="checkbox" checked={draft[value]} onChange={({ target }) => change({ [value]: target.checked })} />
      {label}
    </label>
  );
  return (
    <Dialog
      open={props.open}
      title={`What a version of ${model} must hold to be promoted`}
      onClose={close}
      actions={
        <>
          <Button onClick={close}>Cancel</Button>
          <Button type="submit" form={formId} look="primary" busy={busy}>
            Set the policy
          </Button>
        </>
      }
    >
      {problem && <Notice tone="bad">{problem}</Notice>}
      <form id={formId} onSubmit={save} className={styles.fields}>
        <PolicyBounds known={comparedBy(task)} bounds={draft.metrics} onChange={(metrics) => change({ metrics })} />
        {check("It is not worse than the version in production", "notWorse")}
        {draft.notWorse && (
          <div className={styles.pair}>
            <Field label="By">
              {(ids) => (
                <select
                  {...ids}
                  className={inputClass}
                  value={draft.notWorseMetric}
                  onChange={({ target }) => change({ notWorseMetric: target.value })}
                >
                  <option value="">What decides</option>
                  {comparedBy(task).map((name) => (
                    <option key={name} value={name}>
                      {inWords(name)}
                    </option>
                  ))}
                </select>
              )}
            </Field>
            <Field label="Worse by at most">
              {(ids) => (
                <input
                  {...ids}
                  className={inputClass}
                  type="number"
                  min={0}
                  step="any"
                  placeholder="0"
                  value={draft.tolerance}
                  onChange={({ target }) => change({ tolerance: target.value })}
                />
              )}
            </Field>
          </div>
        )}
        {check("It has a description", "description")}
        {check("Its file, run anew on the rows held out, gives the metrics that were registered", "parity")}
        {check("A second person approves it", "approval")}
        <Field label="Why (may stay empty)" hint="For those who read the history.">
          {(ids) => (
            <input
              {...ids}
              className={inputClass}
              maxLength={1_000}
              autoComplete="off"
              value={comment}
              onChange={({ target }) => setComment(target.value)}
            />
          )}
        </Field>
      </form>
    </Dialog>
  );
}
