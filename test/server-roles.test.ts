import { afterAll, expect, test } from "vitest"
import { invite } from "#contract/people"
import { startTestKeelson } from "#test/keelson"
import { runAsOwner } from "#test/owner-connection"
import { startSmtp } from "#test/smtp"

const smtp = await startSmtp()
afterAll(smtp.stop)
const keelson = await startTestKeelson({ worker: true, environment: { SMTP_URL: smtp.url } })

test("a running server and its worker hold no connection of the owner's", async () => {
  const owner = await (await keelson.workspace("Least")).as("owner")
  await owner.call(invite, { email: "kim@least.example", side: "host", role: "viewer" })
  // A job was run: all three kinds of connections are there.
  await smtp.waitFor("kim@least.example")
  const logins = await runAsOwner<{ usename: string }>(
    keelson.ownerUrl,
    `select distinct usename::text from pg_stat_activity
      where datname = current_database() and backend_type = 'client backend' and pid <> pg_backend_pid() order by 1`,
  )
  expect(logins.map(({ usename }) => usename)).toEqual(["keelson_app", "keelson_identity", "keelson_jobs"])
})
