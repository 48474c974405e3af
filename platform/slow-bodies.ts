import type { FastifyInstance } from "fastify"

/**
 * A request that is begun and not finished ends after a time: otherwise whoever opens a thousand and sends a byte now and then holds a
 * thousand connections for nothing. A file may take as long as a slow line needs, while something of it comes.
 */
export const endSlowBodies = (app: FastifyInstance, patienceMs: number): void => {
  app.addHook("onRequest", async ({ raw, headers }) => {
    // Most requests have no body, and are whole when they begin.
    if (headers["content-length"] === undefined && headers["transfer-encoding"] === undefined) return
    const { socket } = raw
    const isFile = headers["content-type"]?.startsWith("multipart/form-data") ?? false
    let come = socket.bytesRead
    const timer = setInterval(() => {
      // It is all here, whoever has read it: what still takes time is the answer.
      if (raw.complete) return clearInterval(timer)
      const isComing = isFile && socket.bytesRead > come
      come = socket.bytesRead
      if (isComing) return undefined
      clearInterval(timer)
      socket.end("HTTP/1.1 408 Request Timeout\r\nconnection: close\r\ncontent-length: 0\r\n\r\n")
      return socket.destroySoon()
    }, patienceMs)
    raw.once("end", () => clearInterval(timer))
    raw.once("close", () => clearInterval(timer))
  })
}
