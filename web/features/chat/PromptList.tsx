import { Button } from "../../ui/Button.tsx";
import styles from "./cards.module.css";

/** Messages that can be said by a click. */
export function PromptList(props: { label: string; prompts: readonly string[]; onSay: (message: string) => void }) {
  if (props.prompts.length === 0) return null;
  return (
    <ul className={styles.prompts} aria-label={props.label}>
      {[...new Set(props.prompts)].map((prompt) => (
        <li key={prompt}>
          <Button look="prompt" small onClick={() => props.onSay(prompt)}>
            {prompt}
          </Button>
        </li>
      ))}
    </ul>
  );
}
