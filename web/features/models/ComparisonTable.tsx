import type { ReactNode } from "react";
import { Table } from "../../ui/Table.tsx";
import styles from "./comparison.module.css";
import type { ComparedRow } from "./comparison.ts";

/** Rows of versions side by side. What differs, where it is marked, and what is best is said by a word, not by colour alone. */
export function ComparisonTable(props: {
  caption: string;
  versions: readonly number[];
  rows: readonly ComparedRow[];
  marksDifferences?: boolean;
  /** Rows that come first, cells and all. */
  children?: ReactNode;
}) {
  return (
    <div className={styles.table}>
      <Table caption={props.caption} head={["What", ...props.versions.map((version) => `Version ${version}`)]}>
        {props.children}
        {props.rows.map(({ name, values, differs, best }) => (
          <tr key={name} data-differs={(differs && props.marksDifferences) || undefined}>
            <th scope="row">
              {name} {differs && props.marksDifferences && <span className={styles.differs}>differs</span>}
            </th>
            {values.map((value, index) => (
              <td key={props.versions[index]}>
                {value}
                {best.includes(index) && <span className={styles.best}>best</span>}
              </td>
            ))}
          </tr>
        ))}
      </Table>
    </div>
  );
}
