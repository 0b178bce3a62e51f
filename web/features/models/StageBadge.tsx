import type { Stage } from "../../gql/graphql.ts";
import { Badge, type Tone } from "../../ui/Badge.tsx";
import { sentenceCase } from "../../ui/format.ts";

const tones: Record<Stage, Tone> = { PRODUCTION: "good", CANDIDATE: "accent", ARCHIVED: "neutral" };

/** Where a version stands. */
export function StageBadge({ stage }: { stage: Stage }) {
  return <Badge tone={tones[stage]}>{sentenceCase(stage)}</Badge>;
}
