import { useEffect } from "react";

/** What this browser remembers of the first steps: that there was a beginning, and what the registry can't tell. */
export interface Remembered {
  /** The installation was empty when it was first seen here. */
  begun?: boolean;
  dismissed?: boolean;
  looked?: boolean;
  asked?: boolean;
}

/** How things stand in the registry. */
export interface Standing {
  /** The model that is spoken of: the first that was trained. */
  model: string | undefined;
  /** Its newest version. */
  version: number | undefined;
  promoted: boolean;
  /** A model that could be trained. */
  trainable: string | undefined;
  /** A question that the model in production could be asked. */
  question: string | undefined;
}

export interface FirstStep {
  name: "train" | "look" | "promote" | "ask";
  title: string;
  done: boolean;
  /** What to say, or where to go; none while the step before it is not done. */
  say?: string;
  href?: string;
}

/** The way from an empty installation to a first prediction. */
export function firstSteps(standing: Standing, remembered: Remembered): FirstStep[] {
  const { model, version, promoted, trainable, question } = standing;
  return [
    {
      name: "train",
      title: "Train a model",
      done: model !== undefined,
      ...(trainable ? { say: `Train the ${trainable} model with 30% held out` } : {}),
    },
    {
      name: "look",
      title: "Look at what it learned, and how good it is",
      done: Boolean(remembered.looked),
      ...(model ? { href: `/models/${encodeURIComponent(model)}` } : {}),
    },
    {
      name: "promote",
      title: "Put it into production",
      done: promoted,
      ...(model && version ? { say: `Promote version ${version} of ${model}` } : {}),
    },
    {
      name: "ask",
      title: "Ask it for a prediction",
      done: Boolean(remembered.asked),
      ...(promoted && question ? { say: question } : {}),
    },
  ];
}

/** Whether the steps are to be shown: they began on an empty installation, were not put away, and are not all done. */
export function isGuided({ begun, dismissed }: Remembered, steps: readonly FirstStep[]): boolean {
  return Boolean(begun) && !dismissed && steps.some(({ done }) => !done);
}

const key = "modelwright.first-steps";

/** What is remembered; nothing where the browser keeps nothing. */
export function recall(): Remembered {
  try {
    const kept: unknown = JSON.parse(localStorage.getItem(key) ?? "{}");
    return typeof kept === "object" && kept !== null ? kept : {};
  } catch {
    return {};
  }
}

/** Remembers one thing more. */
export function remember(news: Remembered): Remembered {
  const all = { ...recall(), ...news };
  try {
    localStorage.setItem(key, JSON.stringify(all));
  } catch {
    // A browser that stores nothing shows the steps until the page is left.
  }
  return all;
}

/** Remembers a step that the registry knows nothing of, once what it is about is there; only where the steps have begun. */
export function useStep(step: "looked" | "asked", done: boolean): void {
  useEffect(() => {
    if (!done) return;
    const kept = recall();
    if (kept.begun && !kept[step]) remember({ [step]: true });
  }, [step, done]);
}
