import { type RefObject, useEffect, useRef } from "react";

/**
 * Puts the focus into the first field of a form that has a problem, each time that problems are found.
 * @param problems by field; another object each time that the form is checked
 * @returns the form's ref
 */
export function useFirstProblem(problems: Readonly<Record<string, string>>): RefObject<HTMLFormElement | null> {
  const form = useRef<HTMLFormElement>(null);
  useEffect(() => {
    if (Object.keys(problems).length === 0) return;
    form.current?.querySelector<HTMLElement>("[data-invalid] :is(input, select)")?.focus();
  }, [problems]);
  return form;
}
