import { useEffect, useRef } from "react";
import styles from "./Composer.module.css";
import { commandId, commandListId } from "./command-ids.ts";
import type { SlashCommand } from "./slash-commands.ts";

/** The commands that can be taken, above the field that they are typed into: the focus stays there. */
export default function CommandList(props: {
  commands: readonly SlashCommand[];
  active: number;
  onTake: (command: SlashCommand) => void;
}) {
  const list = useRef<HTMLDivElement>(null);
  // biome-ignore lint/correctness/useExhaustiveDependencies: the active one changed
  useEffect(() => {
    list.current?.querySelector('[aria-selected="true"]')?.scrollIntoView({ block: "nearest" });
  }, [props.active]);
  return (
    <div id={commandListId} ref={list} className={styles.commands} role="listbox" aria-label="Commands">
      {props.commands.map((command, index) => (
        // biome-ignore lint/a11y/useKeyWithClickEvents: the field that has the focus takes the keys
        // biome-ignore lint/a11y/useFocusableInteractive: the field points here by aria-activedescendant
        <div
          key={command.name}
          id={commandId(command.name)}
          role="option"
          aria-selected={index === props.active}
          className={styles.command}
          // The field keeps the focus.
          onMouseDown={(event) => event.preventDefault()}
          onClick={() => props.onTake(command)}
        >
          <span className={styles.commandName}>/{command.name}</span>{" "}
          <span className={styles.commandDoes}>
            {command.does}
            {command.argument && <span className={styles.commandArgument}> · then {command.argument}</span>}
          </span>
        </div>
      ))}
    </div>
  );
}
