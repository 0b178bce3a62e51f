import type { Subject } from "./filter.ts";
import { SearchSyntaxError, type Source } from "./filter-error.ts";
import type { Field, SearchTarget } from "./target.ts";

/** Of a metric that names no part of the rows: those that were held out. */
const defaultSplit = "holdout";
const splits: readonly string[] = ["holdout", "train", "logged"];

/**
 * What a condition or an order speaks of.
 * @throws {SearchSyntaxError} naming the attributes that there are
 */
export function fieldOf(target: SearchTarget, subject: Subject, source: Source): Field {
  switch (subject.kind) {
    case "attribute": {
      const field = Object.hasOwn(target.attributes, subject.key) ? target.attributes[subject.key] : undefined;
      if (field) return field;
      const known = Object.keys(target.attributes).join(", ");
      throw new SearchSyntaxError(
        source,
        subject.at,
        `${target.noun} have no "${subject.key}"; they have ${known}, aliases, and tags., metrics. and params. with a name behind`,
      );
    }
    case "metric": {
      const [split, name] = metricOf(subject.key);
      return target.metric(name, split);
    }
    case "param":
      return target.param(subject.key);
    case "tag":
      return target.tag(subject.key);
    case "alias":
      return target.aliases;
    case "dataset": {
      const { datasets } = target;
      if (!datasets) throw new SearchSyntaxError(source, subject.at, `${target.noun} are not searched by data sets`);
      const field = Object.hasOwn(datasets, subject.key) ? datasets[subject.key] : undefined;
      if (field) return field;
      const known = Object.keys(datasets).join(", ");
      throw new SearchSyntaxError(source, subject.at, `data sets have no "${subject.key}"; they have ${known}`);
    }
  }
}

/** Of which part of the rows a metric is, and its name there: `train.accuracy`, or `accuracy` alone. */
export function metricOf(key: string): [split: string, name: string] {
  const [first = "", ...rest] = key.split(".");
  return splits.includes(first) && rest.length > 0 ? [first, rest.join(".")] : [defaultSplit, key];
}
