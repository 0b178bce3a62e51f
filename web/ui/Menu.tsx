"use client";

import { type KeyboardEvent, type RefObject, useEffect, useRef } from "react";
import { classNames } from "./class-names.ts";
import styles from "./Menu.module.css";

export interface MenuItem {
  label: string;
  danger?: boolean;
  onSelect: () => void;
}

/** How far a menu stays from its button and from the window's edge. */
const gapPx = 4;

/**
 * What can be done with the thing that its button stands by. It opens as it is mounted; from then on the button opens and closes it by
 * `popoverTarget`. The browser closes it on Escape and on a click elsewhere, and gives the focus back.
 */
export function Menu(props: {
  id: string;
  label: string;
  button: RefObject<HTMLButtonElement | null>;
  items: readonly MenuItem[];
  onToggle: (open: boolean) => void;
}) {
  const { button, onToggle } = props;
  const ref = useRef<HTMLDivElement>(null);
  useEffect(() => {
    const menu = ref.current;
    const opener = button.current;
    if (!menu || !opener) return;
    const onBeforeToggle = (event: ToggleEvent) => {
      const open = event.newState === "open";
      onToggle(open);
      // Not in sight yet: it has its size in the next frame, before it is painted.
      if (open) requestAnimationFrame(() => place(menu, opener));
    };
    menu.addEventListener("beforetoggle", onBeforeToggle);
    menu.showPopover();
    return () => menu.removeEventListener("beforetoggle", onBeforeToggle);
  }, [button, onToggle]);

  const onKeyDown = (event: KeyboardEvent) => {
    const items = [...(ref.current?.querySelectorAll("button") ?? [])];
    const here = items.findIndex((item) => item.matches(":focus"));
    const to = { ArrowDown: here + 1, ArrowUp: here - 1, Home: 0, End: -1 }[event.key];
    if (event.key === "Tab") ref.current?.hidePopover();
    if (to === undefined) return;
    event.preventDefault();
    items.at(to % items.length)?.focus();
  };
  return (
    <div
      id={props.id}
      ref={ref}
      popover="auto"
      role="menu"
      tabIndex={-1}
      aria-label={props.label}
      className={styles.menu}
      onKeyDown={onKeyDown}
    >
      {props.items.map(({ label, danger, onSelect }) => (
        <button
          key={label}
          type="button"
          role="menuitem"
          tabIndex={-1}
          className={classNames(styles.item, danger && styles.danger)}
          onClick={() => {
            ref.current?.hidePopover();
            onSelect();
          }}
        >
          {label}
        </button>
      ))}
    </div>
  );
}

/** Below the button, or above it where there is no room; its first item has the focus. */
function place(menu: HTMLElement, button: HTMLElement): void {
  const from = button.getBoundingClientRect();
  const { width, height } = menu.getBoundingClientRect();
  const below = from.bottom + gapPx + height <= window.innerHeight;
  menu.style.top = `${below ? from.bottom + gapPx : Math.max(gapPx, from.top - gapPx - height)}px`;
  menu.style.left = `${Math.max(gapPx, Math.min(from.left, window.innerWidth - width - gapPx))}px`;
  menu.querySelector("button")?.focus({ preventScroll: true });
}
