import { once } from "node:events"
import { connect, type Socket } from "node:net"
import type { Readable } from "node:stream"
import type { ClamdSettings } from "./file-settings.ts"

/** Nothing bad known of it, or the name of what was found. */
export type ScanResult = "clean" | Readonly<{ found: string }>

/** Looks bytes through; throws where it cannot say. */
export type Scan = (bytes: Readable) => Promise<ScanResult>

/**
 * Asks clamd (INSTREAM: length and bytes, again and again, then a length of nothing). Above its StreamMaxLength it hangs up,
 * often before its sentence is read, so that what is larger must not be sent at all: `FileSettings.mostBytes` sees to that.
 */
export const clamd =
  (where: ClamdSettings, silentMs = 60_000): Scan =>
  async (bytes) => {
    const socket = connect(where)
    socket.setTimeout(silentMs, () =>
      socket.destroy(new Error(`the virus scanner was silent for ${silentMs / 1_000} s`)),
    )
    const answer = answerOf(socket)
    // Whoever waits for room to write must learn of it, too, when the line is lost.
    answer.catch(() => {})
    try {
      await Promise.race([send(socket, bytes), answer])
      return resultOf(await answer)
    } finally {
      bytes.destroy()
      socket.destroy()
    }
  }

const send = async (socket: Socket, bytes: Readable): Promise<void> => {
  socket.write("zINSTREAM\0")
  for await (const chunk of bytes as AsyncIterable<Buffer>) {
    const length = Buffer.alloc(4)
    length.writeUInt32BE(chunk.length)
    socket.write(length)
    if (!socket.write(chunk)) await once(socket, "drain")
  }
  socket.write(Buffer.alloc(4))
}

const answerOf = async (socket: Socket): Promise<string> => {
  let text = ""
  for await (const chunk of socket as AsyncIterable<Buffer>) {
    text += chunk.toString()
    if (text.includes("\0")) break
  }
  return text.replace("\0", "").trim()
}

const resultOf = (answer: string): ScanResult => {
  if (answer === "stream: OK") return "clean"
  const found = /^stream: (.+) FOUND$/.exec(answer)?.[1]
  if (found === undefined) throw new Error(`the virus scanner answered "${answer}"`)
  return { found: found.slice(0, 200) }
}
