/** How a question was read, for a check. */
export interface Reading {
  source: string;
  fallback?: string | null;
}

const providers: Readonly<Record<string, string>> = {
  OPENAI: "OpenAI",
  ANTHROPIC: "Anthropic",
  BEDROCK: "Amazon Bedrock",
  OLLAMA: "Ollama",
  OPENAI_COMPATIBLE: "the OpenAI-compatible server",
};

/** What a check found: whether what is configured answered, and if not, why. */
export function checkInWords({ source, fallback }: Reading): { tone: "good" | "warn"; text: string } {
  if (fallback) return { tone: "warn", text: `A language model is configured, and gave no answer. ${fallback}` };
  const provider = providers[source];
  if (provider) return { tone: "good", text: `A language model read it, by ${provider}.` };
  return { tone: "good", text: "The built-in interpreter read it: no key and no network are needed." };
}
