import { setTimeout as pause } from "node:timers/promises";
import { SetupError } from "../setup/errors.mjs";
import { end } from "./process-identity.mjs";

/** So many starts in a row that came to nothing, within so long, mean that starting again does not help. */
const MAX_DEATHS = 5;
const DEATHS_WITHIN_MS = 60_000;
/** Longest pause before a new start. */
const MAX_PAUSE_MS = 1500;
/** The same for one that dies again and again after it was ready: the others go on meanwhile. */
const MAX_LATER_PAUSE_MS = 10_000;
/** How soon one that something outside of it hinders is tried again. */
const HINDERED_PAUSE_MS = 1000;
/** What a program says that can't run as it is written: only a change of its files helps. */
const BROKEN_CODE = /\b(?:Syntax|Reference)Error\b|\bERR_MODULE_NOT_FOUND\b/;

/**
 * A process that was started: `ended` resolves to why, `ready` when it can be used. `tail` is what it said last, which may explain its end,
 * `unseen` the part of it that the terminal does not show yet; `misconfigured` is what a person must change before it can run.
 * @typedef {{ identity: import("./process-identity.mjs").ProcessIdentity | undefined, ended: Promise<string>, ready: Promise<void>,
 *   tail: () => string, unseen?: () => string, misconfigured?: () => string | undefined }} Launched
 */

/**
 * Keeps a process running: starts it again when it dies or does not become ready, until it dies too often before it is ready, says that it
 * is misconfigured, or `stop` is called. One that was ready and then dies is started again however often: what the others do goes on.
 * With a `hindrance`, told by what it said last, no start would help, nor is it given up: it is tried again until that is gone.
 * With `untilChanged` it is never given up: it waits for `restart` instead, since somebody is at work on its files.
 * @param {{ name: string, launch: () => Launched | Promise<Launched>, running?: Launched, graceMs: number, ask?: NodeJS.Signals,
 *   readyWithinMs?: number, untilChanged?: boolean, hindrance?: (said: string) => string | undefined, say: (line: string) => void,
 *   onChange?: () => void, onGiveUp: (error: Error) => void }} options
 */
export function keepAlive({
  name,
  launch,
  running,
  graceMs,
  ask = "SIGTERM",
  readyWithinMs = 60_000,
  untilChanged = false,
  hindrance = () => undefined,
  say,
  onChange = () => {},
  onGiveUp,
}) {
  const stopped = new AbortController();
  /** @type {Launched | undefined} */
  let current;
  let restarting = false;
  let hindered = false;
  /** @type {(() => void) | undefined} */
  let wake;
  /** @type {() => void} */
  let becameReady = () => {};
  /** @type {Promise<void>} */
  const ready = new Promise((resolve) => {
    becameReady = resolve;
  });

  async function run() {
    /** @type {number[]} */
    let deaths = [];
    let laterDeaths = 0;
    for (let next = running; !stopped.signal.aborted; next = undefined) {
      const from = Date.now();
      const { why, tail = "", unseen = tail, misconfigured, wasReady } = await live(next);
      const lastedMs = Date.now() - from;
      if (stopped.signal.aborted) return;
      if (misconfigured) return onGiveUp(new SetupError(misconfigured));
      if (restarting) {
        restarting = false;
        continue;
      }
      const outside = hindrance(tail);
      if (outside) {
        if (!hindered) say(`The ${name} ended: ${why}. ${outside}`);
        hindered = true;
        await pause(HINDERED_PAUSE_MS, undefined, { signal: stopped.signal }).catch(() => {});
        continue;
      }
      const now = Date.now();
      deaths = wasReady ? [] : [...deaths.filter((at) => now - at < DEATHS_WITHIN_MS), now];
      laterDeaths = wasReady && lastedMs < DEATHS_WITHIN_MS ? laterDeaths + 1 : 0;
      if (untilChanged && (deaths.length >= MAX_DEATHS || (!wasReady && BROKEN_CODE.test(tail)))) {
        say(`The ${name} does not start: ${joined(why, unseen)}\nIt is started again when a file has changed.`);
        deaths = [];
        await change();
        continue;
      }
      if (deaths.length >= MAX_DEATHS) {
        onGiveUp(
          new SetupError(
            `The ${name} died ${deaths.length} times within a minute, so it is not started again. It last said:\n${joined(why, tail)}`,
          ),
        );
        return;
      }
      say(`The ${name} ended: ${joined(why, unseen)}\nStarting the ${name} again.`);
      const pauseMs = wasReady
        ? Math.min(MAX_LATER_PAUSE_MS, 100 * 2 ** Math.max(0, laterDeaths - 1))
        : Math.min(MAX_PAUSE_MS, 100 * 3 ** (deaths.length - 1));
      await pause(pauseMs, undefined, { signal: stopped.signal }).catch(() => {});
    }
  }

  /** @returns {Promise<void>} until `restart` or `stop` is called */
  function change() {
    return new Promise((resolve) => {
      wake = resolve;
      stopped.signal.addEventListener("abort", () => resolve(), { once: true });
    });
  }

  /**
   * One life of the process.
   * @param {Launched | undefined} already
   * @returns {Promise<{ why: string, tail?: string, unseen?: string, misconfigured?: string | undefined, wasReady?: boolean }>} why it ended,
   *   what it said, and whether it could be used before
   */
  async function live(already) {
    /** @type {Launched} */
    let launched;
    try {
      launched = already ?? (await launch());
    } catch (error) {
      return { why: error instanceof Error ? error.message : String(error) };
    }
    current = launched;
    onChange();
    const { identity } = launched;
    if (stopped.signal.aborted && identity) void end(identity, { graceMs, ask });
    let late = false;
    let wasReady = false;
    const limit = setTimeout(() => {
      late = true;
      if (identity) void end(identity, { graceMs: 0, ask });
    }, readyWithinMs);
    void launched.ready.then(() => {
      clearTimeout(limit);
      wasReady = true;
      if (hindered) say(`The ${name} runs again.`);
      hindered = false;
      becameReady();
    });
    const why = await launched.ended;
    clearTimeout(limit);
    current = undefined;
    onChange();
    const tail = launched.tail();
    return {
      why: late ? `it was not ready after ${readyWithinMs / 1000} s` : why,
      tail,
      unseen: launched.unseen?.() ?? tail,
      misconfigured: launched.misconfigured?.(),
      wasReady,
    };
  }

  const done = run();
  return {
    name,
    /** Resolves when the process is ready for the first time. */
    ready,
    identity: () => current?.identity,
    /** Whether something outside of it keeps it from running. */
    hindered: () => hindered,
    /** Ends the process; it is started again at once, and that counts as no death. */
    async restart() {
      wake?.();
      if (!current?.identity) return;
      restarting = true;
      await end(current.identity, { graceMs, ask });
    },
    /** @param {{ graceMs?: number }} [options] */
    async stop(options) {
      stopped.abort();
      if (current?.identity) await end(current.identity, { graceMs: options?.graceMs ?? graceMs, ask });
      await done;
    },
  };
}

/** @typedef {ReturnType<typeof keepAlive>} KeptAlive */

/**
 * @param {string} why
 * @param {string} said
 */
function joined(why, said) {
  return said ? `${why}\n${said}` : why;
}
