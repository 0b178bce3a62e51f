interface Pair {
  key: string;
  value: string;
}

/** What MLflow's client notes by itself has keys of its own. */
const clientsPrefix = "mlflow.";

/** Tags that somebody set, and those that the client set to keep its own accounts. */
export function tagsApart<Tag extends Pair>(tags: readonly Tag[]): { own: Tag[]; clients: Tag[] } {
  const isClients = ({ key }: Pair) => key.startsWith(clientsPrefix);
  return { own: tags.filter((tag) => !isClients(tag)), clients: tags.filter(isClients) };
}
