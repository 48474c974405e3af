import { once } from "node:events"
import { connect } from "node:net"
import { setTimeout as pause } from "node:timers/promises"
import pg from "pg"
import { expect, test } from "vitest"
import { startTestKeelson } from "#test/keelson"

const keelson = await startTestKeelson({ environment: { BODY_SECONDS: "1" } })
const { port } = new URL(keelson.address)

/** Begins a request of a hundred bytes, sends so many pieces of it a third of a second apart, and tells what came back. */
const sent = async (type: string, pieces: readonly string[]): Promise<string> => {
  const socket = connect(Number(port), "127.0.0.1")
  let said = ""
  socket.on("data", (chunk) => {
    said += chunk
  })
  socket.on("error", () => {})
  const closed = once(socket, "close")
  const head = ["POST /api/set-up HTTP/1.1", "host: x", `content-type: ${type}`, "content-length: 100"]
  socket.write(`${head.join("\r\n")}\r\n\r\n`)
  for (const piece of pieces) {
    socket.write(piece)
    await pause(300)
    if (socket.closed || said !== "") break
  }
  if (pieces.join("").length < 100) await closed
  else while (said === "") await pause(20)
  socket.destroy()
  return said.split("\r\n", 1)[0] ?? ""
}

test("a body that is begun and not finished ends after its time, also when a byte comes now and then", async () => {
  expect(await sent("application/json", ["{"])).toBe("HTTP/1.1 408 Request Timeout")
  expect(
    await sent(
      "application/json",
      Array.from({ length: 40 }, () => " "),
    ),
  ).toBe("HTTP/1.1 408 Request Timeout")
})

test("a file may come slowly, and ends when nothing more of it comes", async () => {
  const file = "multipart/form-data; boundary=b"
  expect(await sent(file, ["--b\r\n"])).toMatch(/^HTTP\/1\.1 4\d\d /)
  // Twelve pieces take more than three times the time, and are answered as what they are.
  expect(
    await sent(
      file,
      Array.from({ length: 13 }, () => "--b-----".slice(0, 8)),
    ),
  ).not.toContain("408")
})

test("what is whole in time is answered", async () => {
  expect(await sent("application/json", ["{}".padEnd(100)])).toBe("HTTP/1.1 422 Unprocessable Entity")
})

test("an answer that takes longer than a body may is waited for", async () => {
  const held = new pg.Client({ connectionString: keelson.ownerUrl })
  await held.connect()
  await held.query("begin; lock table link in access exclusive mode")
  const waiting = fetch(`${keelson.address}/api/invitations/${"x".repeat(43)}`)
  await pause(3_000)
  await held.query("commit")
  await held.end()
  expect((await waiting).status).toBe(404)
})
