import { type Database, Prisma } from "../../platform/database.ts";
import { InvalidInputError } from "../../platform/errors.ts";
import { compileFilter } from "./compile-filter.ts";
import { fieldOf, metricOf } from "./fields.ts";
import type { Subject } from "./filter.ts";
import { SearchSyntaxError } from "./filter-error.ts";
import { parseFilter } from "./parse-filter.ts";
import { parseOrder } from "./parse-order.ts";
import type { ColumnType, Field, SearchTarget } from "./target.ts";

const { sql } = Prisma;

/** What to search for. */
export interface SearchQuery {
  filter?: string | null | undefined;
  /** Keys like "metrics.accuracy DESC"; what is equal by them comes in the order of `otherwise`. */
  orderBy?: readonly string[] | null | undefined;
}

/** A condition of our own beside the filter: text that comes from no one. */
export interface SearchOptions {
  besides?: Prisma.Sql[];
  /** The order of what the keys leave equal: the newest first, or the oldest. */
  newestFirst: boolean;
}

interface SortKey {
  value: Prisma.Sql;
  type: ColumnType;
  descending: boolean;
  required: boolean;
  /** Of a value that stands beside: joins it as `o.value`. */
  join?: Prisma.Sql | undefined;
  /** The condition that there is no such value. */
  lacks: Prisma.Sql;
}

/** A search that was understood. */
export interface Search {
  target: SearchTarget;
  where: Prisma.Sql;
  /** The same of rows that have the value of the first key joined as `o.value`: what is asked of that value is asked of it there. */
  whereJoined: Prisma.Sql;
  keys: SortKey[];
}

/** @throws {SearchSyntaxError} with the place of the first fault */
export function understandSearch(target: SearchTarget, query: SearchQuery, options: SearchOptions): Search {
  const text = query.filter ?? "";
  const filter = parseFilter(text);
  const conditionOn = (searched: SearchTarget) => {
    const conditions = [...(options.besides ?? [])];
    if (filter) conditions.push(compileFilter(filter, searched, { name: "filter", text }));
    return conditions.length > 0 ? Prisma.join(conditions, " AND ") : sql`TRUE`;
  };
  const order = parseOrder(query.orderBy ?? []);
  const [first] = order;
  const keys = order.map(({ subject, descending }, index): SortKey => {
    const source = { name: "orderBy", text: query.orderBy?.[index] ?? "" } as const;
    const { value, type, required = false, join, holds } = fieldOf(target, subject, source);
    if (!value)
      throw new SearchSyntaxError(source, subject.at, "nothing can be ordered by what is there several times");
    const lacks = sql`NOT (${holds((held) => sql`${held} IS NOT NULL`)})`;
    return { value, type, descending, required, join, lacks };
  });
  keys.push({ value: target.id, type: "uuid", descending: options.newestFirst, required: true, lacks: sql`FALSE` });
  const where = conditionOn(target);
  return { target, where, whereJoined: first ? conditionOn(joinedBy(target, first.subject)) : where, keys };
}

/**
 * The same rows, with the value that the subject names joined as `o.value`. Looked up a second time for a condition, it would hide from the
 * database that the order's index tells which rows hold.
 */
function joinedBy(target: SearchTarget, { kind, key }: Subject): SearchTarget {
  const joined = (field: Field): Field => ({ ...field, holds: (condition) => condition(sql`o.value`) });
  switch (kind) {
    case "metric": {
      const wanted = metricOf(key).join("/");
      return {
        ...target,
        metric: (name, split) =>
          [split, name].join("/") === wanted ? joined(target.metric(name, split)) : target.metric(name, split),
      };
    }
    case "param":
      return { ...target, param: (name) => (name === key ? joined(target.param(name)) : target.param(name)) };
    case "tag":
      return { ...target, tag: (name) => (name === key ? joined(target.tag(name)) : target.tag(name)) };
    default:
      return target;
  }
}

