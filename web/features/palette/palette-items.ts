/** Something that the palette leads to or does. */
export interface PaletteItem {
  id: string;
  /** What kind of thing it is: said beside its label. */
  kind: "Page" | "Model" | "Conversation" | "Action";
  label: string;
  /** Words that find it besides those of its label. */
  words?: string;
  /** Found by the server already, by words that need not stand here. */
  isFound?: boolean;
  act: () => void;
}

/** As many as are in sight without much scrolling. */
const mostShown = 12;

/** The items that have all of the words, in upper or lower case; those that begin with what was typed come first. */
export function matching(items: readonly PaletteItem[], typed: string): PaletteItem[] {
  const search = typed.trim().toLowerCase();
  const words = search.split(/\s+/).filter(Boolean);
  const fits = ({ label, words: more = "", kind, isFound }: PaletteItem) => {
    const text = `${label} ${more} ${kind}`.toLowerCase();
    return isFound || words.every((word) => text.includes(word));
  };
  const begins = ({ label }: PaletteItem) => search !== "" && label.toLowerCase().startsWith(search);
  const found = items.filter(fits);
  return [...found.filter(begins), ...found.filter((item) => !begins(item))].slice(0, mostShown);
}
