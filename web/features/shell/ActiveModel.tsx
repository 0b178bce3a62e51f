"use client";

import { lazy, Suspense } from "react";

// Rendered on the server, and read in the browser anyway: what makes it need not be there for the first paint.
const ActiveModelBanner = lazy(() => import("../models/ActiveModelBanner.tsx"));

/** The version that answers predictions, on top of every page. */
export function ActiveModel() {
  return (
    <Suspense>
      <ActiveModelBanner />
    </Suspense>
  );
}
