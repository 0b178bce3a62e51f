"use client";

import { useEffect, useRef, useState } from "react";
import { askOnce } from "../../graphql/ask.ts";
import { Button } from "../../ui/Button.tsx";
import { Notice } from "../../ui/Notice.tsx";
import { saveFile } from "../../ui/save-file.ts";
import styles from "./audit.module.css";
import { type AuditFilter, variablesOf } from "./audit-filter.ts";
import { AuditExportQuery, auditFile, type ExportFormat, type ReadPage } from "./export-audit.ts";

const types: Record<ExportFormat, string> = { csv: "text/csv", json: "application/json" };

/** Saves what the filter lets through as a file. */
export function ExportButtons({ filter }: { filter: AuditFilter }) {
  const [format, setFormat] = useState<ExportFormat>();
  const [told, setTold] = useState<{ tone: "neutral" | "good" | "bad"; text: string }>();
  const running = useRef<AbortController>(undefined);
  useEffect(() => () => running.current?.abort(), []);

  const save = async (wanted: ExportFormat) => {
    const stop = new AbortController();
    running.current = stop;
    setFormat(wanted);
    setTold(undefined);
    try {
      // A part that is made a blob is the browser's to keep, which puts it on the disk when there is much of it.
      const parts: Blob[] = [];
      let events = 0;
      const read: ReadPage = async (variables) => (await askOnce(AuditExportQuery, variables, stop.signal)).auditLog;
      const file = auditFile(wanted, variablesOf(filter), read, (done, total) => {
        events = done;
        setTold({ tone: "neutral", text: `${done} of ${total} entries` });
      });
      for await (const part of file) parts.push(new Blob([part]));
      const day = new Date().toISOString().slice(0, 10);
      saveFile(new Blob(parts, { type: types[wanted] }), `modelwright-audit-${day}.${wanted}`);
      setTold({ tone: "good", text: `${events} ${events === 1 ? "entry was" : "entries were"} saved.` });
    } catch (error) {
      if (stop.signal.aborted) return;
      setTold({ tone: "bad", text: error instanceof Error ? error.message : String(error) });
    } finally {
      if (running.current === stop) setFormat(undefined);
    }
  };
  return (
    <div className={styles.bar}>
      {(["csv", "json"] as const).map((each) => (
        <Button
          key={each}
          busy={format === each}
          disabled={format !== undefined && format !== each}
          onClick={() => save(each)}
        >
          Export {each.toUpperCase()}
        </Button>
      ))}
      {told && <Notice tone={told.tone}>{told.text}</Notice>}
    </div>
  );
}
