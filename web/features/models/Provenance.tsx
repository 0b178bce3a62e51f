import { memo, type ReactNode } from "react";
import { type FragmentType, graphql, readFragment } from "../../gql/index.ts";
import { Disclosure } from "../../ui/Disclosure.tsx";
import { percent } from "../../ui/format.ts";
import styles from "./Provenance.module.css";

export const Provenance_version = graphql(`
  fragment Provenance_version on ModelVersion {
    id
    params
    artifactSha256
    artifactBytes
    problem
    dataset {
      name
      sha256
      rows
    }
    trainingRun {
      id
      rows
      trainRows
      testRows
      testSize
      seed
    }
  }
`);

/** What a version was made of, so that it can be made again: each row of the data accounted for, the seed, the files' sums. */
export const Provenance = memo(function Provenance(props: { version: FragmentType<typeof Provenance_version> }) {
  const {
    params,
    artifactSha256,
    artifactBytes,
    problem,
    dataset,
    trainingRun: run,
  } = readFragment(Provenance_version, props.version);
  const dropped = numberOf(params, "droppedRows");
  return (
    <Disclosure summary="What it was made of">
      <dl className={styles.facts}>
        {dataset && (
          <Fact name="Data">
            {dataset.name}, {dataset.rows} rows
            {dropped ? `; ${dropped} of them lack a value that is needed, and were left out` : ""}
          </Fact>
        )}
        {run?.trainRows && run.testRows && (
          <Fact name="Rows used">
            {run.trainRows} to train on, {run.testRows} held out ({percent(run.testSize)})
          </Fact>
        )}
        {run && <Fact name="Seed">{run.seed}</Fact>}
        {dataset && (
          <Fact name="SHA-256 of the data">
            <code>{dataset.sha256}</code>
          </Fact>
        )}
        {problem && <Fact name="Can't answer predictions">{problem}</Fact>}
        {artifactBytes > 0 && (
          <Fact name="SHA-256 of the model">
            <code>{artifactSha256}</code> ({artifactBytes.toLocaleString("en")} bytes of ONNX)
          </Fact>
        )}
      </dl>
    </Disclosure>
  );
});

function Fact({ name, children }: { name: string; children: ReactNode }) {
  return (
    <div>
      <dt>{name}</dt>
      <dd>{children}</dd>
    </div>
  );
}

function numberOf(params: unknown, name: string): number | undefined {
  if (typeof params !== "object" || params === null) return undefined;
  const value = Object.entries(params).find(([key]) => key === name)?.[1];
  return typeof value === "number" ? value : undefined;
}
