import pg from "pg";

/**
 * A pool whose connections may break, idle or in use, without ending the process: the query that was on one fails by itself, and
 * the pool opens another.
 */
export function openPool(config: pg.PoolConfig): pg.Pool {
  const pool = new pg.Pool(config);
  const ignore = () => {};
  pool.on("error", ignore);
  pool.on("connect", (client) => client.on("error", ignore));
  return pool;
}
