import { type AddressInfo, connect, createServer, type Socket } from "node:net"

/** A line to a PostgreSQL that can be cut and mended, or goes silent and on again: nothing passes, and nobody is told. */
export type Line = Readonly<{
  url: string
  cut(): void
  mend(): void
  pause(): void
  goOn(): void
  close(): Promise<void>
}>

export const startLine = async (ownerUrl: string): Promise<Line> => {
  const target = new URL(ownerUrl)
  const open = new Set<Socket>()
  let isCut = false
  let isPaused = false
  const server = createServer((near) => {
    if (isCut) return void near.destroy()
    const far = connect(Number(target.port), target.hostname)
    for (const socket of [near, far]) {
      open.add(socket)
      socket
        .on("error", () => {})
        .on("close", () => {
          open.delete(socket)
          near.destroy()
          far.destroy()
        })
    }
    near.on("data", (chunk) => far.write(chunk))
    far.on("data", (chunk) => near.write(chunk))
    if (isPaused) for (const socket of [near, far]) socket.pause()
  })
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve))
  const url = new URL(ownerUrl)
  url.port = String((server.address() as AddressInfo).port)
  const cut = (): void => {
    isCut = true
    for (const socket of open) socket.destroy()
  }
  return {
    url: url.href,
    cut,
    mend: () => {
      isCut = false
    },
    pause: () => {
      isPaused = true
      for (const socket of open) socket.pause()
    },
    goOn: () => {
      isPaused = false
      for (const socket of open) socket.resume()
    },
    close: async () => {
      cut()
      await new Promise((resolve) => server.close(resolve))
    },
  }
}
