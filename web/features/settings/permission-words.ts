const nouns: Readonly<Record<string, string>> = {
  models: "models",
  training: "trainings",
  predictions: "predictions",
  audit: "the audit log",
  chat: "the chat",
  webhooks: "webhooks",
};

const verbs: Readonly<Record<string, string>> = {
  read: "See",
  write: "Change",
  remove: "Remove",
  policy: "Set the policies of",
  approve: "Approve promotions of",
  make: "Make",
  use: "Use",
  manage: "Manage",
};

/** A permission as a person says it: models:read → "See models". One that is not known here is shown as it is. */
export function permissionInWords(permission: string): string {
  const [noun = "", verb = ""] = permission.split(":");
  const words = [verbs[verb], nouns[noun]];
  return words.every(Boolean) ? words.join(" ") : permission;
}
