import type { CombinedError } from "urql";
import { failureText } from "../graphql/failure.ts";
import { Button } from "./Button.tsx";
import { Notice } from "./Notice.tsx";

/** Says why something could not be read, with a button that asks again past the cache. */
export function FailureNotice(props: {
  error: CombinedError;
  refetch: (options: { requestPolicy: "network-only" }) => void;
}) {
  return (
    <Notice
      tone="bad"
      action={
        <Button small onClick={() => props.refetch({ requestPolicy: "network-only" })}>
          Try again
        </Button>
      }
    >
      {failureText(props.error)}
    </Notice>
  );
}
