import { lazy, Suspense } from "react";
import { type FragmentType, graphql, readFragment } from "../../gql/index.ts";
import styles from "./turns.module.css";

export const TurnCard_card = graphql(`
  fragment TurnCard_card on Card {
    __typename
    ...CardSwitch_card
  }
`);

const loadCards = () => import("./CardSwitch.tsx");
const CardSwitch = lazy(loadCards);

/** Fetches the cards' code before the first card is there: a page that only shows a composer does not need it at once. */
export function preloadCards(): void {
  // A failed fetch is tried again when a card is to be shown.
  loadCards().catch(() => {});
}

/** A card of a reply. One that `isServed` came with the page, and nothing stands in its place until its code is there. */
export function TurnCard(props: { card: FragmentType<typeof TurnCard_card>; isServed: boolean }) {
  const card = <CardSwitch card={readFragment(TurnCard_card, props.card)} />;
  return props.isServed ? card : <Suspense fallback={<div className={styles.placeholder} />}>{card}</Suspense>;
}
