import type { BaseChatModel } from "@langchain/core/language_models/chat_models";
import type { Environment } from "../../environment.ts";
import { boundedFetch } from "./bounded-fetch.ts";

export type LanguageModelSettings = Environment["interpreter"] & {
  /** AWS's region, for BEDROCK. */
  region?: string;
};
export type Provider = Exclude<LanguageModelSettings["provider"], "BUILT_IN">;
export type StructuredOutputMethod = "jsonSchema" | "functionCalling";

/** A client whose requests end with the signal. */
export type OpenChatModel = (signal: AbortSignal) => BaseChatModel;

interface ProviderClient {
  /** Ways of asking for structured output, the best first; the next is tried when the provider rejects one. */
  methods: readonly [StructuredOutputMethod, ...StructuredOutputMethod[]];
  needs: readonly ("url" | "apiKey")[];
  /** Imports the client: tens of megabytes that only who chose the provider pays for. */
  load: (settings: LanguageModelSettings & { model: string }) => Promise<OpenChatModel>;
}

/** Most tokens of an answer where the provider counts no reasoning into it. */
const mostTokens = 2_000;

/**
 * Keys and addresses are always given, never left out: the clients would take what is missing from variables of their own, and
 * so send one provider's key to another's address. Retries are ours (0 there).
 */
export const providers = {
  OPENAI: {
    methods: ["jsonSchema", "functionCalling"],
    needs: ["apiKey"],
    async load({ model, apiKey = "", url = "https://api.openai.com/v1" }) {
      const { ChatOpenAI } = await import("@langchain/openai");
      return (signal) =>
        new ChatOpenAI({ model, apiKey, maxRetries: 0, configuration: openAiConfiguration(url, signal) });
    },
  },
  OPENAI_COMPATIBLE: {
    methods: ["jsonSchema", "functionCalling"],
    needs: ["url"],
    async load({ model, apiKey = "none", url = "" }) {
      const { ChatOpenAI } = await import("@langchain/openai");
      return (signal) =>
        new ChatOpenAI({
          model,
          apiKey,
          maxRetries: 0,
          temperature: 0,
          useResponsesApi: false,
          configuration: openAiConfiguration(url, signal),
        });
    },
  },
  ANTHROPIC: {
    methods: ["functionCalling"],
    needs: ["apiKey"],
    async load({ model, apiKey = "", url = "https://api.anthropic.com" }) {
      const { ChatAnthropic } = await import("@langchain/anthropic");
      return (signal) =>
        new ChatAnthropic({
          model,
          apiKey,
          anthropicApiUrl: url,
          maxRetries: 0,
          maxTokens: mostTokens,
          clientOptions: { fetch: boundedFetch(signal), authToken: null },
        });
    },
  },
  BEDROCK: {
    methods: ["functionCalling"],
    needs: [],
    async load({ model, url, region }) {
      const { ChatBedrockConverse } = await import("@langchain/aws");
      // Credentials come from AWS's own chain (variables, profile, role), which also renews them.
      const client = new ChatBedrockConverse({
        model,
        maxRetries: 0,
        maxTokens: mostTokens,
        clientOptions: { maxAttempts: 1 },
        ...(url ? { endpointHost: new URL(url).host } : {}),
        ...(region ? { region } : {}),
      });
      return () => client;
    },
  },
  OLLAMA: {
    methods: ["jsonSchema"],
    needs: [],
    async load({ model, url = "http://127.0.0.1:11434" }) {
      const { ChatOllama } = await import("@langchain/ollama");
      return (signal) =>
        new ChatOllama({
          model,
          baseUrl: url,
          maxRetries: 0,
          temperature: 0,
          numPredict: mostTokens,
          fetch: boundedFetch(signal),
        });
    },
  },
} satisfies Record<Provider, ProviderClient>;

function openAiConfiguration(baseURL: string, signal: AbortSignal) {
  return { baseURL, organization: null, project: null, fetch: boundedFetch(signal) };
}

/**
 * The provider's client, or why it can't be used as it is configured.
 * @throws {Error} naming the variable that is missing
 */
export function providerClient(
  provider: Provider,
  settings: LanguageModelSettings,
): ProviderClient & { model: string } {
  const client: ProviderClient = providers[provider];
  const missing = (variable: string) => new Error(`INTERPRETER=${provider} needs ${variable}.`);
  if (!settings.model) throw missing("LANGUAGE_MODEL, the name of the model");
  if (client.needs.includes("url") && !settings.url) throw missing("LANGUAGE_MODEL_URL, the address that ends in /v1");
  if (client.needs.includes("apiKey") && !settings.apiKey) throw missing("LANGUAGE_MODEL_API_KEY");
  return { ...client, model: settings.model };
}
