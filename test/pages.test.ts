import { expect, test } from "vitest"
import { getTimeline, listActivities, recordActivity } from "#contract/activities"
import { listOwnPartnerships } from "#contract/portfolio"
import { modules } from "#modules-list"
import { recordEverything } from "#test/everything"
import { startTestKeelson } from "#test/keelson"
import { recordPartnership } from "#test/promises"

/* What holds for every list that is read page by page. */
const keelson = await startTestKeelson()
const workspace = await keelson.workspace("Paged")
const owner = await workspace.as("owner")
const everything = await recordEverything(keelson, workspace)
const partner = await workspace.asPartner(everything["organization"] ?? "")
const lists = modules
  .flatMap(({ actions }) => actions.map(({ endpoint }) => endpoint))
  .filter(({ method, query }) => method === "GET" && "after" in query.shape)

const someId = "00000000-0000-7000-8000-000000000000"
const positions: readonly unknown[] = [
  ["another order's key", someId],
  [5, someId],
  [1e300, someId],
  ["", someId],
  ["2026-02-31", someId],
  ["2026-01-05T10:00:00.000Z", someId],
  ["NUL \u0000", someId],
  ["half a pair \ud800", someId],
  ["Contoso", "-".repeat(36)],
  [null, someId],
  [{}, someId],
  {},
]

test("there are lists to look at", () => expect(lists.length).toBeGreaterThan(10))

test.each(lists.map((list) => [list.path, list] as const))(
  "%s: a position out of another list, or of nobody's making, is the caller's mistake",
  async (_, list) => {
    const ids = Object.fromEntries(Object.keys(list.params.shape).map((name) => [name, everything[name] ?? someId]))
    for (const position of positions) {
      const after = Buffer.from(JSON.stringify(position)).toString("base64url")
      // What a partner has of its vendor is a list of its own, which no host reads.
      const reader = list === listOwnPartnerships ? partner : owner
      const { status, body } = await reader.call(list, { ...ids, after } as never)
      if (status !== 200) expect({ status, body }).toMatchObject({ status: 422, body: { code: "invalid-input" } })
    }
  },
)

test("what happened within one millisecond is listed whole, one by one", async () => {
  const { id: partnership } = await recordPartnership(owner, "Contoso")
  const kinds = ["100", "200", "300", "400"]
  for (const micros of kinds)
    await owner.call(recordActivity, { partnership, kind: micros, occurredAt: `2026-01-05T10:00:00.123${micros}Z` })
  for (const list of [listActivities, getTimeline]) {
    const seen: string[] = []
    let after: string | null | undefined
    do {
      const { body } = await owner.call(list, { partnership, limit: 1, ...(after ? { after } : {}) })
      seen.push(...body.items.map(({ kind }) => kind))
      after = body.next
    } while (after)
    expect(seen.filter((kind) => kinds.includes(kind)).toSorted()).toEqual(kinds)
  }
})
