import type { ChatAnthropicInput } from "@langchain/anthropic";
import type { ChatBedrockConverseInput } from "@langchain/aws";
import type { BaseChatModel } from "@langchain/core/language_models/chat_models";
import type { ChatOllamaInput } from "@langchain/ollama";
import type { ChatOpenAIFields } from "@langchain/openai";
import type { Environment } from "../../environment.ts";
import { ConfigurationError } from "../../platform/errors.ts";
import { boundedFetch } from "./bounded-fetch.ts";

export type LanguageModelSettings = Environment["interpreter"];
export type Provider = Exclude<LanguageModelSettings["provider"], "BUILT_IN">;
export type StructuredOutputMethod = "jsonSchema" | "functionCalling";

/** A client whose requests end with the signal. */
export type OpenChatModel = (signal: AbortSignal) => Promise<BaseChatModel>;

interface ProviderClient {
  /** What LangChain calls the provider. */
  langchain: "openai" | "anthropic" | "bedrock" | "ollama";
  /** Ways of asking for structured output, the best first; the next is tried when the provider rejects one. */
  methods: readonly [StructuredOutputMethod, ...StructuredOutputMethod[]];
  needs: readonly ("url" | "apiKey")[];
  /** What the client is made with, besides the model's name. A client that takes no signal is made once and kept. */
  fields: (settings: LanguageModelSettings, signal: AbortSignal) => object;
  isKept?: true;
}

/** Most tokens of an answer where the provider counts no reasoning into it. */
const mostTokens = 2_000;

/**
 * Keys and addresses are always given, never left out: the clients would take what is missing from variables of their own, and
 * so send one provider's key to another's address. Retries are ours (0 there).
 */
export const providers = {
  OPENAI: {
    langchain: "openai",
    methods: ["jsonSchema", "functionCalling"],
    needs: ["apiKey"],
    fields: ({ apiKey = "", url = "https://api.openai.com/v1" }, signal) =>
      ({
        apiKey,
        maxRetries: 0,
        configuration: openAiConfiguration(url, signal),
      }) satisfies ChatOpenAIFields,
  },
  OPENAI_COMPATIBLE: {
    langchain: "openai",
    methods: ["jsonSchema", "functionCalling"],
    needs: ["url"],
    fields: ({ apiKey = "none", url = "" }, signal) =>
      ({
        apiKey,
        maxRetries: 0,
        temperature: 0,
        useResponsesApi: false,
        configuration: openAiConfiguration(url, signal),
      }) satisfies ChatOpenAIFields,
  },
  ANTHROPIC: {
    langchain: "anthropic",
    methods: ["functionCalling"],
    needs: ["apiKey"],
    fields: ({ apiKey = "", url = "https://api.anthropic.com" }, signal) =>
      ({
        apiKey,
        anthropicApiUrl: url,
        maxRetries: 0,
        maxTokens: mostTokens,
        clientOptions: { fetch: boundedFetch(signal), authToken: null },
      }) satisfies ChatAnthropicInput,
  },
  BEDROCK: {
    langchain: "bedrock",
    methods: ["functionCalling"],
    needs: [],
    // Credentials come from AWS's own chain (variables, profile, role), which also renews them: one client for all messages.
    isKept: true,
    fields: ({ url, region }) =>
      ({
        maxRetries: 0,
        maxTokens: mostTokens,
        clientOptions: { maxAttempts: 1 },
        ...(url ? { endpointHost: new URL(url).host } : {}),
        ...(region ? { region } : {}),
      }) satisfies ChatBedrockConverseInput,
  },
  OLLAMA: {
    langchain: "ollama",
    methods: ["jsonSchema"],
    needs: [],
    fields: ({ url = "http://127.0.0.1:11434" }, signal) =>
      ({
        baseUrl: url,
        maxRetries: 0,
        temperature: 0,
        numPredict: mostTokens,
        fetch: boundedFetch(signal),
      }) satisfies ChatOllamaInput,
  },
} satisfies Record<Provider, ProviderClient>;

function openAiConfiguration(baseURL: string, signal: AbortSignal) {
  return { baseURL, organization: null, project: null, fetch: boundedFetch(signal) };
}

/**
 * The provider's ways of being asked, and its client, which LangChain loads when it is opened first: tens of megabytes that only
 * who chose the provider pays for.
 * @throws {ConfigurationError} naming the variable that is missing
 */
export function providerClient(
  provider: Provider,
  settings: LanguageModelSettings,
): { methods: ProviderClient["methods"]; open: OpenChatModel } {
  const { langchain, methods, needs, fields, isKept }: ProviderClient = providers[provider];
  const { model } = settings;
  const missing = (variable: string) =>
    new ConfigurationError(
      `INTERPRETER=${provider} needs ${variable}. Set it, or leave INTERPRETER out for the built-in interpreter.`,
    );
  if (!model) throw missing("LANGUAGE_MODEL, the name of the model");
  if (needs.includes("url") && !settings.url) throw missing("LANGUAGE_MODEL_URL, the address that ends in /v1");
  if (needs.includes("apiKey") && !settings.apiKey) throw missing("LANGUAGE_MODEL_API_KEY");
  let kept: Promise<BaseChatModel> | undefined;

  const make = async (signal: AbortSignal): Promise<BaseChatModel> => {
    const { initChatModel } = await import("langchain/chat_models/universal");
    return initChatModel(model, { modelProvider: langchain, ...fields(settings, signal) });
  };

  return {
    methods,
    open(signal) {
      if (!isKept) return make(signal);
      kept ??= make(signal).catch((error: unknown) => {
        kept = undefined;
        throw error;
      });
      return kept;
    },
  };
}
