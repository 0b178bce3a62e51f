/** By these the field points at the list of commands and at the one that would be taken. */
export const commandListId = "commands";
export const commandId = (name: string) => `command-${name}`;
