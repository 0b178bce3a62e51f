"use client";

import { useState } from "react";
import { Field, inputClass } from "../../ui/Field.tsx";
import { Page } from "../shell/Page.tsx";
import { ModelPages } from "./ModelPages.tsx";
import { UntrainedModels } from "./UntrainedModels.tsx";

/** All registered models, and what can be trained besides. */
export function ModelsScreen() {
  const [typed, setTyped] = useState("");
  const search = typed.trim();
  return (
    <Page title="Models" lead="Every registered model, with what answers predictions now.">
      <search>
        <Field label="Search by name">
          {(ids) => (
            <input
              {...ids}
              type="search"
              className={inputClass}
              value={typed}
              onChange={(event) => setTyped(event.target.value)}
            />
          )}
        </Field>
      </search>
      <ModelPages search={search || null} />
      <UntrainedModels search={search} />
    </Page>
  );
}
