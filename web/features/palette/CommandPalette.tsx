"use client";

import { type KeyboardEvent, useEffect, useId, useRef, useState } from "react";
import styles from "./palette.module.css";
import { matching, type PaletteItem } from "./palette-items.ts";
import { usePaletteItems } from "./use-palette-items.ts";

/** Everything by its name: type some of it, choose by arrows, go by Enter. Mounted while it is open. */
export default function CommandPalette(props: { onClose: () => void; onHelp: () => void }) {
  const dialog = useRef<HTMLDialogElement>(null);
  const list = useRef<HTMLDivElement>(null);
  const id = useId();
  const [typed, setTyped] = useState("");
  const [active, setActive] = useState(0);
  const items = matching(usePaletteItems(typed, props.onHelp), typed);
  const chosen = items[Math.min(active, items.length - 1)];
  useEffect(() => dialog.current?.showModal(), []);
  // biome-ignore lint/correctness/useExhaustiveDependencies: the active one changed
  useEffect(() => {
    list.current?.querySelector('[aria-selected="true"]')?.scrollIntoView({ block: "nearest" });
  }, [chosen?.id]);

  const take = (item: PaletteItem) => {
    // First closed, so that the focus goes where the act leads.
    dialog.current?.close();
    item.act();
  };
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.nativeEvent.isComposing || !chosen) return;
    const here = items.indexOf(chosen);
    const to = { ArrowDown: here + 1, ArrowUp: here - 1 }[event.key];
    if (event.key === "Enter") take(chosen);
    else if (to !== undefined) setActive((to + items.length) % items.length);
    else return;
    event.preventDefault();
  };
  return (
    // biome-ignore lint/a11y/useKeyWithClickEvents: Escape closes a dialog by itself; the click is on the backdrop
    <dialog
      ref={dialog}
      className={styles.palette}
      aria-label="Command palette"
      onClose={props.onClose}
      onClick={(event) => event.target === dialog.current && dialog.current.close()}
    >
      <input
        className={styles.search}
        type="text"
        role="combobox"
        aria-label="Go to, or do"
        aria-expanded
        aria-controls={`${id}-list`}
        aria-activedescendant={chosen && `${id}-${items.indexOf(chosen)}`}
        aria-autocomplete="list"
        autoComplete="off"
        placeholder="Go to a page, a model or a conversation …"
        value={typed}
        onChange={(event) => {
          setTyped(event.target.value);
          setActive(0);
        }}
        onKeyDown={onKeyDown}
      />
      <div id={`${id}-list`} ref={list} role="listbox" aria-label="Found" className={styles.list}>
        {items.map((item, index) => (
          // biome-ignore lint/a11y/useKeyWithClickEvents: the field that has the focus takes the keys
          // biome-ignore lint/a11y/useFocusableInteractive: the field points here by aria-activedescendant
          <div
            key={item.id}
            id={`${id}-${index}`}
            role="option"
            aria-selected={item === chosen}
            className={styles.item}
            onClick={() => take(item)}
          >
            <span className={styles.label}>{item.label}</span> <span className={styles.kind}>{item.kind}</span>
          </div>
        ))}
      </div>
      <p className={items.length === 0 ? styles.none : "visually-hidden"} role="status">
        {items.length === 0 ? "Nothing has these words." : `${items.length} found`}
      </p>
    </dialog>
  );
}
