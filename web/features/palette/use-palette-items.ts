import { useRouter } from "next/navigation";
import { useQuery } from "urql";
import { graphql } from "../../gql/index.ts";
import { operation } from "../../graphql/operation.ts";
import { setTheme } from "../../ui/theme.ts";
import { shownTitle } from "../chat/shown-title.ts";
import { notes } from "../notifications/notes.ts";
import type { PaletteItem } from "./palette-items.ts";

const PaletteModelsQuery = operation(
  graphql(`
    query PaletteModels {
      models(first: 50) {
        nodes {
          id
          name
          description
        }
      }
    }
  `),
);

const PaletteThreadsQuery = operation(
  graphql(`
    query PaletteThreads($search: String!) {
      threads(first: 6, search: $search) {
        nodes {
          id
          title
        }
      }
    }
  `),
);

const pages = [
  { path: "/", label: "New chat", words: "talk message conversation" },
  { path: "/models", label: "Models", words: "versions" },
  { path: "/training", label: "Training", words: "runs" },
  { path: "/training/new", label: "New training", words: "train run" },
  { path: "/experiments", label: "Experiments", words: "mlflow python logged runs" },
  { path: "/audit", label: "Audit log", words: "history who did what" },
  { path: "/settings", label: "Settings", words: "who am I interpreter language model shortcuts" },
];

/** From so many letters on, conversations are searched too. */
const fewestLetters = 2;

/** All that the palette can lead to: pages, models, conversations that have the words, and a few acts. */
export function usePaletteItems(typed: string, showHelp: () => void): PaletteItem[] {
  const router = useRouter();
  const search = typed.trim();
  const [models] = useQuery({ query: PaletteModelsQuery, requestPolicy: "cache-and-network" });
  const [threads] = useQuery({
    query: PaletteThreadsQuery,
    variables: { search },
    pause: search.length < fewestLetters,
    requestPolicy: "cache-and-network",
  });
  const go = (path: string) => () => router.push(path);
  const action = (label: string, act: () => void): PaletteItem => ({ id: label, kind: "Action", label, act });
  return [
    ...pages.map(({ path, label, words }) => ({ id: path, kind: "Page" as const, label, words, act: go(path) })),
    ...(models.data?.models.nodes ?? []).flatMap(({ name, description }) => [
      {
        id: `model ${name}`,
        kind: "Model" as const,
        label: name,
        words: description,
        act: go(`/models/${encodeURIComponent(name)}`),
      },
      action(`Train ${name}`, go(`/training/new?model=${encodeURIComponent(name)}`)),
    ]),
    action("Theme: light", () => setTheme("light")),
    action("Theme: dark", () => setTheme("dark")),
    action("Theme: as the device", () => setTheme("system")),
    action("Keyboard shortcuts", showHelp),
    action("Notifications", notes.show),
    ...(search.length < fewestLetters ? [] : (threads.data?.threads.nodes ?? [])).map(({ id, title }) => ({
      id,
      kind: "Conversation" as const,
      label: shownTitle(title),
      isFound: true,
      act: go(`/chat/${id}`),
    })),
  ];
}
