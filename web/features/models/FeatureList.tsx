import { memo } from "react";
import { type FragmentType, graphql, readFragment } from "../../gql/index.ts";
import styles from "./models.module.css";

export const FeatureList_feature = graphql(`
  fragment FeatureList_feature on Feature {
    name
    kind
    categories
    options {
      value
      label
    }
    unit
    min
    max
    required
    description
  }
`);

/** What a model wants to know, and which answers are possible. */
export const FeatureList = memo(function FeatureList({
  features,
}: {
  features: readonly FragmentType<typeof FeatureList_feature>[];
}) {
  return (
    <dl className={styles.features}>
      {readFragment(FeatureList_feature, features).map((feature) => (
        <div key={feature.name}>
          <dt>
            <code>{feature.name}</code> {!feature.required && <span className={styles.muted}>optional</span>}
          </dt>
          <dd>
            {feature.description}{" "}
            <span className={styles.muted}>
              {feature.kind === "NUMERIC"
                ? range(feature)
                : (feature.options?.map((option) => option.label) ?? feature.categories ?? []).join(" · ")}
            </span>
          </dd>
        </div>
      ))}
    </dl>
  );
});

function range({ min, max, unit }: { min?: number | null; max?: number | null; unit?: string | null }): string {
  const bounds = [min != null && `from ${min}`, max != null && `to ${max}`].filter(Boolean).join(" ");
  return [bounds, unit].filter(Boolean).join(" ");
}
