import { type DocumentNode, GraphQLError, Kind, type StringValueNode, visit } from "graphql";
import type { Plugin } from "graphql-yoga";
import { LimitExceededError } from "../../platform/errors.ts";
import { deepestDocument, deepestVariables, nestingOf } from "./nesting.ts";

/**
 * Refuses a document that is nested deeper than anything of use: graphql-js' parser descends with each bracket, and would overflow.
 * @throws {LimitExceededError}
 */
export function checkNesting(document: string): void {
  if (nestingOf(document) > deepestDocument) {
    throw new LimitExceededError(`A document has at most ${deepestDocument} brackets in one another.`);
  }
}

/**
 * Variables as every room can take them: text without NUL and lone surrogates, which no column of PostgreSQL holds (U+FFFD stands
 * in their place), nested no deeper than anything of use. The same object when there is nothing to change.
 * @throws {LimitExceededError} lists and objects in one another, deeper than the limit
 */
export function storableVariables(value: unknown, depth = 0): unknown {
  if (typeof value === "string") return wellFormed(value);
  if (value === null || typeof value !== "object") return value;
  if (depth > deepestVariables) {
    throw new LimitExceededError(`Variables have at most ${deepestVariables} lists and objects in one another.`);
  }
  if (Array.isArray(value)) {
    const items = value.map((item) => storableVariables(item, depth + 1));
    return items.some((item, index) => item !== value[index]) ? items : value;
  }
  const entries = Object.entries(value).map(
    ([key, item]) => [wellFormed(key), storableVariables(item, depth + 1), key, item] as const,
  );
  return entries.some(([key, item, ownKey, own]) => key !== ownKey || item !== own)
    ? Object.fromEntries(entries)
    : value;
}

/** The document with its string values as `storableVariables` makes them. */
export function storableDocument(document: DocumentNode, source: string): DocumentNode {
  if (!source.includes("\\u") && isStorable(source)) return document;
  return visit(document, { [Kind.STRING]: { enter: storableString } });
}

function storableString(node: StringValueNode): StringValueNode | undefined {
  return isStorable(node.value) ? undefined : { ...node, value: wellFormed(node.value) };
}

function isStorable(text: string): boolean {
  return text.isWellFormed() && !text.includes("\0");
}

function wellFormed(text: string): string {
  return isStorable(text) ? text : text.replaceAll("\0", "\uFFFD").toWellFormed();
}

/** Guards each request before anything reads it. */
export function requestGuard(): Plugin {
  return {
    onParams({ params, setParams, setResult }) {
      try {
        if (typeof params?.query === "string") checkNesting(params.query);
        const given: unknown = params?.variables;
        const variables = storableVariables(given);
        if (variables !== given) setParams({ ...params, variables: variables as Record<string, unknown> });
      } catch (error) {
        if (!(error instanceof LimitExceededError)) throw error;
        const refusal = new GraphQLError(error.message, { extensions: { code: error.code } });
        setResult({ errors: [refusal], extensions: { http: { status: 400 } } });
      }
    },
    onParse({ params }) {
      const source = String(params.source);
      return ({ result, replaceParseResult }) => {
        if (result && !(result instanceof Error)) replaceParseResult(storableDocument(result, source));
      };
    },
  };
}
