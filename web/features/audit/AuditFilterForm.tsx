import type { FormEvent } from "react";
import { Button } from "../../ui/Button.tsx";
import { Field, inputClass } from "../../ui/Field.tsx";
import styles from "./audit.module.css";
import { type AuditFilter, actionWords, addressOf, filterOf, outcomeWords } from "./audit-filter.ts";

/** What the log is to be filtered by. */
export function AuditFilterForm(props: { filter: AuditFilter; onFilter: (filter: AuditFilter) => void }) {
  const { filter, onFilter } = props;
  const submit = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    onFilter(filterOf(new FormData(event.currentTarget)));
  };
  const nothing = filterOf(new FormData());
  return (
    <form className={styles.filters} onSubmit={submit} aria-label="Filter of the log">
      <Field label="Subject (a model’s name)">
        {(ids) => <input {...ids} name="subject" className={inputClass} defaultValue={filter.subject} />}
      </Field>
      <Field label="Actor">
        {(ids) => <input {...ids} name="actor" className={inputClass} defaultValue={filter.actor} />}
      </Field>
      <Field label="Action">
        {(ids) => <Words {...ids} name="action" all="Every action" words={actionWords} defaultValue={filter.action} />}
      </Field>
      <Field label="Outcome">
        {(ids) => (
          <Words {...ids} name="outcome" all="Every outcome" words={outcomeWords} defaultValue={filter.outcome} />
        )}
      </Field>
      <Field label="From">
        {(ids) => <input {...ids} type="date" name="from" className={inputClass} defaultValue={filter.from} />}
      </Field>
      <Field label="To">
        {(ids) => <input {...ids} type="date" name="to" className={inputClass} defaultValue={filter.to} />}
      </Field>
      <div className={styles.bar}>
        <Button type="submit">Filter</Button>
        {addressOf(filter) !== addressOf(nothing) && (
          <Button look="quiet" onClick={() => onFilter(nothing)}>
            Show all
          </Button>
        )}
      </div>
    </form>
  );
}

function Words(props: {
  id: string;
  name: string;
  all: string;
  words: Readonly<Record<string, string>>;
  defaultValue: string;
}) {
  const { all, words, ...rest } = props;
  return (
    <select {...rest} className={inputClass}>
      <option value="">{all}</option>
      {Object.entries(words).map(([value, word]) => (
        <option key={value} value={value}>
          {word}
        </option>
      ))}
    </select>
  );
}
