import pg from "pg"

/**
 * A pool that outlives its database. A connection that breaks is replaced, and whoever was using it hears of it from the
 * query; without these listeners Node would end the process. Waiting for a connection ends after five seconds.
 */
export const openPool = (options: pg.PoolConfig & { connectionString: string; max: number }): pg.Pool => {
  const pool = new pg.Pool({ connectionTimeoutMillis: 5_000, idleTimeoutMillis: 30_000, keepAlive: true, ...options })
  pool.on("error", () => {})
  pool.on("connect", (client) => client.on("error", () => {}))
  return pool
}

/** Sends in one system call what is written in this turn: BEGIN, the actor's settings and the first query. */
export const sendTogether = (client: pg.ClientBase): void => {
  const { stream } = (client as pg.Client).connection
  stream.cork()
  process.nextTick(() => stream.uncork())
}
