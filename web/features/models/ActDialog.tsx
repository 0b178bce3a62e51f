"use client";

import { type ReactNode, useState } from "react";
import type { CombinedError } from "urql";
import { failureText } from "../../graphql/failure.ts";
import { Button } from "../../ui/Button.tsx";
import { Dialog } from "../../ui/Dialog.tsx";
import { Notice } from "../../ui/Notice.tsx";
import { useToast } from "../../ui/Toast.tsx";
import styles from "./models.module.css";

/** What an act came to: its result (with a message when it was refused), or why it could not be asked for. */
export interface ActResult {
  result: { __typename: string; message?: string } | undefined;
  error: CombinedError | undefined;
}

/** Says what an act will change, does it on a yes, and tells what came of it. */
export function ActDialog(props: {
  open: boolean;
  title: string;
  effects: string[];
  confirm: string;
  danger?: boolean;
  /** Something more is needed before the act can be confirmed. */
  blocked?: boolean;
  children?: ReactNode;
  done: string;
  act: () => Promise<ActResult>;
  onDone?: () => void;
  onClose: () => void;
}) {
  const [busy, setBusy] = useState(false);
  const [failure, setFailure] = useState<string>();
  const toast = useToast();
  const close = () => {
    setFailure(undefined);
    props.onClose();
  };
  const confirm = async () => {
    setBusy(true);
    setFailure(undefined);
    const { result, error } = await props.act();
    setBusy(false);
    const problem = error ? failureText(error) : result?.message;
    if (problem) return setFailure(problem);
    toast(props.done);
    props.onDone?.();
    close();
  };
  return (
    <Dialog
      open={props.open}
      title={props.title}
      onClose={close}
      actions={
        <>
          <Button onClick={close}>Cancel</Button>
          <Button look={props.danger ? "danger" : "primary"} busy={busy} disabled={props.blocked} onClick={confirm}>
            {props.confirm}
          </Button>
        </>
      }
    >
      <ul className={styles.effects}>
        {props.effects.map((effect) => (
          <li key={effect}>{effect}</li>
        ))}
      </ul>
      {props.children}
      {failure && <Notice tone="bad">{failure}</Notice>}
    </Dialog>
  );
}
