import type { BaseChatModel } from "@langchain/core/language_models/chat_models";
import { BadOutputError, describeFailure } from "./failure.ts";
import { type Proposal, proposalJsonSchema, proposalSchema } from "./proposal.ts";
import type { StructuredOutputMethod } from "./providers.ts";

export interface Prompt {
  system: string;
  message: string;
}

/** What is read of an answer: its text, and the calls of the "tool" that carries structured output. */
interface Answer {
  content: unknown;
  tool_calls?: { args: unknown }[];
}

/**
 * Asks once for structured output. LangChain binds the schema in the provider's way; the answer is parsed here, strictly: its own
 * parser completes JSON that was cut off, and what was cut off must not count.
 * @throws {BadOutputError} when the answer is not JSON of the schema
 */
export async function askModel(
  model: BaseChatModel,
  method: StructuredOutputMethod,
  { system, message }: Prompt,
  signal: AbortSignal,
): Promise<Proposal> {
  const structured = model.withStructuredOutput(proposalJsonSchema, {
    name: "interpretation",
    method,
    includeRaw: true,
    ...(method === "jsonSchema" ? { strict: true } : {}),
  });
  const { raw } = await structured.invoke(
    [
      ["system", system],
      ["human", message],
    ],
    { signal },
  );
  return readAnswer(raw);
}

/** Whether the provider may take another way of asking: it rejected the request as such, or passed over the schema. */
export function isMethodUnknown(error: unknown): boolean {
  const { kind, status } = describeFailure(error);
  return kind === "NOT_JSON" || (kind === "REJECTED" && status !== 404 && status !== 408 && status !== 413);
}

function readAnswer({ content, tool_calls: [call] = [] }: Answer): Proposal {
  const parsed = proposalSchema.safeParse(call ? call.args : parseJson(textOf(content)));
  if (!parsed.success) throw new BadOutputError("BAD_OUTPUT", "the answer is not of the schema");
  return parsed.data;
}

/** Content is a text, or a list of parts with texts among them. */
function textOf(content: unknown): string {
  if (typeof content === "string") return content;
  if (!Array.isArray(content)) return "";
  return content.map((part: { text?: unknown }) => (typeof part?.text === "string" ? part.text : "")).join("");
}

/** JSON, bare or in a Markdown fence, after what a reasoning model thought aloud. */
function parseJson(text: string): unknown {
  const answer = text.split("</think>").at(-1)?.trim() ?? "";
  try {
    return JSON.parse(answer.replace(/^```(?:json)?/, "").replace(/```$/, ""));
  } catch {
    throw new BadOutputError("NOT_JSON", "the answer is not JSON");
  }
}
