import { Table } from "../../ui/Table.tsx";
import styles from "./tracking.module.css";

/** Keys and what they stand for. */
export function PairTable({ caption, pairs }: { caption: string; pairs: readonly { key: string; value: string }[] }) {
  return (
    <Table caption={caption} head={["Name", "Value"]}>
      {pairs.map(({ key, value }) => (
        <tr key={key}>
          <th scope="row" className={styles.broken}>
            {key}
          </th>
          <td className={styles.broken}>{value}</td>
        </tr>
      ))}
    </Table>
  );
}
