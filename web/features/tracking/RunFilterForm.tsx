import { useState } from "react";
import { Button } from "../../ui/Button.tsx";
import { Field, inputClass } from "../../ui/Field.tsx";
import styles from "./tracking.module.css";

/** What to look for among runs, in MLflow's words. `onFilter` gets the address's part behind the path. */
export function RunFilterForm(props: { filter: string; order: string; onFilter: (search: string) => void }) {
  const [filter, setFilter] = useState(props.filter);
  const [order, setOrder] = useState(props.order);
  return (
    <search>
      <form
        className={styles.filter}
        onSubmit={(event) => {
          event.preventDefault();
          const given = Object.entries({ filter: filter.trim(), order: order.trim() }).filter(([, value]) => value);
          props.onFilter(given.length === 0 ? "" : `?${new URLSearchParams(given)}`);
        }}
      >
        <Field label="Find runs">
          {(ids) => (
            <input
              {...ids}
              type="search"
              className={inputClass}
              placeholder="metrics.accuracy > 0.8 and params.C = '1.0'"
              value={filter}
              onChange={({ target }) => setFilter(target.value)}
            />
          )}
        </Field>
        <Field label="Sort by">
          {(ids) => (
            <input
              {...ids}
              className={inputClass}
              placeholder="metrics.accuracy DESC"
              value={order}
              onChange={({ target }) => setOrder(target.value)}
            />
          )}
        </Field>
        <Button type="submit">Show</Button>
      </form>
    </search>
  );
}
