"use client";

import { createContext, type ReactNode, useCallback, useContext, useRef, useState } from "react";
import { Button } from "./Button.tsx";
import { classNames } from "./class-names.ts";
import styles from "./Toast.module.css";

interface Toast {
  id: number;
  text: string;
  tone: "good" | "bad";
}

/** At most this many are shown; the oldest gives way. */
const mostToasts = 3;
const shownMs = 8_000;

const ToastContext = createContext<(text: string, tone?: Toast["tone"]) => void>(() => {});

/** Tells of something that was done or failed elsewhere than where the eye is. */
export function useToast() {
  return useContext(ToastContext);
}

/** Shows toasts and has them read aloud. A bad one stays until it is closed. */
export function ToastProvider({ children }: { children: ReactNode }) {
  const [toasts, setToasts] = useState<Toast[]>([]);
  const nextId = useRef(1);
  const close = useCallback((id: number) => setToasts((all) => all.filter((toast) => toast.id !== id)), []);
  const show = useCallback(
    (text: string, tone: Toast["tone"] = "good") => {
      const id = nextId.current++;
      setToasts((all) => [...all, { id, text, tone }].slice(-mostToasts));
      if (tone === "good") setTimeout(() => close(id), shownMs);
    },
    [close],
  );
  return (
    <ToastContext value={show}>
      {children}
      <div className={styles.region} role="status" aria-live="polite">
        {toasts.map((toast) => (
          <div key={toast.id} className={classNames(styles.toast, toast.tone === "bad" && styles.bad)}>
            <p>{toast.text}</p>
            <Button look="quiet" small onClick={() => close(toast.id)}>
              Close
            </Button>
          </div>
        ))}
      </div>
    </ToastContext>
  );
}
