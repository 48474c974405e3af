import { describe, expect, test } from "vitest"
import { newId } from "#platform/ids"
import { accountFor, startTestKeelson, testPassword } from "#test/keelson"
import { runAsOwner } from "#test/owner-connection"

/*
 * A caller writes whatever it likes into X-Forwarded-For; what the proxies before us add stands behind it. Only what they added
 * decides who is asked to slow down and which address a session is said to come from.
 */
const guess = (address: string, forwarded: string) =>
  fetch(`${address}/api/auth/sign-in/email`, {
    method: "POST",
    headers: { "content-type": "application/json", "x-forwarded-for": forwarded },
    body: JSON.stringify({ email: `nobody-${newId()}@host.example`, password: "wrong wrong wrong" }),
  })

const statusesOf = async (address: string, forwarded: (attempt: number) => string) => {
  const statuses: number[] = []
  for (let attempt = 0; attempt < 12; attempt++) statuses.push((await guess(address, forwarded(attempt))).status)
  return statuses
}
const heldUpAfterTen = [...Array(10).fill(401), 429, 429]

describe.each([
  ["one proxy by number", "1", "203.0.113.9", "203.0.113.10"],
  ["one proxy by address", "loopback", "203.0.113.9", "203.0.113.10"],
  ["two proxies by number", "2", "203.0.113.9, 10.1.1.1", "203.0.113.10, 10.1.1.1"],
  ["one proxy that names ports", "1", "203.0.113.9:4711", "203.0.113.10:4711"],
  ["one proxy that names nobody", "1", "unknown", "203.0.113.10"],
  ["two proxies by address", "127.0.0.1, 10.0.0.0/8", "203.0.113.9, 10.1.1.1", "203.0.113.10, 10.1.1.1"],
])("behind %s", async (_what, proxies, seen, another) => {
  const keelson = await startTestKeelson({ environment: { TRUST_PROXY: proxies, REQUESTS_PER_MINUTE: "60" } })
  const forged = (attempt: number) => `198.51.100.${attempt}, ${seen}`

  test("a forged address is no way past the guard against guessing, and another caller's is another", async () => {
    expect(await statusesOf(keelson.address, forged)).toEqual(heldUpAfterTen)
    expect((await guess(keelson.address, `198.51.100.1, ${another}`)).status).toBe(401)
  })

  test("nor past the requests of a minute", async () => {
    const ask = (forwarded: string) =>
      fetch(`${keelson.address}/api/me`, { headers: { "x-forwarded-for": forwarded } }).then(({ status }) => status)
    const statuses = await Promise.all(Array.from({ length: 70 }, (_, attempt) => ask(forged(attempt))))
    expect(statuses.filter((status) => status === 429).length).toBeGreaterThanOrEqual(10)
    expect(await ask(`198.51.100.1, ${another}`)).toBe(401)
  })
})

describe("without a proxy", async () => {
  const keelson = await startTestKeelson({ environment: { TRUST_PROXY: "false" } })
  test("nothing of the header is believed", async () => {
    expect(await statusesOf(keelson.address, (attempt) => `198.51.100.${attempt}`)).toEqual(heldUpAfterTen)
  })
})

describe("what is kept of a session", async () => {
  const keelson = await startTestKeelson()
  test("is the address that the proxy saw", async () => {
    const email = "kept@host.example"
    await accountFor(keelson.platform, { email, name: "Kept" })
    const response = await fetch(`${keelson.address}/api/auth/sign-in/email`, {
      method: "POST",
      headers: { "content-type": "application/json", "x-forwarded-for": "198.51.100.1, 203.0.113.77:4711" },
      body: JSON.stringify({ email, password: testPassword }),
    })
    expect(response.status).toBe(200)
    const kept = await runAsOwner(keelson.ownerUrl, `select "ipAddress" as address from identity.session`)
    expect(kept).toEqual([{ address: "203.0.113.77" }])
  })
})
