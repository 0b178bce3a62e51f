"use client";

import { useQuery } from "urql";
import styles from "./waiting.module.css";
import { WaitingCountQuery, waitingInWords } from "./waiting.ts";

/** Behind the models' entry in the navigation: how many promotions wait for another person. */
export default function WaitingBadge() {
  const [{ data }] = useQuery({ query: WaitingCountQuery });
  const count = data?.proposals.totalCount ?? 0;
  if (count === 0) return null;
  return (
    <>
      {" "}
      <span className={styles.badge} title={waitingInWords(count)} aria-hidden>
        {count > 99 ? "99+" : count}
      </span>
      <span className="visually-hidden">{waitingInWords(count)}</span>
    </>
  );
}
