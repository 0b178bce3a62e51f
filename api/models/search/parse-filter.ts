import type { Comparison, Filter, Literal } from "./filter.ts";
import { SearchSyntaxError } from "./filter-error.ts";
import { TokenReader } from "./token-reader.ts";

/** Longer than any filter that a person writes; a program that needs more asks twice. */
const longestFilter = 4_000;
const mostComparisons = 50;
const deepest = 20;
const mostListed = 200;

/**
 * Reads a filter: conditions like `tags.team = 'risk'`, joined by AND (in MLflow's syntax), OR, NOT and parentheses.
 * @returns null for an empty one, which everything passes
 * @throws {SearchSyntaxError} with the place of the first fault
 */
export function parseFilter(text: string): Filter | null {
  const source = { name: "filter", text } as const;
  if (text.length > longestFilter) {
    throw new SearchSyntaxError(source, longestFilter, `a filter has at most ${longestFilter} characters`);
  }
  if (text.trim() === "") return null;
  const reader = new FilterReader(source);
  const filter = reader.alternatives(0);
  const rest = reader.peek();
  if (rest.type !== "end") reader.fail(rest.at, "AND, OR or the end is expected here");
  return filter;
}

/** Recursive descent, a method a rule: OR binds looser than AND, AND looser than NOT. */
class FilterReader extends TokenReader {
  private comparisons = 0;

  alternatives(depth: number): Filter {
    const first = this.conjunction(depth);
    if (!this.keyword("OR")) return first;
    const parts = [first];
    do parts.push(this.conjunction(depth));
    while (this.keyword("OR"));
    return { type: "or", parts };
  }

  private conjunction(depth: number): Filter {
    const first = this.unary(depth);
    if (!this.keyword("AND")) return first;
    const parts = [first];
    do parts.push(this.unary(depth));
    while (this.keyword("AND"));
    return { type: "and", parts };
  }

  private unary(depth: number): Filter {
    const { at } = this.peek();
    if (depth > deepest) this.fail(at, `parentheses and NOT stand at most ${deepest} deep in one another`);
    if (this.keyword("NOT")) return { type: "not", part: this.unary(depth + 1) };
    if (!this.mark("(")) return this.comparison();
    const inner = this.alternatives(depth + 1);
    if (!this.mark(")")) this.fail(this.peek().at, "a closing parenthesis is expected here");
    return inner;
  }

  private comparison(): Filter {
    const subject = this.subject();
    const { at } = subject;
    this.comparisons += 1;
    if (this.comparisons > mostComparisons) this.fail(at, `a filter has at most ${mostComparisons} conditions`);
    const token = this.peek();
    if (token.type === "operator") {
      this.next();
      return { type: "comparison", subject, at: token.at, operator: token.text, value: this.literal() };
    }
    if (this.keyword("IS")) {
      const negated = this.keyword("NOT");
      if (!this.keyword("NULL")) this.fail(this.peek().at, "NULL is expected here");
      return negatable(negated, { type: "comparison", subject, at: token.at, operator: "IS NULL" });
    }
    const negated = this.keyword("NOT");
    const operator = this.keyword("LIKE", "ILIKE", "IN");
    if (operator === "IN") {
      return negatable(negated, { type: "comparison", subject, at: token.at, operator, values: this.list() });
    }
    if (operator === "LIKE" || operator === "ILIKE") {
      return negatable(negated, { type: "comparison", subject, at: token.at, operator, value: this.literal() });
    }
    return this.fail(this.peek().at, "an operator is expected here: =, !=, <, <=, >, >=, LIKE, ILIKE, IN or IS NULL");
  }

  private literal(): Literal {
    const token = this.next();
    if (token.type === "number") return { value: token.value, at: token.at };
    if (token.type === "quoted" && token.by !== "`") return { value: token.text, at: token.at };
    return this.fail(token.at, "a number, or a text in quotes, is expected here");
  }

  private list(): Literal[] {
    if (!this.mark("(")) this.fail(this.peek().at, "a list in parentheses is expected behind IN");
    const values = [this.literal()];
    while (this.mark(",")) {
      values.push(this.literal());
      if (values.length > mostListed) this.fail(this.peek().at, `a list has at most ${mostListed} values`);
    }
    if (!this.mark(")")) this.fail(this.peek().at, "a comma or a closing parenthesis is expected here");
    return values;
  }
}

function negatable(negated: string | undefined, comparison: Comparison): Filter {
  return negated ? { type: "not", part: comparison } : comparison;
}
