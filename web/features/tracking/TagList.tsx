import { Disclosure } from "../../ui/Disclosure.tsx";
import { tagsApart } from "./own-tags.ts";
import { PairTable } from "./PairTable.tsx";

/** Tags that somebody set; those that the client set by itself are shown on demand. */
export function TagList({ tags }: { tags: readonly { key: string; value: string }[] }) {
  const { own, clients } = tagsApart(tags);
  return (
    <>
      {own.length > 0 && <PairTable caption="Tags" pairs={own} />}
      {clients.length > 0 && (
        <Disclosure summary="Set by MLflow's client">
          <PairTable caption="Tags of MLflow's client" pairs={clients} />
        </Disclosure>
      )}
    </>
  );
}
