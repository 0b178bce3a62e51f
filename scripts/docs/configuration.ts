import { z } from "zod";
import {
  databaseVariables,
  frontVariables,
  interpreterVariables,
  processVariables,
  productVariables,
  serverVariables,
  signInVariables,
} from "../../api/environment-variables.ts";
import { table } from "./markdown.ts";

const groups = [
  ["Every process", processVariables],
  ["Addresses", serverVariables],
  ["Sign-in", frontVariables],
  ["People and programs", signInVariables],
  ["Database", databaseVariables],
  ["Registry and model files", productVariables],
  ["Reading messages", interpreterVariables],
] as const;

/** docs/configuration.md, from the schema that the environment is read by. */
export function configurationPage(): string {
  const sections = groups.map(([title, { shape }]) => {
    const rows = Object.entries(shape).map(([name, field]) => [
      `\`${name}\``,
      valuesOf(field),
      defaultOf(field),
      describe(name, field),
    ]);
    return `## ${title}\n\n${table(["Variable", "Values", "Default", ""], rows)}`;
  });
  return `# Configuration

By environment only. Nothing has to be set under \`npm start\`; what is set and can't be used ends the start with a sentence that says so.
An empty variable counts as not set. Processes that are started by themselves (\`node api/main.ts api\`, \`worker\`, \`web\` or \`migrate\`) need a
database, all but \`web\`; that one reads the first three tables alone. More about language models is in
[language-models.md](language-models.md).

${sections.join("\n\n")}
`;
}

function describe(name: string, field: z.ZodType): string {
  if (!field.description) throw new Error(`${name} has no description`);
  return field.description;
}

function defaultOf(field: z.ZodType): string {
  if (!(field instanceof z.ZodDefault)) return "";
  const value = field.def.defaultValue;
  return value === "" ? "" : `\`${value}\``;
}

/** The values of one that has few; of the others the description tells. */
function valuesOf(field: unknown): string {
  if (field instanceof z.ZodDefault || field instanceof z.ZodOptional) return valuesOf(field.def.innerType);
  if (field instanceof z.ZodPipe) return valuesOf(field.def.in);
  if (!(field instanceof z.ZodEnum)) return "";
  const values = field.options.filter((value) => value !== "0" && value !== "1");
  return values.map((value) => `\`${value}\``).join(", ");
}
