import { expect, test } from "vitest"
import { renewLink } from "#contract/links"
import { startTestKeelson } from "#test/keelson"

const keelson = await startTestKeelson({ environment: { REQUESTS_PER_MINUTE: "1000" } })
const open = (path: string, from: string, more: RequestInit = {}) =>
  fetch(`${keelson.address}${path}`, { ...more, headers: { "x-forwarded-for": from, ...more.headers } })
const unknown = (at: number) => String(at).padStart(43, "x")

test("whoever tries unknown links is told the same ten times, and then to wait; others go on", async () => {
  const statuses: number[] = []
  for (let at = 0; at < 12; at++)
    statuses.push((await open(`/${at % 2 ? "l" : "api/links"}/${unknown(at)}`, "203.0.113.5")).status)
  expect(statuses).toEqual([...Array(10).fill(404), 429, 429])
  const page = await open(`/l/${unknown(1)}`, "203.0.113.5")
  expect(await page.text()).toContain("Too many tries")
  expect((await open(`/l/${unknown(1)}`, "203.0.113.6")).status).toBe(404)
})

test("a link that a mail program cut off, or gave a full stop, leads to a page that says what to do", async () => {
  for (const path of ["/l/abc", `/l/${unknown(3)}.`, `/l/${unknown(3)}%3E`, `/l/${unknown(3)}%00`]) {
    const answer = await open(path, "203.0.113.7", { headers: { "accept-language": "de" } })
    expect([path, answer.status]).toEqual([path, 404])
    expect(await answer.text()).toContain("noch einmal aus der E-Mail")
  }
})

test("asking for a new link is answered alike, whatever it is asked for", async () => {
  const { status, body } = await keelson.anonymous("").call(renewLink, { linkToken: unknown(4) })
  expect([status, body]).toEqual([200, { isAskedFor: true }])
})
