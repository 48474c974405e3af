import { createServer } from "node:net"

/** The preferred port when nobody listens on it, else any free one. */
export const freePort = async (preferred: number): Promise<number> => (await listenOnce(preferred)) ?? freePort(0)

const listenOnce = (port: number): Promise<number | undefined> =>
  new Promise((resolve) => {
    const server = createServer()
    server.once("error", () => resolve(undefined))
    server.listen(port, "127.0.0.1", () => {
      const address = server.address()
      server.close(() => resolve(address !== null && typeof address === "object" ? address.port : undefined))
    })
  })
