/** A part of the service that runs: asked to stop, it drains. */
export interface Role {
  /** What the one who started us is told: the port, for a role that listens. */
  ready: { port?: number };
  stop(): Promise<void>;
}
