"use client";

import { lazy, Suspense } from "react";
import { Button } from "../../ui/Button.tsx";
import { useViewer } from "../identity/use-viewer.ts";
import { useAsked } from "./use-asked.ts";

const PromoteDialog = lazy(() => import("./PromoteDialog.tsx"));

/** Offers to put a candidate into production where nothing is; what it will change is said before it is done. */
export function PromoteButton({ model, version }: { model: string; version: number }) {
  const { wanted, open, ask, close } = useAsked();
  const { may } = useViewer();
  if (!may("models:write")) return null;
  return (
    <>
      <Button small aria-label={`Promote ${model} version ${version}`} onClick={ask}>
        Promote
      </Button>
      {wanted && (
        <Suspense fallback={null}>
          <PromoteDialog open={open} model={model} version={version} onClose={close} />
        </Suspense>
      )}
    </>
  );
}
