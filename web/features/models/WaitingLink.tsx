"use client";

import { useQuery } from "urql";
import { Link } from "../../ui/Link.tsx";
import styles from "./waiting.module.css";
import { WaitingCountQuery, waitingId, waitingInWords } from "./waiting.ts";

/** Where it is narrow the navigation is out of sight: on top of the page stands what waits, and leads there. */
export function WaitingLink() {
  const [{ data }] = useQuery({ query: WaitingCountQuery });
  const count = data?.proposals.totalCount ?? 0;
  if (count === 0) return null;
  return (
    <Link className={styles.link} href={`/models#${waitingId}`}>
      {waitingInWords(count)}
    </Link>
  );
}
