"use client";

import { type MouseEvent, type ReactNode, useEffect, useRef } from "react";
import { ButtonLink } from "../../ui/ButtonLink.tsx";
import styles from "./VersionTable.module.css";

/** Where the pages beside a page begin: null is the first one, undefined none. */
export interface PagesBeside {
  newer: number | null | undefined;
  older: number | null | undefined;
}

/** Leads from one page of the versions to the next. They are links: each page has an address of its own. */
export function VersionPager(props: {
  label: string;
  place: string;
  pages: PagesBeside;
  hrefOf: (below: number | null) => string;
  onShow: (below: number | null) => void;
}) {
  const { pages, onShow } = props;
  const nav = useRef<HTMLElement>(null);
  const used = useRef(false);
  // biome-ignore lint/correctness/useExhaustiveDependencies: another page is there, and the link that was pressed may be gone with the last one
  useEffect(() => {
    if (used.current && document.activeElement === document.body) nav.current?.focus({ preventScroll: true });
    used.current = false;
  }, [props.place]);
  const link = (below: number | null | undefined, words: ReactNode) =>
    below !== undefined && (
      <ButtonLink
        small
        href={props.hrefOf(below)}
        onClick={(event: MouseEvent) => {
          if (event.metaKey || event.ctrlKey || event.shiftKey || event.altKey) return;
          event.preventDefault();
          used.current = true;
          onShow(below);
        }}
      >
        {words}
      </ButtonLink>
    );
  return (
    <nav ref={nav} className={styles.pager} aria-label={props.label} tabIndex={-1}>
      <p className={styles.place} role="status">
        {props.place}
      </p>
      {pages.newer !== null && pages.newer !== undefined && link(null, "Newest")}
      {link(pages.newer, "‹ Newer")}
      {link(pages.older, "Older ›")}
    </nav>
  );
}
