import type { ModelEvent } from "../models/model-events.ts";

/** The type of an event in a delivery: "model.promoted". */
export function eventName(type: ModelEvent["type"]): string {
  return `model.${type.toLowerCase()}`;
}

/** The event that a test sends. */
export const testEvent = "webhook.test";

/** The body of a delivery: Standard Webhooks' type, timestamp and data. */
export function bodyOf({ type, at, ...data }: ModelEvent): string {
  return JSON.stringify({ type: eventName(type), timestamp: at.toISOString(), data });
}

export function testBody(at: Date, actor: string): string {
  return JSON.stringify({ type: testEvent, timestamp: at.toISOString(), data: { actor } });
}
