/** What a condition speaks of. */
export type SubjectKind = "attribute" | "metric" | "param" | "tag" | "alias" | "dataset";

export interface Subject {
  kind: SubjectKind;
  /** The attribute's name, the metric's, a tag's key …; empty for an alias, whose name is the value. */
  key: string;
  /** Where in the text. */
  at: number;
}

export interface Literal {
  value: string | number;
  at: number;
}

export type CompareOperator = "=" | "!=" | ">" | ">=" | "<" | "<=";
export type Comparison = { type: "comparison"; subject: Subject; at: number } & (
  | { operator: CompareOperator; value: Literal }
  | { operator: "LIKE" | "ILIKE"; value: Literal }
  | { operator: "IN"; values: Literal[] }
  | { operator: "IS NULL" }
);

/** A filter as it was understood. */
export type Filter =
  | Comparison
  | { type: "not"; part: Filter }
  | { type: "and"; parts: Filter[] }
  | { type: "or"; parts: Filter[] };
