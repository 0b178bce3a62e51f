import { type FragmentType, graphql, readFragment } from "../../gql/index.ts";
import { AuditTable } from "../audit/AuditTable.tsx";
import { ModelTable } from "../models/ModelTable.tsx";
import { VersionCard } from "../models/VersionCard.tsx";
import { VersionComparison } from "../models/VersionComparison.tsx";
import { PredictionCard } from "../predictions/PredictionCard.tsx";
import { TrainingCard } from "../training/TrainingCard.tsx";
import { ChoiceCard } from "./ChoiceCard.tsx";
import { ConfirmationCard } from "./ConfirmationCard.tsx";
import { FeatureForm } from "./FeatureForm.tsx";
import { HelpCard } from "./HelpCard.tsx";
import { useThreadActions } from "./thread-actions.ts";

export const CardSwitch_card = graphql(`
  fragment CardSwitch_card on Card {
    __typename
    ...ModelTable_card
    ...VersionCard_card
    ...VersionComparison_card
    ...FeatureForm_card
    ...ConfirmationCard_card
    ...ChoiceCard_card
    ...TrainingCard_card
    ...PredictionCard_card
    ...AuditTable_card
    ...HelpCard_card
  }
`);

/** Any card of a reply. */
export default function CardSwitch(props: { card: FragmentType<typeof CardSwitch_card> }) {
  const card = readFragment(CardSwitch_card, props.card);
  const { say } = useThreadActions();
  switch (card.__typename) {
    case "ModelTable":
      return <ModelTable card={card} onSay={say} />;
    case "VersionCard":
      return <VersionCard card={card} />;
    case "VersionComparison":
      return <VersionComparison card={card} />;
    case "FeatureForm":
      return <FeatureForm card={card} />;
    case "ConfirmationCard":
      return <ConfirmationCard card={card} />;
    case "ChoiceCard":
      return <ChoiceCard card={card} />;
    case "TrainingCard":
      return <TrainingCard card={card} />;
    case "PredictionCard":
      return <PredictionCard card={card} />;
    case "AuditTable":
      return <AuditTable card={card} />;
    case "HelpCard":
      return <HelpCard card={card} onSay={say} />;
  }
}
