/** The keys that do something, as people read them. */
export const shortcuts: readonly { keys: string; does: string }[] = [
  { keys: "Ctrl + K or ⌘ K", does: "Goes to a page, a model or a conversation" },
  { keys: "?", does: "Shows these keys" },
  { keys: "Enter", does: "Sends a message" },
  { keys: "Shift + Enter", does: "Begins a new line in a message" },
  { keys: "↑", does: "Brings back what you said before" },
  { keys: "/", does: "At the beginning of a message: offers commands" },
  { keys: "Esc", does: "Stops the reply that is being made; closes what is open" },
];
