"use client";

import { lazy, Suspense, useState } from "react";
import { Button } from "../../ui/Button.tsx";

const PromoteDialog = lazy(() => import("./PromoteDialog.tsx"));

/** Offers to put a candidate into production where nothing is; what it will change is said before it is done. */
export function PromoteButton({ model, version }: { model: string; version: number }) {
  // The dialog's code is fetched when it is wanted.
  const [wanted, setWanted] = useState(false);
  const [open, setOpen] = useState(false);
  return (
    <>
      <Button
        small
        aria-label={`Promote ${model} version ${version}`}
        onClick={() => {
          setWanted(true);
          setOpen(true);
        }}
      >
        Promote it
      </Button>
      {wanted && (
        <Suspense fallback={null}>
          <PromoteDialog open={open} model={model} version={version} onClose={() => setOpen(false)} />
        </Suspense>
      )}
    </>
  );
}
