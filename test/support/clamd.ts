import { once } from "node:events"
import { afterAll } from "vitest"
import { clamdServer, verdictOn } from "./clamd-protocol.ts"

export { eicar } from "./clamd-protocol.ts"

export type Clamd = Readonly<{
  url: string
  /** How many were looked through. */
  seen(): number
  /** From now on: as usual, without an answer ever, or hanging up. */
  behave(how: "well" | "silent" | "hang up"): void
  close(): Promise<void>
}>

/** Speaks the protocol of clamd (zINSTREAM) on a real socket and knows one virus. */
export const startClamd = async (): Promise<Clamd> => {
  let manner: "well" | "silent" | "hang up" = "well"
  let seen = 0
  const { server, close } = clamdServer({
    isGone: () => manner === "hang up",
    to: (content) => {
      if (manner === "silent") return undefined
      seen++
      return verdictOn(content)
    },
  })
  server.listen(0, "127.0.0.1")
  await once(server, "listening")
  const address = server.address()
  if (typeof address !== "object" || address === null) throw new Error("no port")
  afterAll(close)
  return {
    url: `tcp://127.0.0.1:${address.port}`,
    seen: () => seen,
    behave: (how) => {
      manner = how
    },
    close,
  }
}
