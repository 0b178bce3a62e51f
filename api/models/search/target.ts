import { Prisma } from "../../platform/database.ts";

/** What a column holds, which decides how it compares. */
export type ColumnType = "text" | "integer" | "number" | "instant" | "stage" | "uuid";

/** Something that can be searched by: a column, or rows of a table beside. */
export interface Field {
  type: ColumnType;
  /** A condition on its value, as one on the row that is searched. Where there is no value it does not hold. */
  holds(condition: (value: Prisma.Sql) => Prisma.Sql): Prisma.Sql;
  /** The value to order by; undefined where there may be several. */
  value?: Prisma.Sql;
  /** There is always a value. */
  required?: boolean;
  /** Of a text that stands beside: never too long for an index. */
  short?: boolean;
  /** Of a value that stands beside: joins it as `o.value`, so that an index on it can give the order. */
  join?: Prisma.Sql;
}

/** What is searched: its rows, and what can be said of one. */
export interface SearchTarget {
  /** As a sentence says it. */
  noun: "models" | "versions" | "runs" | "experiments" | "logged models";
  from: Prisma.Sql;
  id: Prisma.Sql;
  attributes: Readonly<Record<string, Field>>;
  metric(name: string, split: string): Field;
  param(key: string): Field;
  tag(key: string): Field;
  aliases: Field;
  /** Of the data sets that a row has read, where it can tell. */
  datasets?: Readonly<Record<string, Field>>;
}

export function column(type: ColumnType, value: Prisma.Sql, { required = true } = {}): Field {
  const holds: Field["holds"] = (condition) =>
    required ? condition(value) : Prisma.sql`(${value} IS NOT NULL AND ${condition(value)})`;
  return { type, value, required, holds };
}

/** A value that stands in a row of a table beside; `rows` is its FROM and WHERE, up to where a condition may follow. */
export function beside(type: ColumnType, value: Prisma.Sql, rows: Prisma.Sql): Field {
  return { type, holds: (condition) => Prisma.sql`EXISTS (SELECT ${rows} AND ${condition(value)})` };
}

/** As `beside`, of which there is at most one row. */
export function oneBeside(type: ColumnType, value: Prisma.Sql, rows: Prisma.Sql): Field {
  return {
    ...beside(type, value, rows),
    value: Prisma.sql`(SELECT ${value} ${rows})`,
    join: Prisma.sql`CROSS JOIN LATERAL (SELECT ${value} AS value ${rows}) o`,
  };
}
