/** A short way to say something: it becomes the sentence before it is sent, so that a message reads the same wherever it came from. */
export interface SlashCommand {
  name: string;
  /** What may stand behind it; null: nothing. */
  argument: string | null;
  does: string;
  /** The sentence; `rest` is what stood behind the command, "" for nothing. */
  says: (rest: string) => string;
}

export const slashCommands: readonly SlashCommand[] = [
  {
    name: "train",
    argument: "a model",
    does: "Trains a model",
    says: (rest) => (rest ? `Train ${rest}` : "What models are available?"),
  },
  {
    name: "promote",
    argument: "a version",
    does: "Puts a version into production",
    says: (rest) => `Promote ${rest || "it"}`,
  },
  {
    name: "predict",
    argument: "a case, in your words",
    does: "Asks for a prediction",
    says: (rest) => (rest ? `Predict for ${rest}` : "Make a prediction"),
  },
  {
    name: "audit",
    argument: "a model",
    does: "Tells who did what",
    says: (rest) => (rest ? `Show the audit log of ${rest}` : "Show the audit log"),
  },
  { name: "help", argument: null, does: "Tells what can be said", says: () => "Help" },
];

/** The commands that what is typed may become: as long as it is one word that begins with a slash. */
export function commandsFor(text: string): readonly SlashCommand[] {
  const typed = /^\/(\w*)$/.exec(text)?.[1]?.toLowerCase();
  return typed === undefined ? [] : slashCommands.filter(({ name }) => name.startsWith(typed));
}

/** The sentence that a command stands for; any other text as it is. */
export function sentenceOf(text: string): string {
  const [, typed, rest = ""] = /^\/(\w+)(?:\s+(.*))?$/s.exec(text) ?? [];
  const command = slashCommands.find(({ name }) => name === typed?.toLowerCase());
  return command ? command.says(command.argument === null ? "" : rest.trim()) : text;
}
