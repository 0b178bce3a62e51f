"use client";

import { usePathname } from "next/navigation";
import { lazy, Suspense } from "react";
import { InBrowser } from "../../ui/InBrowser.tsx";
import { Link } from "../../ui/Link.tsx";
import { ThemeToggle } from "../../ui/ThemeToggle.tsx";
import { Brand } from "./Brand.tsx";
import styles from "./shell.module.css";

// Its content is read in the browser anyway: what makes it need not be there for the first paint.
const ThreadList = lazy(() => import("../chat/ThreadList.tsx"));
const WaitingBadge = lazy(() => import("../models/WaitingBadge.tsx"));

const places = [
  { href: "/models", label: "Models" },
  { href: "/training", label: "Training" },
  { href: "/audit", label: "Audit log" },
  { href: "/settings", label: "Settings" },
];

/** Where one can go. @param media where it is in sight, as a media query: elsewhere the conversations are not even read */
export function Sidebar({ media }: { media?: string }) {
  const pathname = usePathname();
  return (
    <div className={styles.sidebar}>
      <Brand />
      <Link href="/" className={styles.newChat} aria-current={pathname === "/" ? "page" : undefined}>
        <span aria-hidden>+</span> New chat
      </Link>
      <nav className={styles.places} aria-label="Pages">
        {places.map(({ href, label }) => (
          <Link
            key={href}
            href={href}
            className={styles.place}
            aria-current={pathname.startsWith(href) ? "page" : undefined}
          >
            {label}
            {href === "/models" && (
              <InBrowser media={media}>
                <Suspense>
                  <WaitingBadge />
                </Suspense>
              </InBrowser>
            )}
          </Link>
        ))}
        <a href="/graphql" className={styles.place}>
          GraphQL
        </a>
      </nav>
      <div className={styles.threads}>
        <InBrowser media={media}>
          <Suspense>
            <ThreadList />
          </Suspense>
        </InBrowser>
      </div>
      <ThemeToggle />
    </div>
  );
}
