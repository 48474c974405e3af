import type pg from "pg"

/** The connections of a server, so that those of a database that says nothing any more can be let go. */
export type Held = Readonly<{
  follow(pool: pg.Pool): void
  /** A request holds this connection until what is answered is called. */
  byRequest(client: pg.ClientBase): () => void
  /**
   * Ends idle connections and those of requests: each request then fails at once and is answered. Work of jobs goes on where it was
   * when the database does.
   */
  letGo(): void
}>

export const openHeld = (): Held => {
  const idle = new Set<pg.ClientBase>()
  const asked = new Set<pg.ClientBase>()
  return {
    follow: (pool) => {
      pool.on("acquire", (client) => idle.delete(client))
      pool.on("release", (_fault, client) => idle.add(client))
      pool.on("remove", (client) => idle.delete(client))
    },
    byRequest: (client) => {
      asked.add(client)
      return () => asked.delete(client)
    },
    letGo: () => {
      for (const client of [...asked, ...idle]) (client as pg.Client).connection.stream.destroy()
      idle.clear()
    },
  }
}
