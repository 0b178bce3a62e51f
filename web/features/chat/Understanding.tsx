import { type FragmentType, graphql, readFragment } from "../../gql/index.ts";
import { Badge } from "../../ui/Badge.tsx";
import { Disclosure } from "../../ui/Disclosure.tsx";
import { inWords, sentenceCase } from "../../ui/format.ts";
import { intentInWords } from "./intent-words.ts";
import { markEvidence } from "./mark-evidence.ts";
import styles from "./turns.module.css";

export const Understanding_interpretation = graphql(`
  fragment Understanding_interpretation on Interpretation {
    source
    fallback
    intents {
      intent
      confidence
      slots
      missing
      evidence {
        slot
        value
        text
        start
        end
        weak
      }
      problems {
        slot
        text
        message
      }
    }
  }
`);

/** How a message was understood: the intents, and the words that each value was read from. */
export function Understanding(props: {
  message: string;
  interpretation: FragmentType<typeof Understanding_interpretation>;
}) {
  const { intents, source, fallback } = readFragment(Understanding_interpretation, props.interpretation);
  if (intents.length === 0) return null;
  const evidence = intents.flatMap((intent) => intent.evidence);
  return (
    <Disclosure summary="How this was understood">
      <div className={styles.understanding}>
        <p>
          {markEvidence(props.message, evidence).map((part, index) =>
            part.slots.length > 0 ? (
              // biome-ignore lint/suspicious/noArrayIndexKey: parts of one text keep their places
              <mark key={index} title={part.slots.map(slotInWords).join(", ")}>
                {part.text}
              </mark>
            ) : (
              part.text
            ),
          )}
        </p>
        {intents.map((intent, index) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: intents keep their order
          <div key={index} className={styles.intent}>
            <p>
              <strong>{intentInWords(intent.intent)}</strong>{" "}
              <span className={styles.muted}>
                <code>{intent.intent}</code>, {Math.round(intent.confidence * 100)}% sure
              </span>
            </p>
            <dl className={styles.slots}>
              {intent.evidence.map((found) => (
                <div key={`${found.slot}-${found.start}`}>
                  <dt>{slotInWords(found.slot)}</dt>
                  <dd>
                    <q>{found.text}</q>{" "}
                    <span className={styles.muted}>
                      read as{" "}
                      <code>
                        {found.slot} = {shown(found.value)}
                      </code>
                    </span>{" "}
                    {found.weak && <Badge tone="warn">guess</Badge>}
                  </dd>
                </div>
              ))}
              {intent.problems.map((problem) => (
                <div key={`${problem.slot}-${problem.text}`}>
                  <dt>{slotInWords(problem.slot)}</dt>
                  <dd>
                    <q>{problem.text}</q> {problem.message}
                  </dd>
                </div>
              ))}
              {intent.missing.length > 0 && (
                <div>
                  <dt>Not said</dt>
                  <dd>{intent.missing.map(slotInWords).join(", ")}</dd>
                </div>
              )}
            </dl>
          </div>
        ))}
        <p className={styles.muted}>
          Read by {source === "BUILT_IN" ? "the built-in interpreter" : sentenceCase(source)}.
          {fallback && ` ${fallback}`}
        </p>
      </div>
    </Disclosure>
  );
}

/** features.age_group → "Age group". */
function slotInWords(slot: string): string {
  return inWords(slot.replace(/^features\./, "").replace(/[A-Z]/g, (letter) => ` ${letter.toLowerCase()}`));
}

function shown(value: unknown): string {
  return typeof value === "string" ? value : JSON.stringify(value);
}
