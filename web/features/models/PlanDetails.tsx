import { type FragmentType, graphql, readFragment } from "../../gql/index.ts";
import { Badge } from "../../ui/Badge.tsx";
import styles from "./PlanDetails.module.css";

export const PlanDetails_gate = graphql(`
  fragment PlanDetails_gate on Gate {
    name
    passed
    detail
  }
`);

/** What an act will change, and the conditions that were looked at: of a card in the chat, and of a dialog. */
export function PlanDetails(props: {
  effects: readonly string[];
  gates: readonly FragmentType<typeof PlanDetails_gate>[];
}) {
  const gates = readFragment(PlanDetails_gate, props.gates);
  return (
    <>
      {props.effects.length > 0 && (
        <div>
          <h3 className={styles.heading}>What will change</h3>
          <ul className={styles.effects}>
            {props.effects.map((effect) => (
              <li key={effect}>{effect}</li>
            ))}
          </ul>
        </div>
      )}
      {gates.length > 0 && (
        <div>
          <h3 className={styles.heading}>Checks</h3>
          <ul className={styles.gates}>
            {gates.map((gate) => (
              <li key={gate.name}>
                <Badge tone={gate.passed ? "good" : "bad"}>{gate.passed ? "✓ passed" : "✗ not passed"}</Badge>
                <span>
                  {gate.name}
                  {gate.detail && <span className={styles.detail}> {gate.detail}</span>}
                </span>
              </li>
            ))}
          </ul>
        </div>
      )}
    </>
  );
}
