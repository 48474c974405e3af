import { expect, test } from "vitest"
import { createPartnership, movePartnership, writeNote } from "#contract/partnerships"
import { startTestKeelson } from "#test/keelson"
import { listEvents } from "./contract.ts"

let now = "2026-11-20T09:00:00.000Z"
const keelson = await startTestKeelson({ clock: { now: () => now } })
const workspace = await keelson.workspace("Nordwind")
const [admin, manager] = [await workspace.as("admin"), await workspace.as("partner_manager")]
const partnership = async (name: string) =>
  (await manager.call(createPartnership, { type: "isv", newOrganization: { name } })).body

const contoso = await partnership("Contoso")
now = "2026-11-22T23:30:00.000Z" // 23 November in Berlin
await manager.call(
  movePartnership,
  { partnership: contoso.id, to: "paused", reason: "Budget" },
  { ifMatch: contoso.version },
)
const kinds = async (query: object) => (await admin.call(listEvents, query)).body.items.map(({ kind }) => kind)

test("the ledger says who did what to what, newest first", async () => {
  const { body } = await admin.call(listEvents, { partnership: contoso.id })
  expect(body.items).toMatchObject([
    {
      kind: "partnership.moved",
      actor: { kind: "member", name: "partner_manager of Nordwind" },
      payload: { reason: "Budget" },
      visibility: "shared",
    },
    { kind: "partnership.recorded", subjectName: "Contoso", partnership: { id: contoso.id, name: "Contoso" } },
  ])
})

test("filters: kind, subject, actor, and days in the workspace's time zone", async () => {
  expect(await kinds({ kind: "partnership.moved" })).toEqual(["partnership.moved"])
  expect(await kinds({ subject: contoso.id, from: "2026-11-23" })).toEqual(["partnership.moved"])
  expect(await kinds({ subject: contoso.id, to: "2026-11-22" })).toEqual(["partnership.recorded"])
  const [moved] = (await admin.call(listEvents, { kind: "partnership.moved" })).body.items
  expect((await kinds({ actor: moved?.actor.id })).length).toBeGreaterThan(1)
  expect(await kinds({ actor: "nobody" })).toEqual([])
})

test("pages follow each other without gap or repeat, both ways", async () => {
  for (const sort of ["-recordedAt", "recordedAt"] as const) {
    const whole = (await admin.call(listEvents, { sort, limit: 200 })).body.items.map(({ id }) => id)
    const pages: string[] = []
    for (let after: string | undefined, more = true; more; ) {
      const { body } = await admin.call(listEvents, { sort, limit: 2, ...(after ? { after } : {}) })
      pages.push(...body.items.map(({ id }) => id))
      more = body.next !== null
      after = body.next ?? undefined
    }
    expect(pages).toEqual(whole)
  }
})

test("only owners and admins read it; what is private to a partner stays away even from them", async () => {
  const partner = await workspace.asPartner(contoso.organizationId)
  await partner.call(writeNote, { partnership: contoso.id, body: "ours", isPrivate: true })
  await partner.call(writeNote, { partnership: contoso.id, body: "both", isPrivate: false })
  expect(await kinds({ kind: "note.written" })).toHaveLength(1)
  for (const caller of [manager, partner, await workspace.as("viewer")])
    expect((await caller.call(listEvents)).status).toBe(403)
  const stranger = await (await keelson.workspace("Elsewhere")).as("owner")
  expect((await stranger.call(listEvents, { partnership: contoso.id })).body.items).toEqual([])
})
