import { type AddressInfo, createServer } from "node:net"

/** Something that speaks just enough of PostgreSQL's protocol to let anyone in and say how old it is. */
export const startOldPostgres = async (version: string): Promise<{ url: string; stop(): Promise<unknown> }> => {
  const server = createServer((socket) => {
    socket.on("error", () => {})
    let isIn = false
    socket.on("data", () => {
      if (!isIn) socket.write(Buffer.concat([message("R", int32(0)), ready]))
      else
        socket.write(
          Buffer.concat([message("T", column), message("D", row(version)), message("C", text("SHOW")), ready]),
        )
      isIn = true
    })
  })
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve))
  const { port } = server.address() as AddressInfo
  return { url: `postgres://anyone@127.0.0.1:${port}/any`, stop: () => new Promise((resolve) => server.close(resolve)) }
}

const int16 = (value: number): Buffer => Buffer.from([value >> 8, value & 255])
const int32 = (value: number): Buffer => Buffer.concat([int16(value >> 16), int16(value & 65_535)])
const text = (value: string): Buffer => Buffer.from(`${value}\0`)
const message = (type: string, body: Buffer): Buffer => Buffer.concat([Buffer.from(type), int32(body.length + 4), body])
const ready = message("Z", Buffer.from("I"))
const textType = 25
const column = Buffer.concat([
  int16(1),
  text("server_version"),
  int32(0),
  int16(0),
  int32(textType),
  int16(65_535),
  int32(0),
  int16(0),
])
const row = (value: string): Buffer => Buffer.concat([int16(1), int32(value.length), Buffer.from(value)])
