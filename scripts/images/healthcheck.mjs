// The images' HEALTHCHECK: whether this container's process lives, on the port that its role answers on.
const port = process.env.HEALTH_PORT || process.env.PORT || "4000";
const { status } = await fetch(`http://127.0.0.1:${port}/healthz`, { signal: AbortSignal.timeout(4_000) });
process.exit(status === 200 ? 0 : 1);
