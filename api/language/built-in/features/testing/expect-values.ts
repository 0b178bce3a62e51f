import { expect } from "vitest";
import type { ModelDefinition } from "../../../../models/definitions/define-model.ts";
import { readMessage } from "../../text/read-message.ts";
import { compileDefinition } from "../compiled-definition.ts";
import type { FeatureReading } from "../feature-reading.ts";
import { readFeatures } from "../read-features.ts";

/** Reads a text as a message is read, with one model known, and checks that every piece of evidence stands in it word for word. */
export function readWith(definition: ModelDefinition, text: string): FeatureReading {
  const message = readMessage(text, { models: [{ definition, registered: true, versions: [] }], focus: {} });
  const versions = message.versions.filter(({ said, bare }) => said === "NUMBER" && !bare);
  const ignored = new Set([...message.quoted, ...versions.flatMap(({ first, last }) => [first, last])]);
  const reading = readFeatures(message.text, compileDefinition(definition), message.tokens, ignored);
  for (const { start, end, text: words } of reading.evidence) expect(text.slice(start, end)).toBe(words);
  return reading;
}

/** Expects exactly these values, numbers within half a percent. */
export function expectValues(
  definition: ModelDefinition,
  text: string,
  values: Readonly<Record<string, string | number>>,
): void {
  const { values: read } = readWith(definition, text);
  expect(Object.keys(read).sort()).toEqual(Object.keys(values).sort());
  for (const [name, wanted] of Object.entries(values)) {
    const got = read[name];
    if (typeof wanted === "number" && typeof got === "number")
      expect(Math.abs(got - wanted)).toBeLessThanOrEqual(0.005 * wanted);
    else expect(got).toBe(wanted);
  }
}
