"use client";

import { Page } from "../features/shell/Page.tsx";
import { Button } from "../ui/Button.tsx";

export default function ErrorPage({ reset }: { error: Error; reset: () => void }) {
  return (
    <Page
      title="Something went wrong on this page"
      lead="What you have sent is kept. Show the page again; if that does not help, reload it."
    >
      <div>
        <Button look="primary" onClick={reset}>
          Show it again
        </Button>
      </div>
    </Page>
  );
}
