import { type FragmentType, graphql, readFragment } from "../../gql/index.ts";
import { Card } from "../../ui/Card.tsx";
import { inWords, percent } from "../../ui/format.ts";
import { Notice } from "../../ui/Notice.tsx";
import { Time } from "../../ui/Time.tsx";
import { ComparisonTable } from "./ComparisonTable.tsx";
import styles from "./comparison.module.css";
import { type Coefficient, coefficientRows, factRow, measureRows, parameterRows } from "./comparison.ts";
import { StageBadge } from "./StageBadge.tsx";

export const VersionsSideBySide_compared = graphql(`
  fragment VersionsSideBySide_compared on VersionsCompared {
    model {
      id
      name
      task
      classes {
        value
        label
      }
      features {
        name
        label
        options {
          value
          label
        }
      }
    }
    versions {
      id
      version
      stage
      algorithm
      createdAt
      createdBy
      params
      artifactSha256
      artifactBytes
      metrics {
        name
        value
        split
      }
      coefficients {
        feature
        category
        class
        value
      }
      dataset {
        name
        rows
        sha256
      }
      trainingRun {
        id
        testSize
        seed
        trainRows
        testRows
      }
    }
  }
`);

/** What versions are, how good they are, and what they were made of, in a table each. */
export function VersionsSideBySide(props: {
  compared: FragmentType<typeof VersionsSideBySide_compared>;
  onlyDifferences: boolean;
}) {
  const { model, versions } = readFragment(VersionsSideBySide_compared, props.compared);
  const numbers = versions.map(({ version }) => version);
  const runs = versions.map(({ trainingRun }) => trainingRun);
  const data = versions.map(({ dataset }) => dataset);
  const split = [
    factRow(
      "Data set",
      data.map((each) => each?.name),
    ),
    factRow(
      "Rows in all",
      data.map((each) => each?.rows.toLocaleString("en")),
    ),
    factRow(
      "SHA-256 of the data",
      data.map((each) => each?.sha256),
    ),
    factRow(
      "Held out",
      runs.map((run) => run && percent(run.testSize)),
    ),
    factRow(
      "Seed",
      runs.map((run) => run?.seed),
    ),
  ];
  const counts = [
    factRow(
      "Rows to train on",
      runs.map((run) => run?.trainRows?.toLocaleString("en")),
    ),
    factRow(
      "Rows held out",
      runs.map((run) => run?.testRows?.toLocaleString("en")),
    ),
  ];
  const sections = [
    { title: "Measured on the rows held out", rows: measureRows(versions, "holdout") },
    { title: "Measured on the rows trained on", rows: measureRows(versions, "train") },
    { title: "Told by the program that logged it", rows: measureRows(versions, "logged") },
    {
      title: "Settings",
      rows: [
        factRow(
          "Algorithm",
          versions.map(({ algorithm }) => inWords(algorithm)),
        ),
        ...parameterRows(versions),
      ],
    },
    { title: "Data", rows: [...split, ...counts] },
    {
      title: "Model file",
      rows: [
        factRow(
          "SHA-256 of the model",
          versions.map(({ artifactSha256 }) => artifactSha256),
        ),
        factRow(
          "Bytes",
          versions.map(({ artifactBytes }) => artifactBytes.toLocaleString("en")),
        ),
      ],
    },
    {
      title: "Coefficients",
      rows: coefficientRows(versions, (coefficient) => called(coefficient, model)),
      note: noteOf(model),
    },
  ];
  const shown = sections
    .map((section) => ({
      ...section,
      rows: props.onlyDifferences ? section.rows.filter(({ differs }) => differs) : section.rows,
    }))
    .filter(({ rows }) => rows.length > 0);
  return (
    <>
      {split.some(({ differs }) => differs) ? (
        <Notice tone="warn">
          These were not measured on the same rows: the data, the share held out or the seed differs. A small difference
          between their measures says little.
        </Notice>
      ) : (
        <Notice>These were measured on the same rows, which none of them was trained on.</Notice>
      )}
      <Card title="Where they stand" flush>
        <ComparisonTable caption="Where they stand" versions={numbers} rows={[]}>
          <tr>
            <th scope="row">Stage</th>
            {versions.map(({ version, stage }) => (
              <td key={version}>
                <StageBadge stage={stage} />
              </td>
            ))}
          </tr>
          <tr>
            <th scope="row">Trained</th>
            {versions.map(({ version, createdAt, createdBy }) => (
              <td key={version}>
                <Time at={createdAt} /> by {createdBy}
              </td>
            ))}
          </tr>
        </ComparisonTable>
      </Card>
      {shown.map(({ title, rows, note }) => (
        <Card key={title} title={title} flush>
          <ComparisonTable caption={`${title}, of ${model.name}`} versions={numbers} rows={rows} marksDifferences />
          {note && <p className={styles.note}>{note}</p>}
        </Card>
      ))}
    </>
  );
}

interface Named {
  task: string;
  classes: readonly { value: string; label: string }[];
  features: readonly { name: string; label: string; options?: readonly { value: string; label: string }[] | null }[];
}

/** What a coefficient counts for, in the words of the model: "Sex: female". */
function called(coefficient: Coefficient, { classes, features }: Named): string {
  const feature = features.find(({ name }) => name === coefficient.feature);
  const category = feature?.options?.find(({ value }) => value === coefficient.category)?.label ?? coefficient.category;
  const what = coefficient.feature ? inWords(feature?.label ?? coefficient.feature) : "Intercept";
  const part = category ? `${what}: ${category}` : what;
  const ofClass = classes.find(({ value }) => value === coefficient.class)?.label;
  return classes.length > 2 && ofClass ? `${ofClass} · ${part}` : part;
}

function noteOf({ task, classes }: Named): string {
  const numbers = "Of a number: per standard deviation of the rows trained on.";
  if (task === "REGRESSION") return `Added to the prediction. ${numbers}`;
  if (classes.length > 2) return `Added to the score of the class that is named. ${numbers}`;
  return `Added to the log-odds of “${classes[1]?.label}”. ${numbers}`;
}
