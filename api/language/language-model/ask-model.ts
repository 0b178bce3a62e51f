import type { BaseChatModel } from "@langchain/core/language_models/chat_models";
import type { Runnable } from "@langchain/core/runnables";
import { BadOutputError, describeFailure } from "./failure.ts";
import { type Proposal, proposalJsonSchema, proposalSchema } from "./proposal.ts";
import type { StructuredOutputMethod } from "./providers.ts";
import type { ReportedTokens, TokenMeter } from "./usage.ts";

export interface Prompt {
  system: string;
  message: string;
}

/** What is read of an answer: its text, the calls of the "tool" that carries structured output, and the provider's count. */
interface Answer {
  content: unknown;
  tool_calls?: { args: unknown }[];
  usage_metadata?: ReportedTokens;
}

type Structured = Runnable<[string, string][], { raw: Answer }>;

/** The structured forms of clients that are kept over many messages, so that they keep their connections. */
const structuredForms = new WeakMap<BaseChatModel, Map<StructuredOutputMethod, Structured>>();

/**
 * Asks once for structured output. LangChain binds the schema in the provider's way; the answer is parsed here, strictly: its own
 * parser completes JSON that was cut off, and what was cut off must not count.
 * @throws {BadOutputError} when the answer is not JSON of the schema
 */
export async function askModel(
  model: BaseChatModel,
  method: StructuredOutputMethod,
  { system, message }: Prompt,
  meter: TokenMeter,
  signal: AbortSignal,
): Promise<Proposal> {
  const request = meter.begin(system + message);
  let raw: Answer;
  try {
    ({ raw } = await structuredForm(model, method).invoke(
      [
        ["system", system],
        ["human", message],
      ],
      { signal },
    ));
  } catch (error) {
    request.failed(error);
    throw error;
  }
  request.answered(raw.usage_metadata, JSON.stringify(raw.tool_calls?.length ? raw.tool_calls : raw.content));
  return readAnswer(raw);
}

function structuredForm(model: BaseChatModel, method: StructuredOutputMethod): Structured {
  const forms = structuredForms.get(model) ?? new Map<StructuredOutputMethod, Structured>();
  structuredForms.set(model, forms);
  const known = forms.get(method);
  if (known) return known;
  const form: Structured = model.withStructuredOutput(proposalJsonSchema, {
    name: "interpretation",
    method,
    includeRaw: true,
    ...(method === "jsonSchema" ? { strict: true } : {}),
  });
  forms.set(method, form);
  return form;
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
