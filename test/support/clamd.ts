import { once } from "node:events"
import { createServer, type Socket } from "node:net"
import { afterAll } from "vitest"

/** What every scanner knows, and no machine minds: the test signature of EICAR, in two halves so that this file is not one. */
export const eicar = ["X5O!P%@AP[4\\PZX54(P^)7CC)7}$EICAR-STANDARD-", "ANTIVIRUS-TEST-FILE!$H+H*"].join("")

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
  const sockets = new Set<Socket>()
  const server = createServer((socket) => {
    sockets.add(socket)
    socket.on("error", () => {}).on("close", () => sockets.delete(socket))
    let received = Buffer.alloc(0)
    socket.on("data", (chunk) => {
      if (manner === "hang up") return socket.destroy()
      received = Buffer.concat([received, chunk])
      const content = contentIn(received)
      if (content === undefined || manner === "silent") return
      seen++
      socket.end(content.includes(eicar) ? "stream: Eicar-Test-Signature FOUND\0" : "stream: OK\0")
    })
  })
  server.listen(0, "127.0.0.1")
  await once(server, "listening")
  const address = server.address()
  if (typeof address !== "object" || address === null) throw new Error("no port")
  const close = async () => {
    for (const socket of sockets) socket.destroy()
    if (server.listening) await new Promise((done) => server.close(done))
  }
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

const command = "zINSTREAM\0"

/** The chunks put together, once the one of no length has come. */
const contentIn = (received: Buffer): Buffer | undefined => {
  if (!received.subarray(0, command.length).equals(Buffer.from(command))) return undefined
  const chunks: Buffer[] = []
  for (let at = command.length; at + 4 <= received.length; ) {
    const length = received.readUInt32BE(at)
    if (length === 0) return Buffer.concat(chunks)
    if (at + 4 + length > received.length) return undefined
    chunks.push(received.subarray(at + 4, at + 4 + length))
    at += 4 + length
  }
  return undefined
}
