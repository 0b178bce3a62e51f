import type { CombinedError } from "urql";
import { FailureNotice } from "../../ui/FailureNotice.tsx";
import { Link } from "../../ui/Link.tsx";
import { Notice } from "../../ui/Notice.tsx";

/** In the place of a conversation that can't be shown: it could not be read, or there is none (any more). */
export default function NoThread(props: {
  error: CombinedError | undefined;
  refetch: (options: { requestPolicy: "network-only" }) => void;
}) {
  if (props.error) return <FailureNotice error={props.error} refetch={props.refetch} />;
  return (
    <Notice>
      There is no such conversation. If it was open here before, it has been deleted since.{" "}
      <Link href="/">Begin a new one</Link>
    </Notice>
  );
}
