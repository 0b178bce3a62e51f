import { doors } from "../../api/actions/doors.ts";
import { type ActionName, actions } from "../../api/actions/index.ts";
import { table } from "./markdown.ts";

const risks = {
  read: "reads",
  write: "changes",
  destructive: "changes; asked first in the chat",
} as const;

/** docs/actions.md, from the actions and the table of doors that the parity test holds to be true. */
export function actionsPage(): string {
  const names = Object.keys(actions) as ActionName[];
  const rows = names.map((name) => {
    const { title, risk, permission } = actions[name];
    const { graphql, chat } = doors[name];
    return [
      `\`${name}\``,
      title,
      risks[risk],
      `\`${permission}\``,
      typeof graphql === "string" ? `\`${graphql}\`` : "– ¹",
      chat === true ? "yes" : "– ¹",
    ];
  });
  const missing = names.flatMap((name) =>
    Object.entries(doors[name]).flatMap(([door, there]) =>
      typeof there === "object" ? [`- \`${name}\` in ${door === "chat" ? "the chat" : "GraphQL"}: ${there.none}`] : [],
    ),
  );
  const descriptions = names.map((name) => `- \`${name}\`: ${actions[name].description}`);
  return `# Actions and doors

Everything that can be done here is an action, defined once; a door parses, calls the action, and renders what came of it. What is not in this
table can't be done by anyone.

${table(["Action", "", "", "Permission", "GraphQL", "Chat"], rows)}

¹ Not there, and why:

${missing.join("\n")}

## What each does

${descriptions.join("\n")}
`;
}
