"use client";

import { type FormEvent, type ReactNode, useId, useState } from "react";
import { type CombinedError, useQuery } from "urql";
import type { PlannedAction } from "../../gql/graphql.ts";
import { graphql } from "../../gql/index.ts";
import { failureText } from "../../graphql/failure.ts";
import { operation } from "../../graphql/operation.ts";
import { Button } from "../../ui/Button.tsx";
import { Dialog } from "../../ui/Dialog.tsx";
import { Field, inputClass } from "../../ui/Field.tsx";
import { Notice } from "../../ui/Notice.tsx";
import { Spinner } from "../../ui/Spinner.tsx";
import type { Undo } from "../notifications/note.ts";
import { toast } from "../notifications/toast.ts";
import styles from "./models.module.css";
import { PlanDetails } from "./PlanDetails.tsx";

const PlanQuery = operation(
  graphql(`
    query Plan($action: PlannedAction!, $model: String!, $version: Int) {
      plan(action: $action, model: $model, version: $version) {
        __typename
        ... on ActionPlan {
          question
          effects
          digest
          gates {
            name
            ...PlanDetails_gate
          }
        }
        ... on GatesFailedError {
          gates {
            name
            ...PlanDetails_gate
          }
        }
        ... on Error {
          code
          message
        }
      }
    }
  `),
);

/** What an act came to: its result (with a code and a message when it was refused), or why it could not be asked for. */
export interface ActResult {
  result: { __typename: string; code?: string; message?: string } | undefined;
  error: CombinedError | undefined;
}

/** The longest reason that the history takes. */
const longestComment = 1_000;

/**
 * Shows the act's own plan, does exactly that on a yes, and tells what came of it. When something moved in between, nothing is done
 * and the new plan is shown.
 */
export function ActDialog(props: {
  open: boolean;
  action: PlannedAction;
  model: string;
  version?: number;
  /** Stands above until the plan, which asks its own question, is there. */
  title: string;
  confirm: string;
  danger?: boolean;
  /** Something more is needed before the act can be confirmed. */
  blocked?: boolean;
  children?: ReactNode;
  /** What to say when it is done; by what came of it, where that may be one thing or another. */
  done: string | ((result: ActResult["result"]) => string);
  act: (planDigest: string, comment: string | null) => Promise<ActResult>;
  /** How it is taken back, where that can be. */
  undo?: Undo | undefined;
  onDone?: () => void;
  onClose: () => void;
}) {
  const { action, model, version = null } = props;
  const formId = useId();
  const [busy, setBusy] = useState(false);
  const [failure, setFailure] = useState<string>();
  const [comment, setComment] = useState("");
  const [{ data, error, fetching }, look] = useQuery({
    query: PlanQuery,
    variables: { action, model, version },
    pause: !props.open,
    requestPolicy: "network-only",
  });
  const answer = fetching ? undefined : data?.plan;
  const plan = answer?.__typename === "ActionPlan" ? answer : undefined;
  const refusal = answer && answer.__typename !== "ActionPlan" ? answer.message : error && failureText(error);

  const close = () => {
    setFailure(undefined);
    setComment("");
    props.onClose();
  };
  const confirm = async (event: FormEvent) => {
    event.preventDefault();
    if (!plan || busy || props.blocked) return;
    setBusy(true);
    setFailure(undefined);
    const { result, error: unsent } = await props.act(plan.digest, comment.trim() || null);
    setBusy(false);
    const problem = unsent ? failureText(unsent) : result?.message;
    if (problem) {
      if (result?.code === "STALE_PLAN") look({ requestPolicy: "network-only" });
      return setFailure(problem);
    }
    toast(typeof props.done === "string" ? props.done : props.done(result), { undo: props.undo });
    props.onDone?.();
    close();
  };
  return (
    <Dialog
      open={props.open}
      title={plan?.question ?? props.title}
      onClose={close}
      actions={
        <>
          <Button onClick={close}>{refusal ? "Close" : "Cancel"}</Button>
          {!refusal && (
            <Button
              type="submit"
              form={formId}
              look={props.danger ? "danger" : "primary"}
              busy={busy}
              disabled={!plan || props.blocked}
            >
              {props.confirm}
            </Button>
          )}
        </>
      }
    >
      {failure && <Notice tone="bad">{failure}</Notice>}
      {refusal ? (
        <>
          <Notice tone="bad">{refusal}</Notice>
          {answer?.__typename === "GatesFailedError" && <PlanDetails effects={[]} gates={answer.gates} />}
        </>
      ) : plan ? (
        <PlanDetails effects={plan.effects} gates={plan.gates} />
      ) : (
        <Spinner label="Working out what would change" />
      )}
      <form id={formId} onSubmit={confirm} className={styles.fields}>
        {!refusal && props.children}
        {plan && (
          <Field label="Why (may stay empty)" hint="For those who read the history.">
            {(ids) => (
              <input
                {...ids}
                className={inputClass}
                maxLength={longestComment}
                autoComplete="off"
                value={comment}
                onChange={({ target }) => setComment(target.value)}
              />
            )}
          </Field>
        )}
      </form>
    </Dialog>
  );
}
