import { describe, expect, test } from "vitest";
import type { Filter } from "./filter.ts";
import { parseFilter } from "./parse-filter.ts";
import { parseOrder } from "./parse-order.ts";

/** A filter as a text in which every parenthesis stands. */
function told(filter: Filter | null): string {
  if (!filter) return "";
  switch (filter.type) {
    case "not":
      return `not ${told(filter.part)}`;
    case "and":
    case "or":
      return `(${filter.parts.map(told).join(` ${filter.type} `)})`;
    case "comparison": {
      const { kind, key } = filter.subject;
      const literals = "values" in filter ? filter.values : "value" in filter ? [filter.value] : [];
      return [`${kind}:${key}`, filter.operator, JSON.stringify(literals.map(({ value }) => value))].join(" ");
    }
  }
}

const comparison = (text: string) => told(parseFilter(text));

test.each([
  ["metrics.accuracy > 0.8", "metric:accuracy > [0.8]"],
  ["metric.accuracy>=.8", "metric:accuracy >= [0.8]"],
  ["METRICS.loss < 1e-3", "metric:loss < [0.001]"],
  ["metrics.x = -2", "metric:x = [-2]"],
  ["metrics.train.accuracy <= 1", "metric:train.accuracy <= [1]"],
  ['metrics."log loss" != 1', "metric:log loss != [1]"],
  ["params.`C` = '1'", 'param:C = ["1"]'],
  ["parameters.C = '1'", 'param:C = ["1"]'],
  ["tags.team = 'risk'", 'tag:team = ["risk"]'],
  ['tag.team = "risk"', 'tag:team = ["risk"]'],
  ["tags.mlflow.note = 'a'", 'tag:mlflow.note = ["a"]'],
  ["tags.`mlflow.prompt.is_prompt` != 'true'", 'tag:mlflow.prompt.is_prompt != ["true"]'],
  ["tags.2026 = 'x'", 'tag:2026 = ["x"]'],
  ["tags.größe = 'x'", 'tag:größe = ["x"]'],
  ["name LIKE 'tit%'", 'attribute:name LIKE ["tit%"]'],
  ["name ilike 'TIT%'", 'attribute:name ILIKE ["TIT%"]'],
  ["attributes.name = 'titanic'", 'attribute:name = ["titanic"]'],
  ["attr.\"name\" == 'x'", 'attribute:name = ["x"]'],
  ["`name` <> 'x'", 'attribute:name != ["x"]'],
  ["Stage = 'PRODUCTION'", 'attribute:stage = ["PRODUCTION"]'],
  ["version_number > 1", "attribute:version_number > [1]"],
  ["aliases = 'champion'", 'alias: = ["champion"]'],
  ["alias IN ('a', 'b')", 'alias: IN ["a","b"]'],
  ["name NOT IN ('a')", 'not attribute:name IN ["a"]'],
  ["name NOT LIKE 'a%'", 'not attribute:name LIKE ["a%"]'],
  ["run_id IS NULL", "attribute:run_id IS NULL []"],
  ["tags.x is not null", "not tag:x IS NULL []"],
  ["name = 'it''s'", 'attribute:name = ["it\'s"]'],
  ['name = "a""b"', 'attribute:name = ["a\\"b"]'],
  ["name = '\\'", 'attribute:name = ["\\\\"]'],
  ["name = ''", 'attribute:name = [""]'],
  ["  \n ", ""],
])("%s", (text, expected) => {
  expect(comparison(text)).toBe(expected);
});

test.each([
  ["a = 1 and b = 2 and c = 3", "(attribute:a = [1] and attribute:b = [2] and attribute:c = [3])"],
  ["a = 1 OR b = 2 AND c = 3", "(attribute:a = [1] or (attribute:b = [2] and attribute:c = [3]))"],
  ["(a = 1 OR b = 2) AND c = 3", "((attribute:a = [1] or attribute:b = [2]) and attribute:c = [3])"],
  ["NOT a = 1 AND b = 2", "(not attribute:a = [1] and attribute:b = [2])"],
  ["NOT (a = 1 AND b = 2)", "not (attribute:a = [1] and attribute:b = [2])"],
  ["not not a = 1", "not not attribute:a = [1]"],
  ["((a = 1))", "attribute:a = [1]"],
])("binds %s", (text, expected) => {
  expect(comparison(text)).toBe(expected);
});

