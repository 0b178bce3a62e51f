import { useId } from "react";
import { Button } from "../../ui/Button.tsx";
import { Field, inputClass } from "../../ui/Field.tsx";
import styles from "./models.module.css";
import type { PolicyDraft } from "./policy-draft.ts";

type Bound = PolicyDraft["metrics"][number];

/** What metrics of the rows held out must come to: by name, for a model that was logged may have metrics of its own. */
export function PolicyBounds(props: {
  known: readonly string[];
  bounds: readonly Bound[];
  onChange: (bounds: Bound[]) => void;
}) {
  const { known, bounds, onChange } = props;
  const listId = useId();
  const change = (index: number, part: Partial<Bound>) =>
    onChange(bounds.map((bound, place) => (place === index ? { ...bound, ...part } : bound)));
  return (
    <>
      {bounds.map((bound, index) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: a name that is being typed is no key
        <fieldset key={index} className={styles.bound}>
          <legend className="visually-hidden">Metric {index + 1}</legend>
          <Field label="Metric">
            {(ids) => (
              <input
                {...ids}
                className={inputClass}
                required
                list={listId}
                value={bound.name}
                onChange={({ target }) => change(index, { name: target.value })}
              />
            )}
          </Field>
          <NumberField label="At least" value={bound.atLeast} onChange={(atLeast) => change(index, { atLeast })} />
          <NumberField label="At most" value={bound.atMost} onChange={(atMost) => change(index, { atMost })} />
          <Button
            small
            aria-label={`Remove metric ${index + 1}`}
            onClick={() => onChange(bounds.filter((_, place) => place !== index))}
          >
            Remove
          </Button>
        </fieldset>
      ))}
      <datalist id={listId}>
        {known.map((name) => (
          <option key={name} value={name} />
        ))}
      </datalist>
      <div>
        <Button small onClick={() => onChange([...bounds, { name: "", atLeast: "", atMost: "" }])}>
          Ask for a metric
        </Button>
      </div>
    </>
  );
}

function NumberField(props: { label: string; value: string; onChange: (value: string) => void }) {
  return (
    <Field label={props.label}>
      {(ids) => (
        <input
          {...ids}
          className={inputClass}
          type="number"
          step="any"
          value={props.value}
          onChange={({ target }) => props.onChange(target.value)}
        />
      )}
    </Field>
  );
}
