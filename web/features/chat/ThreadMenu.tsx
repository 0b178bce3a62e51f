"use client";

import { type RefObject, useState } from "react";
import { copyText } from "../../ui/copy-text.ts";
import { Menu } from "../../ui/Menu.tsx";
import { toast } from "../notifications/toast.ts";
import { DeleteThreadDialog } from "./DeleteThreadDialog.tsx";
import { RenameThreadDialog } from "./RenameThreadDialog.tsx";

export interface ListedThread {
  id: string;
  title: string;
}

/** What can be done with a conversation of the list. */
export default function ThreadMenu(props: {
  id: string;
  thread: ListedThread;
  button: RefObject<HTMLButtonElement | null>;
  onToggle: (open: boolean) => void;
  onDeleted: (id: string) => void;
}) {
  const { thread } = props;
  const [asked, setAsked] = useState<"rename" | "delete">();
  const share = async () => {
    const address = `${window.location.origin}/chat/${thread.id}`;
    if (await copyText(address)) toast(`The link to “${thread.title}” was copied.`);
    else toast(`The browser lets this page copy nothing. The link is ${address}`, { tone: "bad" });
  };
  const close = () => setAsked(undefined);
  return (
    <>
      <Menu
        id={props.id}
        label={`Actions for ${thread.title}`}
        button={props.button}
        onToggle={props.onToggle}
        items={[
          { label: "Rename", onSelect: () => setAsked("rename") },
          { label: "Copy link", onSelect: () => void share() },
          { label: "Delete", danger: true, onSelect: () => setAsked("delete") },
        ]}
      />
      <RenameThreadDialog open={asked === "rename"} thread={thread} onClose={close} />
      <DeleteThreadDialog open={asked === "delete"} thread={thread} onClose={close} onDeleted={props.onDeleted} />
    </>
  );
}
