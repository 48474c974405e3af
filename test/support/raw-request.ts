import { connect } from "node:net"

/** What a client of one's own can send and `fetch` would not: any header, any path, half a body. */
export const rawRequest = (
  method: string,
  path: string,
  headers: Readonly<Record<string, string>>,
  body = "",
): string => {
  const lines = {
    connection: "close",
    ...(body === "" ? {} : { "content-length": `${Buffer.byteLength(body)}` }),
    ...headers,
  }
  const head = Object.entries(lines).map(([name, value]) => `${name}: ${value}\r\n`)
  return `${method} ${path} HTTP/1.1\r\n${head.join("")}\r\n${body}`
}

export type RawAnswer = Readonly<{ status: number; head: string; body: string }>

/** Sends it over a connection of its own, and reads until the server closes it. */
export const sendRaw = (address: string, text: string): Promise<RawAnswer> =>
  new Promise((resolve, reject) => {
    const { hostname, port } = new URL(address)
    const socket = connect(Number(port), hostname, () => socket.write(text))
    const chunks: Buffer[] = []
    socket.on("data", (chunk) => chunks.push(chunk))
    socket.on("error", reject)
    socket.on("close", () => {
      const [head = "", ...rest] = Buffer.concat(chunks).toString("utf8").split("\r\n\r\n")
      resolve({ status: Number(head.split(" ")[1]), head: head.toLowerCase(), body: rest.join("\r\n\r\n") })
    })
  })
