import { Stage } from "../../../prisma/client/enums.ts";
import { Prisma } from "../../platform/database.ts";
import { fieldOf } from "./fields.ts";
import type { CompareOperator, Comparison, Filter, Literal } from "./filter.ts";
import { SearchSyntaxError, type Source } from "./filter-error.ts";
import type { ColumnType, Field, SearchTarget } from "./target.ts";

const { sql } = Prisma;

/** A tag that MLflow's clients ask for of everything: models that hold prompts have it, so what has none has it not. */
const promptTag = "mlflow.prompt.is_prompt";

const operators: Record<CompareOperator, Prisma.Sql> = {
  "=": sql`=`,
  "!=": sql`<>`,
  "<": sql`<`,
  "<=": sql`<=`,
  ">": sql`>`,
  ">=": sql`>=`,
};

/**
 * The filter as a condition of SQL; every value in it is a parameter.
 * @throws {SearchSyntaxError} where something is named that is not there, or compared with what it can't be
 */
export function compileFilter(filter: Filter, target: SearchTarget, source: Source): Prisma.Sql {
  switch (filter.type) {
    case "comparison":
      return compileComparison(filter, target, source);
    case "not":
      return sql`NOT (${compileFilter(filter.part, target, source)})`;
    case "and":
      return joined(filter.parts, " AND ", target, source);
    case "or":
      return joined(filter.parts, " OR ", target, source);
  }
}

function joined(parts: Filter[], separator: string, target: SearchTarget, source: Source): Prisma.Sql {
  const conditions = parts.map((part) => compileFilter(part, target, source));
  return Prisma.join(conditions, separator, "(", ")");
}

function compileComparison(comparison: Comparison, target: SearchTarget, source: Source): Prisma.Sql {
  const field = fieldOf(target, comparison.subject, source);
  const typed = (literal: Literal) => parameter(field.type, literal, source);
  switch (comparison.operator) {
    case "IS NULL":
      return sql`NOT (${field.holds((value) => sql`${value} IS NOT NULL`)})`;
    case "IN": {
      const values = comparison.values.map(typed);
      return field.holds((value) => sql`${value} IN (${Prisma.join(values)})`);
    }
    case "LIKE":
    case "ILIKE": {
      const pattern = likePattern(field, comparison.value, source);
      return field.holds((value) =>
        comparison.operator === "LIKE" ? sql`${value} LIKE ${pattern}` : sql`${value} ILIKE ${pattern}`,
      );
    }
    default:
      return compare(comparison, field, typed(comparison.value), source);
  }
}

function compare(
  { operator, subject, value: literal, at }: Comparison & { operator: CompareOperator },
  field: Field,
  value: Prisma.Sql,
  source: Source,
): Prisma.Sql {
  const ordered = field.type === "text" || field.type === "stage" ? operator === "=" || operator === "!=" : true;
  if (!ordered) throw new SearchSyntaxError(source, at, "texts compare with =, !=, LIKE, ILIKE and IN");
  const equals = () => field.holds((held) => equality(field, held, value, literal.value));
  if (subject.kind === "tag" && subject.key === promptTag) {
    if ((operator === "=") === (literal.value === "true")) return equals();
    return sql`NOT (${field.holds((held) => sql`${held} = 'true'`)})`;
  }
  if (operator === "=") return equals();
  // Of what may be there several times, "is not" says that none of them is.
  if (operator === "!=" && field.value === undefined) return sql`NOT (${equals()})`;
  return field.holds((held) => sql`${held} ${operators[operator]} ${value}`);
}

/**
 * Texts beside are indexed by their beginning alone: what is longer would not fit into an index. A text that is shorter than the beginning
 * is equal when the beginning is: said twice, the database would think it twice as rare.
 */
function equality({ type, required, short }: Field, held: Prisma.Sql, value: Prisma.Sql, text: unknown): Prisma.Sql {
  if (type !== "text" || required !== undefined || short) return sql`${held} = ${value}`;
  const beginning = sql`left(${held}, 256) = left(${value}, 256)`;
  return String(text).length < 256 ? beginning : sql`(${beginning} AND ${held} = ${value})`;
}

/** SQL's own, but without an escape character: MLflow has none. */
function likePattern(field: Field, { value, at }: Literal, source: Source): string {
  if (field.type !== "text") throw new SearchSyntaxError(source, at, "LIKE and ILIKE are for texts");
  if (typeof value !== "string") throw new SearchSyntaxError(source, at, "a pattern is a text in quotes");
  return storable(value, at, source).replaceAll("\\", "\\\\");
}

function parameter(type: ColumnType, { value, at }: Literal, source: Source): Prisma.Sql {
  const wrong = (why: string): never => {
    throw new SearchSyntaxError(source, at, why);
  };
  switch (type) {
    case "text":
    case "uuid":
      return typeof value === "string"
        ? sql`${storable(value, at, source)}`
        : wrong("a text in quotes is expected here");
    case "integer":
    case "number":
      return typeof value === "number"
        ? sql`${value}::double precision`
        : wrong("a number without quotes is expected here");
    case "instant": {
      const instant = new Date(value);
      const { 0: earliest, 1: latest } = instants;
      if (instant >= earliest && instant <= latest) return sql`${instant.toISOString()}::timestamptz`;
      return wrong('a time is expected here: milliseconds since 1970, or a text like "2026-11-27T10:00:00Z"');
    }
    case "stage": {
      const named = Object.values(Stage).find((stage) => stage === String(value).toUpperCase());
      return named ? sql`${named}::"Stage"` : wrong(`a stage is expected here: ${Object.values(Stage).join(", ")}`);
    }
  }
}

/** Years of four digits: what is outside of them nobody means. */
const instants = [new Date("1000-01-01T00:00:00Z"), new Date("9999-12-31T23:59:59Z")] as const;

function storable(value: string, at: number, source: Source): string {
  if (!value.includes("\0") && value.isWellFormed()) return value;
  throw new SearchSyntaxError(source, at, "this text holds characters that no text of the registry can have");
}
