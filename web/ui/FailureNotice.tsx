import type { CombinedError } from "urql";
import { failureText, isUnsigned } from "../graphql/failure.ts";
import { Button } from "./Button.tsx";
import { Notice } from "./Notice.tsx";

/**
 * Says why something could not be read, with a button that asks again past the cache. Who is not signed in is told what to do: it is done
 * elsewhere, and the page is loaded anew then.
 */
export function FailureNotice(props: {
  error: CombinedError;
  refetch: (options: { requestPolicy: "network-only" }) => void;
}) {
  const unsigned = isUnsigned(props.error);
  return (
    <Notice
      tone="bad"
      action={
        <Button
          small
          onClick={() => (unsigned ? window.location.reload() : props.refetch({ requestPolicy: "network-only" }))}
        >
          {unsigned ? "I have signed in" : "Try again"}
        </Button>
      }
    >
      {unsigned && <strong>You are not signed in. </strong>}
      {failureText(props.error)}
      {unsigned && " If you don't know where, ask whoever runs this."}
    </Notice>
  );
}
