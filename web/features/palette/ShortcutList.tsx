import styles from "./ShortcutList.module.css";
import { shortcuts } from "./shortcuts.ts";

/** The keys and what they do. */
export function ShortcutList() {
  return (
    <dl className={styles.list}>
      {shortcuts.map(({ keys, does }) => (
        <div key={keys} className={styles.row}>
          <dt>
            <kbd className={styles.keys}>{keys}</kbd>
          </dt>
          <dd>{does}</dd>
        </div>
      ))}
    </dl>
  );
}
