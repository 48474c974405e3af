import type { Server, Socket } from "node:net"
import { createServer } from "node:net"

/** What every scanner knows, and no machine minds: the test signature of EICAR, in two halves so that this file is not one. */
export const eicar = ["X5O!P%@AP[4\\PZX54(P^)7CC)7}$EICAR-STANDARD-", "ANTIVIRUS-TEST-FILE!$H+H*"].join("")

type Answers = Readonly<{
  /** What a stream of content is answered; undefined for no answer at all. */
  to(content: Buffer): string | undefined
  /** Where the socket goes before it has said anything. */
  isGone?(): boolean
  /** clamd's StreamMaxLength. */
  mostBytes?: number
}>

/** A server that speaks clamd's zINSTREAM. */
export const clamdServer = ({ to, isGone = () => false, mostBytes = Number.POSITIVE_INFINITY }: Answers) => {
  const sockets = new Set<Socket>()
  const server: Server = createServer((socket) => {
    sockets.add(socket)
    socket.on("error", () => {}).on("close", () => sockets.delete(socket))
    let received = Buffer.alloc(0)
    socket.on("data", (chunk) => {
      if (isGone()) return socket.destroy()
      received = Buffer.concat([received, chunk])
      if (received.length > mostBytes + 4096) return socket.end("INSTREAM size limit exceeded. ERROR\0")
      const content = contentIn(received)
      const answer = content && to(content)
      if (answer !== undefined) socket.end(`${answer}\0`)
    })
  })
  const close = async () => {
    for (const socket of sockets) socket.destroy()
    if (server.listening) await new Promise((done) => server.close(done))
  }
  return { server, close }
}

export const verdictOn = (content: Buffer, name = "Eicar-Test-Signature"): string =>
  content.includes(eicar) ? `stream: ${name} FOUND` : "stream: OK"

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
