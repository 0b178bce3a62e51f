"use client";

import { useRouter, useSearchParams } from "next/navigation";
import { useQuery } from "urql";
import { graphql } from "../../gql/index.ts";
import { operation } from "../../graphql/operation.ts";
import { ButtonLink } from "../../ui/ButtonLink.tsx";
import { Field, inputClass } from "../../ui/Field.tsx";
import { Link } from "../../ui/Link.tsx";
import { useViewer } from "../identity/use-viewer.ts";
import { Page } from "../shell/Page.tsx";
import { RunPages } from "./RunPages.tsx";
import styles from "./training.module.css";

const TrainedModelsQuery = operation(
  graphql(`
    query TrainedModels {
      models(first: 200) {
        nodes {
          id
          name
        }
      }
    }
  `),
);

/** All trainings, as they stand now. The address holds the filter. */
export function RunsScreen() {
  const { may } = useViewer();
  return (
    <Page
      title="Training"
      lead={
        <>
          Every training that was asked for: by a message, a form, or a client of the API. What programs logged is among
          the <Link href="/experiments">experiments</Link>.
        </>
      }
      actions={
        may("training:write") && (
          <ButtonLink href="/training/new" look="primary">
            New training
          </ButtonLink>
        )
      }
    >
      <FilteredRuns />
    </Page>
  );
}

function FilteredRuns() {
  const router = useRouter();
  const model = useSearchParams().get("model") ?? "";
  const [{ data }] = useQuery({ query: TrainedModelsQuery, requestPolicy: "cache-and-network" });
  const names = data?.models.nodes.map(({ name }) => name) ?? [];
  // A model that was removed has its runs all the same.
  const options = model && !names.includes(model) ? [...names, model] : names;
  return (
    <>
      <search className={styles.filter}>
        <Field label="Model">
          {(ids) => (
            <select
              {...ids}
              className={inputClass}
              value={model}
              onChange={({ target: { value } }) =>
                router.push(value ? `/training?model=${encodeURIComponent(value)}` : "/training")
              }
            >
              <option value="">All models</option>
              {options.map((name) => (
                <option key={name}>{name}</option>
              ))}
            </select>
          )}
        </Field>
      </search>
      <RunPages key={model} model={model} />
    </>
  );
}