describe("a fault is told with its place", () => {
  test.each([
    ["name", 4, "an operator is expected"],
    ["name =", 6, "a number, or a text in quotes"],
    ["name = titanic", 7, "a number, or a text in quotes"],
    ["name = `titanic`", 7, "a number, or a text in quotes"],
    ["name = 'titanic", 7, "never closed"],
    ["name = 'a' name = 'b'", 11, "AND, OR or the end"],
    ["name = 'a' AND", 14, "a name is expected"],
    ["AND name = 'a'", 4, "an operator is expected"],
    ["(name = 'a'", 11, "a closing parenthesis"],
    ["name = 'a')", 10, "AND, OR or the end"],
    ["name IN 'a'", 8, "a list in parentheses"],
    ["name IN ()", 9, "a number, or a text in quotes"],
    ["name IN ('a' 'b')", 13, "a comma or a closing parenthesis"],
    ["name IN ('a',)", 13, "a number, or a text in quotes"],
    ["tags. = 'x'", 6, "a key is expected"],
    ["tags.'x' = 'x'", 5, "a key is expected"],
    ["owner.name = 'x'", 0, '"owner" has no parts'],
    ["name ; DROP TABLE model", 5, "this can't stand here"],
    ["name = 'a' -- comment", 11, "this can't stand here"],
    ["name BETWEEN 1 AND 2", 5, "an operator is expected"],
    ["name IS 1", 8, "NULL is expected"],
    ["'name' = 'x'", 0, "a name is expected"],
    ["metrics.cross-entropy > 1", 13, "goes into backticks"],
    ["tags.x 5", 7, "an operator is expected"],
  ])("%s", (text, at, why) => {
    expect(() => parseFilter(text)).toThrow(
      expect.objectContaining({ code: "INVALID_INPUT", at, message: expect.stringContaining(why) }),
    );
  });

  test("in a sentence, counted from 1, with what stands there", () => {
    expect(() => parseFilter("name = titanic")).toThrow(
      'The filter can\'t be read at character 8, "titanic": a number, or a text in quotes, is expected here.',
    );
    expect(() => parseFilter("name =")).toThrow(/^The filter can't be read at its end: /);
  });
});

test("a filter is bounded: its length, its conditions, its depth, its lists", () => {
  const refused = (text: string, why: string) => expect(() => parseFilter(text)).toThrow(why);
  refused(`name = '${"x".repeat(4_000)}'`, "at most 4000 characters");
  refused(Array(51).fill("a = 1").join(" AND "), "at most 50 conditions");
  refused(`${"(".repeat(3_000)}a = 1`, "at most 20 deep");
  refused("NOT ".repeat(900), "at most 20 deep");
  refused(`a IN (${Array(300).fill("1").join(",")})`, "at most 200 values");
  expect(comparison(`${"(".repeat(20)}a = 1${")".repeat(20)}`)).toBe("attribute:a = [1]");
});

/** A generator of numbers that look random, and are the same in every run. */
function numbersFrom(seed: number): (below: number) => number {
  let state = seed;
  return (below) => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return Math.floor((state / 2 ** 32) * below);
  };
}

const quoted = (text: string, quote: string) => quote + text.replaceAll(quote, quote + quote) + quote;

test("whatever is put into quotes comes out of them, and changes nothing beside", () => {
  const below = numbersFrom(7);
  const alphabet = ["'", '"', "`", "\\", ";", "--", "%", "(", ")", " ", "\n", "é", "😀", "AND", "$1", "x"];
  const any = () => Array.from({ length: below(12) }, () => alphabet[below(alphabet.length)]).join("");
  for (let round = 0; round < 2_000; round += 1) {
    const [key, value, other] = [`${any()}k`, any(), any()];
    const text = `tags.${quoted(key, below(2) ? "`" : '"')} = ${quoted(value, below(2) ? "'" : '"')} AND name != ${quoted(other, "'")}`;
    expect(comparison(text)).toBe(
      `(tag:${key} = ${JSON.stringify([value])} and attribute:name != ${JSON.stringify([other])})`,
    );
  }
});

test("whatever text it is, it is understood or refused with a place in it, and at once", () => {
  const below = numbersFrom(11);
  const parts = [
    "name",
    "tags",
    ".",
    "=",
    "!=",
    "LIKE",
    "IN",
    "(",
    ")",
    ",",
    "'a'",
    '"',
    "`",
    "1",
    "-",
    "AND",
    "OR",
    "NOT",
    "IS",
    "NULL",
    " ",
    "é",
    "\0",
    "\ud800",
  ];
  for (let round = 0; round < 5_000; round += 1) {
    const text = Array.from({ length: below(20) }, () => parts[below(parts.length)]).join(below(2) ? " " : "");
    try {
      parseFilter(text);
    } catch (error) {
      expect(error).toMatchObject({ code: "INVALID_INPUT" });
      const { at } = error as { at: number };
      expect(at).toBeGreaterThanOrEqual(0);
      expect(at).toBeLessThanOrEqual(text.length);
    }
  }
});

test("an order has keys, each with its direction", () => {
  expect(
    parseOrder(["metrics.accuracy DESC", "name", "tags.`a b` asc"]).map(
      ({ subject, descending }) => `${subject.kind}:${subject.key} ${descending}`,
    ),
  ).toEqual(["metric:accuracy true", "attribute:name false", "tag:a b false"]);
  expect(() => parseOrder(["name DESC, version"])).toThrow(/orderBy can't be read at character 10, ", version"/);
  expect(() => parseOrder(["name; DROP TABLE model"])).toThrow(/this can't stand here/);
  expect(() => parseOrder(Array(5).fill("name"))).toThrow("at most 4 keys");
  expect(() => parseOrder(["x".repeat(400)])).toThrow("too long");
});
