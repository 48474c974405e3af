import pg from "pg"
import { expect, test } from "vitest"
import { startSmtp } from "#test/smtp"
import { expectKept } from "./kept.ts"
import { moreWrites, writeWithoutPause } from "./load.ts"
import { ownerUrlOf, postmasterOf, productFolder, startProduct, until } from "./product.ts"
import { firstOwner, patienceMs, somePorts } from "./visitor.ts"

const folder = productFolder()

test("killing the worker, the server and the database under write load loses nothing acknowledged and does nothing twice", async () => {
  const mail = await startSmtp()
  const [first = 0, second = 0] = await somePorts(2)
  const environment = { KEELSON_FOLDER: folder, SMTP_URL: mail.url, MAIL_FROM: "keelson@host.example" }
  const web = (port: number) => startProduct(["--only", "web", "--no-demo"], { ...environment, PORT: String(port) })
  const work = () => startProduct(["--only", "worker"], environment)
  let server = await web(first)
  const [other, visitor, firstWorker] = await Promise.all([web(second), firstOwner(server, first), work()])
  let worker = firstWorker

  const load = writeWithoutPause(visitor, [first, second])
  await moreWrites(load)
  worker.signal("SIGKILL")
  await worker.ended
  worker = await work()
  await moreWrites(load)

  server.signal("SIGKILL")
  await server.ended
  await moreWrites(load) // by the other server
  server = await web(first)
  await moreWrites(load)

  process.kill(postmasterOf(folder) ?? Number.NaN, "SIGKILL")
  await moreWrites(load) // nobody had to restart it
  await load.stop()
  const client = new pg.Client({ connectionString: ownerUrlOf(folder) })
  await client.connect()
  const waiting = "select from graphile_worker.jobs where task_identifier = 'links.mail'"
  await until(async () => (await client.query(waiting)).rowCount === 0, 60_000, "every queued job to run")

  await expectKept(ownerUrlOf(folder), load.acknowledged)
  await client.end()
  for (const products of [[worker, other], [server]]) {
    for (const product of products) product.signal("SIGTERM")
    // The job library prints a trace of its own when its database is gone; the worker itself goes on.
    for (const product of products)
      expect([await product.ended, product.said()]).toEqual([0, expect.not.stringMatching(/unhandled|uncaught/i)])
  }

  // A mail server may get a mail twice when the worker dies between its answer and noting it; it is then the same mail.
  const letters = mail.mails().map(({ to, raw }) => `${to[0]} ${/^message-id: (.*)$/im.exec(raw)?.[1]}`)
  expect([...new Set(letters)].map((letter) => letter.split(" ")[0]).sort()).toEqual(
    [...load.acknowledged.invitations.values()].sort(),
  )
  await mail.stop()

  const statuses = new Set(load.replies.map(({ status }) => status))
  expect([...statuses].filter((status) => ![0, 200, 201, 412, 503].includes(status))).toEqual([])
  // Each is answered, or its connection breaks with the server; nobody is left waiting.
  expect(load.replies.filter(({ tookMs }) => tookMs >= patienceMs)).toEqual([])
  for (const { status, headers } of load.replies) if (status === 503) expect(headers.get("retry-after")).toBeTruthy()
}, 180_000)
