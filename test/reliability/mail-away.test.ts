import pg from "pg"
import { afterAll, expect, test } from "vitest"
import { invite } from "#contract/people"
import { accountFor, startTestKeelson } from "#test/keelson"
import { startSmtp } from "#test/smtp"
import { somePorts } from "./visitor.ts"

const [mailPort = 0] = await somePorts(1)
const keelson = await startTestKeelson({ worker: true, environment: { SMTP_URL: `smtp://127.0.0.1:${mailPort}` } })
const workspace = await keelson.workspace("Mail")
const owner = new pg.Pool({ connectionString: keelson.ownerUrl })
afterAll(() => owner.end())

const ask = (path: string, body: object) =>
  fetch(`${keelson.address}/api/auth${path}`, {
    method: "POST",
    headers: { "content-type": "application/json", origin: keelson.platform.config.publicUrl },
    body: JSON.stringify(body),
  })
const mailJobs = "select from graphile_worker.jobs where task_identifier in ('mail.send', 'links.mail')"

test("while the mail server is away nobody waits for it, and each mail goes out once when it is back", async () => {
  const person = await accountFor(keelson.platform, { email: "anna@host.example", name: "Anna" })
  const host = await workspace.as("owner")
  expect((await host.call(invite, { email: "kim@invited.example", side: "host", role: "viewer" })).status).toBe(201)
  expect((await ask("/sign-in/magic-link", { email: person.email })).status).toBe(200)
  expect((await ask("/request-password-reset", { email: person.email, redirectTo: "/reset-password" })).status).toBe(
    200,
  )
  await expect
    .poll(
      async () =>
        (await owner.query(`${mailJobs} and attempts > 0 and last_error like '%ECONNREFUSED%' and run_at > now()`))
          .rowCount,
    )
    .toBe(3)

  const mail = await startSmtp(mailPort)
  await expect.poll(async () => (await owner.query(mailJobs)).rowCount).toBe(0)
  expect(
    mail
      .mails()
      .map(({ to }) => to[0])
      .sort(),
  ).toEqual(["anna@host.example", "anna@host.example", "kim@invited.example"])
  keelson.platform.mail.close()
  await mail.stop()
})
