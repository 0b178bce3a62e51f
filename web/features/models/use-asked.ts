import { useCallback, useState } from "react";

/**
 * Whether a dialog is open; and whether it was ever `wanted`: until then neither its code nor its parts are on the page, of which a list has
 * some for each row.
 */
export function useAsked() {
  const [wanted, setWanted] = useState(false);
  const [open, setOpen] = useState(false);
  const ask = useCallback(() => {
    setWanted(true);
    setOpen(true);
  }, []);
  return { wanted, open, ask, close: useCallback(() => setOpen(false), []) };
}
