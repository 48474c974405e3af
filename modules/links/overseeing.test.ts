import { globSync, readFileSync } from "node:fs"
import { expect, test } from "vitest"
import { movableClock } from "#test/clock"
import { startTestKeelson } from "#test/keelson"
import { listLinkActs, listLinks, revokeLink } from "./contract.ts"
import { plantLink } from "./fixture.ts"

/* What owners and admins see of the links that were mailed: narrowed, in pages, and taken back. */
const now = "2027-06-01T08:00:00.000Z"
const keelson = await startTestKeelson({ clock: movableClock(now) })
const workspace = await keelson.workspace("Nordlicht")
const admin = await workspace.as("admin")
const earlier = "2027-05-31T08:00:00.000Z"

const kinds = {
  open: {},
  pressed: { pressedAt: earlier, press: "confirm", expiresAt: earlier },
  expired: { expiresAt: now },
  revoked: { revokedAt: earlier },
  replaced: { replacedAt: earlier },
  locked: { lockedAt: earlier },
} as const

test("narrowed by where it stands, what it is for and whom it went to; in pages that hold together", async () => {
  const { workspaceId } = workspace.system
  await keelson.platform.transact(workspace.system, async ({ db }) => {
    const ground = { db, workspaceId, partnershipId: null } as unknown as Parameters<typeof plantLink>[0]
    for (const [state, dates] of Object.entries(kinds))
      await plantLink(ground, {
        ...{ act: state === "open" ? "accept_invitation" : "confirm_promise", subjectId: crypto.randomUUID() },
        ...{ token: crypto.randomUUID(), partyId: workspaceId, ...dates },
        ...{ name: `Reader of 100% ${state}`, email: `${state}_x@cascade.example` },
      })
  })
  const ask = async (query: object) => (await admin.call(listLinks, query)).body
  const states = async (query: object) => (await ask(query)).items.map(({ state }) => state)
  for (const state of Object.keys(kinds)) expect(await states({ state })).toEqual([state])
  expect(await states({ act: "accept_invitation" })).toEqual(["open"])
  expect(await states({ search: "LOCKED_X@" })).toEqual(["locked"])
  expect(await states({ search: "100% rev" })).toEqual(["revoked"])
  // Signs that mean something to a search in SQL mean themselves.
  expect(await states({ search: "lockedYx" })).toEqual([])
  expect(await states({ search: "%%" })).toEqual([])

  const seen: string[] = []
  for (let after: string | undefined; ; ) {
    const { items, next } = await ask({ limit: 2, ...(after ? { after } : {}) })
    seen.push(...items.map(({ id }) => id))
    if (next === null) break
    after = next
  }
  expect(new Set(seen).size).toBe(6)

  const [open] = (await ask({ state: "open" })).items
  expect(open).toMatchObject({ subjectName: null, partnership: null, endedAt: null, abilities: { revoke: true } })
  expect((await admin.call(revokeLink, { link: open?.id ?? "" })).body).toMatchObject({
    state: "revoked",
    endedAt: now,
  })
  expect((await admin.call(revokeLink, { link: open?.id ?? "" })).status).toBe(409)
  expect(await states({ state: "open" })).toEqual([])
})

test("each act that a link is good for has its name in both languages", async () => {
  const { items } = (await admin.call(listLinkActs, {})).body
  expect(items.length).toBeGreaterThan(1)
  for (const language of ["en", "de"]) {
    const texts = globSync(`modules/*/texts/linkable.${language}.json`).map(
      (path) => JSON.parse(readFileSync(path, "utf8")) as { name: Record<string, string> },
    )
    const named = Object.assign({}, ...texts.map(({ name }) => name)) as Record<string, string>
    expect(Object.keys(named).sort()).toEqual(items.map(({ act }) => act).sort())
  }
})
