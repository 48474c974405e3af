import { setTimeout as pause } from "node:timers/promises"
import { expect, test } from "vitest"
import { createTestDatabase } from "#test/database"
import { testPassword } from "#test/keelson"
import { startSmtp } from "#test/smtp"
import { startLine } from "./line.ts"
import { productFolder, startProduct, until } from "./product.ts"
import { firstOwner, patienceMs, somePorts } from "./visitor.ts"

const folder = productFolder()
const { ownerUrl } = await createTestDatabase()

test("without its database the product says 503 quickly, loses nothing, and goes on by itself when it is back", async () => {
  const line = await startLine(ownerUrl)
  const mail = await startSmtp()
  const [port = 0] = await somePorts(1)
  const address = `http://127.0.0.1:${port}`
  const environment = { KEELSON_FOLDER: folder, SMTP_URL: mail.url, DATABASE_URL: line.url, PORT: String(port) }
  const product = await startProduct(["--no-demo"], environment)
  const visitor = await firstOwner(product, port)
  const isReady = async () => (await fetch(`${address}/ready`)).status === 200
  expect(await isReady()).toBe(true)

  const signIn = async () => {
    const headers = { "content-type": "application/json", origin: address, "x-forwarded-for": "10.1.1.1" }
    const body = JSON.stringify({ email: "olga@host.example", password: testPassword })
    return fetch(`${address}/api/auth/sign-in/email`, {
      method: "POST",
      headers,
      body,
      signal: AbortSignal.timeout(patienceMs),
    })
  }
  const fresh = (await signIn()).headers
    .getSetCookie()
    .map((one) => one.split(";")[0])
    .join("; ")
  const invited = { email: "kim@invited.example", side: "host", role: "viewer" }
  const busy = Array.from({ length: 20 }, (_, index) =>
    visitor.send(port, "POST", "/organizations", { body: { name: `Cut ${index}` }, key: `cut-${index}` }),
  )
  expect((await visitor.send(port, "POST", "/invitations", { body: invited, key: "kim" })).status).toBe(201)
  line.cut()
  for (const { status } of await Promise.all(busy)) expect([201, 503]).toContain(status)

  const awayUntil = Date.now() + 6_000 // longer than a session is remembered
  while (Date.now() < awayUntil) {
    const answers = await Promise.all([
      visitor.send(port, "GET", "/organizations"),
      visitor.send(port, "POST", "/organizations", { body: { name: "Away" }, key: "away" }),
      signIn(),
      fetch(`${address}/api/me`, { headers: { cookie: fresh }, signal: AbortSignal.timeout(patienceMs) }),
      fetch(`${address}/ready`),
    ])
    expect(answers.map(({ status }) => status)).toEqual([503, 503, 503, 503, 503])
    for (const { headers } of answers) {
      expect(headers.get("retry-after")).toBe("5")
      expect(headers.get("content-type")).toContain("application/problem+json")
    }
    expect((await fetch(`${address}/health`)).status).toBe(200)
    await pause(200)
  }
  line.mend()
  await until(isReady, 60_000, "the product to be ready again")
  expect((await signIn()).status).toBe(200)
  for (let index = 0; index < 20; index++)
    expect(
      (await visitor.send(port, "POST", "/organizations", { body: { name: `Cut ${index}` }, key: `cut-${index}` }))
        .status,
    ).toBe(201)
  const listed = await visitor.send(port, "GET", "/organizations?limit=100")
  const names = (listed.body.items as { name: string }[]).map(({ name }) => name)
  expect(names.filter((name) => name.startsWith("Cut")).sort()).toEqual(
    Array.from({ length: 20 }, (_, index) => `Cut ${index}`).sort(),
  )
  // The queue waits longer after each try that failed: how often it tried while the database was away is chance.
  await mail.waitFor(invited.email, 120_000)
  const invitations = mail.mails().filter(({ to }) => to.includes(invited.email))
  expect(new Set(invitations.map(({ raw }) => /^message-id: (.*)$/im.exec(raw)?.[1])).size).toBe(1)

  expect(product.isRunning()).toBe(true)
  product.signal("SIGTERM")
  expect(await product.ended).toBe(0)
  await Promise.all([mail.stop(), line.close()])
}, 300_000)
