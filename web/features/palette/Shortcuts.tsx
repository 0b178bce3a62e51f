"use client";

import { lazy, Suspense, useEffect, useState } from "react";

// Fetched when it is asked for: the first page only listens for the keys.
const CommandPalette = lazy(() => import("./CommandPalette.tsx"));
const ShortcutHelp = lazy(() => import("./ShortcutHelp.tsx"));

/** Listens for the keys that work on every page. */
export default function Shortcuts() {
  const [shown, setShown] = useState<"palette" | "help">();
  useEffect(() => {
    const onKeyDown = (event: KeyboardEvent) => {
      const { key, target } = event;
      // A dialog has the keys to itself.
      if (document.querySelector("dialog[open]")) return;
      if ((event.ctrlKey || event.metaKey) && key.toLowerCase() === "k") setShown("palette");
      else if (key === "?" && !(target instanceof Element && target.matches("input, textarea, select")))
        setShown("help");
      else return;
      event.preventDefault();
    };
    window.addEventListener("keydown", onKeyDown);
    return () => window.removeEventListener("keydown", onKeyDown);
  }, []);
  const close = (which: typeof shown) => () => setShown((now) => (now === which ? undefined : now));
  return (
    <Suspense>
      {shown === "palette" && <CommandPalette onClose={close("palette")} onHelp={() => setShown("help")} />}
      {shown === "help" && <ShortcutHelp onClose={close("help")} />}
    </Suspense>
  );
}
