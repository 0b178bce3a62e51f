"use client";

import { useSearchParams } from "next/navigation";
import { useEffect, useRef, useState } from "react";
import { Field, inputClass } from "../../ui/Field.tsx";
import { Page } from "../shell/Page.tsx";
import { ModelPages } from "./ModelPages.tsx";
import { type ModelFilter, modelFilterOf, modelsPath, stageFilters } from "./model-filter.ts";
import styles from "./models.module.css";
import { RemovedModels } from "./RemovedModels.tsx";
import { UnservedModels } from "./UnservedModels.tsx";
import { UntrainedModels } from "./UntrainedModels.tsx";
import { WaitingForApproval } from "./WaitingForApproval.tsx";

/** All registered models, and what can be trained besides. The address holds the filter. */
export function ModelsScreen() {
  return (
    <Page title="Models" lead="Every registered model, with what answers predictions now.">
      <WaitingForApproval />
      <FilteredModels />
    </Page>
  );
}

function FilteredModels() {
  const address = modelFilterOf(useSearchParams());
  const [typed, setTyped] = useState(address.search);
  // What is typed is shown at once, and the address follows, a little later. It leads where it changes by itself: by a link, say.
  const following = useRef<string[]>([]);
  useEffect(() => {
    const place = following.current.indexOf(address.search);
    if (place >= 0) following.current.splice(0, place + 1);
    else setTyped(address.search);
  }, [address.search]);
  const filter = { search: typed.trim(), stage: address.stage };
  const show = (next: ModelFilter) => {
    if (next.search !== address.search) following.current.push(next.search);
    window.history.replaceState(null, "", modelsPath(next));
  };
  return (
    <>
      <search className={styles.filter}>
        <Field label="Search by name">
          {(ids) => (
            <input
              {...ids}
              type="search"
              className={inputClass}
              value={typed}
              onChange={({ target }) => {
                setTyped(target.value);
                show({ ...filter, search: target.value.trim() });
              }}
            />
          )}
        </Field>
        <Field label="Show">
          {(ids) => (
            <select
              {...ids}
              className={inputClass}
              value={filter.stage}
              onChange={({ target }) => show({ ...filter, stage: target.value as ModelFilter["stage"] })}
            >
              <option value="">All models</option>
              {Object.entries(stageFilters).map(([stage, words]) => (
                <option key={stage} value={stage}>
                  {words}
                </option>
              ))}
            </select>
          )}
        </Field>
      </search>
      <ModelPages filter={filter} />
      {!filter.stage && (
        <>
          <UntrainedModels search={filter.search} />
          <UnservedModels search={filter.search} />
          <RemovedModels search={filter.search} />
        </>
      )}
    </>
  );
}
