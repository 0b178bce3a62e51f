/** What takes an act back. */
export interface Undo {
  /** On its button. */
  label: string;
  /** Takes it back. @returns what to say: that it was done, or why not */
  act: () => Promise<{ done: string } | { problem: string }>;
}

/** How something is told. */
export interface Told {
  /** A bad one stays in sight until it is closed. */
  tone?: "good" | "bad";
  undo?: Undo | undefined;
}

/** Something that was told. */
export interface Note {
  id: string;
  at: string;
  text: string;
  tone: "good" | "bad";
  /** As long as it can be taken back. */
  undo?: Undo;
}