/** Ids of what was found, in order: at most `take`, those behind the one with the id `after`. */
export async function searchPage(database: Database, search: Search, page: Page): Promise<string[]> {
  const [first, ...rest] = search.keys;
  if (!first?.join) return pageOf(database, search, page);
  // By what stands beside: first what has it, in the order of an index, and behind that what has it not.
  const { target, where, whereJoined } = search;
  const having: Search = {
    target: { ...target, from: sql`${target.from} ${first.join}` },
    where: whereJoined,
    whereJoined,
    keys: [{ ...first, value: sql`o.value`, required: true }, ...rest],
  };
  const lacks = sql`${where} AND ${first.lacks}`;
  const lacking: Search = { target, where: lacks, whereJoined: lacks, keys: rest };
  const begun = page.after !== undefined && !(await isThere(database, having.target, page.after));
  const found = begun ? [] : await pageOf(database, having, page);
  if (found.length >= page.take) return found;
  const others = { take: page.take - found.length, after: begun ? page.after : undefined };
  return [...found, ...(await pageOf(database, lacking, others))];
}

interface Page {
  take: number;
  after?: string | undefined;
}

async function pageOf(database: Database, search: Search, page: Page): Promise<string[]> {
  const rows = await database.$queryRaw<{ id: string }[]>(await pageStatement(database, search, page));
  return rows.map(({ id }) => id);
}

/** Finds the ids of a page. */
async function pageStatement(database: Database, search: Search, { take, after }: Page): Promise<Prisma.Sql> {
  const { target, where, keys } = search;
  const behind = after === undefined ? sql`TRUE` : await conditionBehind(database, search, after);
  const order = keys.map(({ value, descending, required }) => {
    const direction = descending ? sql`DESC` : sql`ASC`;
    return required ? sql`${value} ${direction}` : sql`${value} ${direction} NULLS LAST`;
  });
  return sql`
    SELECT ${target.id} AS id ${target.from} WHERE ${where} AND ${behind} ORDER BY ${Prisma.join(order)} LIMIT ${take}`;
}

async function isThere(database: Database, { id, from }: SearchTarget, wanted: string): Promise<boolean> {
  const rows = await database.$queryRaw<unknown[]>`SELECT 1 AS found ${from} WHERE ${id} = ${wanted}::uuid`;
  return rows.length > 0;
}

export async function countFound(database: Database, { target, where }: Search): Promise<number> {
  const [row] = await database.$queryRaw<{ count: bigint }[]>`SELECT count(*) AS count ${target.from} WHERE ${where}`;
  return Number(row?.count ?? 0);
}

/** What lies behind a row in the order: equal by the first keys, and behind it by the next. A missing value comes last. */
async function conditionBehind(database: Database, { target, keys }: Search, after: string): Promise<Prisma.Sql> {
  const columns = keys.map(({ value }, index) => sql`(${value})::text AS ${Prisma.raw(`k${index}`)}`);
  const [row] = await database.$queryRaw<Record<string, string | null>[]>`
    SELECT ${Prisma.join(columns)} ${target.from} WHERE ${target.id} = ${after}::uuid`;
  if (!row) {
    const why = "names a row that is in the registry no more";
    throw new InvalidInputError(`after ${why}. Begin the list anew.`, [{ path: "after", message: why }]);
  }
  let condition = sql`FALSE`;
  for (const [index, key] of [...keys.entries()].reverse()) {
    const at = row[`k${index}`] ?? null;
    const value = typedParameter(key.type, at);
    const beyond = key.descending ? sql`${key.value} < ${value}` : sql`${key.value} > ${value}`;
    if (at === null) condition = sql`(${key.value} IS NULL AND ${condition})`;
    else if (key.required) {
      // Said twice: the bound lets an index begin where the page does.
      const bound = key.descending ? sql`${key.value} <= ${value}` : sql`${key.value} >= ${value}`;
      condition = sql`(${bound} AND (${beyond} OR (${key.value} = ${value} AND ${condition})))`;
    } else condition = sql`(${beyond} OR ${key.value} IS NULL OR (${key.value} = ${value} AND ${condition}))`;
  }
  return condition;
}

function typedParameter(type: ColumnType, value: string | null): Prisma.Sql {
  switch (type) {
    case "text":
      return sql`${value}::text`;
    case "integer":
      return sql`${value}::int`;
    case "number":
      return sql`${value}::double precision`;
    case "instant":
      return sql`${value}::timestamptz`;
    case "stage":
      return sql`${value}::"Stage"`;
    case "uuid":
      return sql`${value}::uuid`;
  }
}
