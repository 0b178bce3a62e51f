import { dirname, join, relative } from "node:path";
import { oneLine } from "../graphql/one-line.ts";

/** Where the code generator puts the documents. */
const generated = join(import.meta.dirname, "../gql/graphql.ts");

/** A document tag, with what it is for (a client's operation, or only a fragment's type), its kind and its name. */
const tag = /\b(operation\(\s*)?graphql\(\s*`\s*(query|mutation|subscription|fragment)\s+(\w+)[^`]*`\s*,?\s*\)/g;

/** The import of the tag. What else comes from there stands in a module that has no document. */
const tagImport = /import \{([^}]*)\} from "([^"]*)\/gql\/(?:index|gql)\.ts";/;

/**
 * Puts the generated document itself in the place of `graphql(...)`. The tag looks a document up by its text in a map of all
 * documents, so every page would carry every document twice. (The code generator offers this as a compiler plugin, which is bound
 * to one version of the compiler; this is bound to none.) A fragment is there for its type alone and leaves nothing, unless it is
 * given to `operation`.
 * @param documents where the documents are imported from
 */
export function inlineDocuments(source: string, documents: string): string {
  const names = new Set<string>();
  const inlined = source.replace(tag, (_text, operation: string | undefined, kind: string, name: string) => {
    if (!operation) return "undefined";
    const document = documentName(kind, name);
    names.add(document);
    return `${operation}${document}`;
  });
  const withoutTag = inlined.replace(tagImport, (_text, imported: string, path: string) => {
    const others = imported.split(",").filter((each) => !["graphql", ""].includes(each.trim()));
    return others.length > 0 ? `import {${others.join(",")}} from "${path}/gql/fragment-masking.ts";` : "";
  });
  const imports = [...names].map((name) => `import ${name} from ${JSON.stringify(`${documents}?document=${name}`)};\n`);
  // Behind the source: a "use client" stays its first statement, and line numbers stay true.
  return imports.length > 0 ? `${withoutTag}\n${imports.join("")}` : withoutTag;
}

/** The generated constant's name: Turn_turn → Turn_TurnFragmentDoc. */
function documentName(kind: string, name: string): string {
  const pascal = name.replace(
    /(^|_)([a-z])/g,
    (_match, before: string, letter: string) => before + letter.toUpperCase(),
  );
  return `${pascal}${kind === "fragment" ? "FragmentDoc" : "Document"}`;
}

/**
 * One document of the generated module, as a module of its own: a page carries only its own documents.
 * @throws {Error} when there is no such document
 */
export function pickDocument(source: string, name: string): string {
  const text = new RegExp(`export const ${name} = new TypedDocumentString\\(\`([^\`]*)\``).exec(source)?.[1];
  if (text === undefined) throw new Error(`There is no document ${name}: run the code generator.`);
  return `export default ${JSON.stringify(oneLine(text))};\n`;
}

/** Both as a loader of the bundler. */
export default function loader(this: { resourcePath: string; resourceQuery: string }, source: string): string {
  const name = new URLSearchParams(this.resourceQuery).get("document");
  if (name) return pickDocument(source, name);
  const path = relative(dirname(this.resourcePath), generated).replaceAll("\\", "/");
  return inlineDocuments(source, path.startsWith(".") ? path : `./${path}`);
}
