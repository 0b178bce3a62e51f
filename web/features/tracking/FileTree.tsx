"use client";

import { useState } from "react";
import { useQuery } from "urql";
import { graphql } from "../../gql/index.ts";
import { operation } from "../../graphql/operation.ts";
import { Button } from "../../ui/Button.tsx";
import { FailureNotice } from "../../ui/FailureNotice.tsx";
import { Spinner } from "../../ui/Spinner.tsx";
import styles from "./tracking.module.css";

const LoggedRunFilesQuery = operation(
  graphql(`
    query LoggedRunFiles($id: ID!, $path: String) {
      loggedRun(id: $id) {
        id
        files(path: $path) {
          name
          path
          folder
          bytes
          url
        }
      }
    }
  `),
);

const LoggedModelFilesQuery = operation(
  graphql(`
    query LoggedModelFiles($id: ID!, $path: String) {
      loggedModel(id: $id) {
        id
        files(path: $path) {
          name
          path
          folder
          bytes
          url
        }
      }
    }
  `),
);

interface File {
  name: string;
  path: string;
  folder: boolean;
  bytes?: number | null;
  url?: string | null;
}

/** Whose files they are. */
interface Owner {
  kind: "run" | "model";
  id: string;
}

/** Files that were logged, to be downloaded; a folder's are read when it is opened. */
export function FileTree({ owner, files }: { owner: Owner; files: readonly File[] }) {
  if (files.length === 0) return <p className={styles.muted}>None.</p>;
  return (
    <ul className={styles.files}>
      {files.map((file) => (
        <li key={file.path} className={styles.broken}>
          {file.folder ? (
            <Folder owner={owner} folder={file} />
          ) : (
            <>
              <a href={file.url ?? ""} download={file.name}>
                {file.name}
              </a>{" "}
              <span className={styles.muted}>{sizeInWords(file.bytes ?? 0)}</span>
            </>
          )}
        </li>
      ))}
    </ul>
  );
}

function Folder({ owner, folder }: { owner: Owner; folder: File }) {
  const [open, setOpen] = useState(false);
  return (
    <>
      <Button small aria-expanded={open} onClick={() => setOpen(!open)}>
        {folder.name}/
      </Button>
      {open &&
        (owner.kind === "run" ? (
          <RunFolder id={owner.id} path={folder.path} />
        ) : (
          <ModelFolder id={owner.id} path={folder.path} />
        ))}
    </>
  );
}

function RunFolder({ id, path }: { id: string; path: string }) {
  const [{ data, error }, refetch] = useQuery({ query: LoggedRunFilesQuery, variables: { id, path } });
  const files = data?.loggedRun?.files;
  if (files) return <FileTree owner={{ kind: "run", id }} files={files} />;
  return error ? <FailureNotice error={error} refetch={refetch} /> : <Spinner label="Reading the folder" />;
}

function ModelFolder({ id, path }: { id: string; path: string }) {
  const [{ data, error }, refetch] = useQuery({ query: LoggedModelFilesQuery, variables: { id, path } });
  const files = data?.loggedModel?.files;
  if (files) return <FileTree owner={{ kind: "model", id }} files={files} />;
  return error ? <FailureNotice error={error} refetch={refetch} /> : <Spinner label="Reading the folder" />;
}

/** 1 byte, 512 bytes, 3.4 kB, 12 MB. */
function sizeInWords(bytes: number): string {
  if (bytes < 1_000) return bytes === 1 ? "1 byte" : `${bytes} bytes`;
  const [size, unit] = bytes < 1_000_000 ? [bytes / 1_000, "kB"] : [bytes / 1_000_000, "MB"];
  return `${size < 10 ? size.toFixed(1) : Math.round(size)} ${unit}`;
}
