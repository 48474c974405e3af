import { expect, test } from "vitest"
import { downloadSecurityEvents, getSecurityDays, listEvents, listSecurityEvents } from "#contract/audit"
import { createPartnership, editPartnership } from "#contract/partnerships"
import { changeRole, listMembers } from "#contract/people"
import { getPartnership } from "#contract/portfolio"
import { mostAsked, ofNoteFrom } from "#core/refusalsOfNote"
import { newId } from "#platform/ids"
import { startDoors } from "#test/doors"

/* What an administrator reads about people who ask again and again for what they may not have. */
const { keelson, database, later } = await startDoors()
const workspace = await keelson.workspace("Nordwind")
const elsewhere = await keelson.workspace("Elsewhere")
const [owner, viewer, manager] = [
  await workspace.as("owner"),
  await workspace.as("viewer"),
  await workspace.as("partner_manager"),
]
const stranger = await elsewhere.as("owner")
const contoso = (await owner.call(createPartnership, { type: "isv", newOrganization: { name: "Contoso" } })).body
const partner = await workspace.asPartner(contoso.organizationId)

const refused = async (query: object = {}, as = owner) => {
  await keelson.platform.identity.refusals.settle()
  const { items } = (await as.call(listSecurityEvents, { limit: 200, ...query })).body
  return items.filter(({ kind }) => kind in ofNoteFrom)
}
const times = async (count: number, ask: () => Promise<{ status: number }>, status = 403) => {
  for (let each = 0; each < count; each++) expect((await ask()).status).toBe(status)
}
const rows = async () =>
  (await database.query("select * from identity.security_event where workspace_id is not null")).rows

test("an administrator's matters asked for four times are a slip; the fifth is of note, with how often and what was asked", async () => {
  await times(4, () => viewer.call(listSecurityEvents))
  expect(await refused()).toEqual([])
  await times(1, () => viewer.call(listEvents))
  const [seen, ...more] = await refused()
  expect(more).toEqual([])
  expect(seen).toMatchObject({
    kind: "administration.refused",
    person: { name: "viewer of Nordwind", side: "host" },
    asked: ["GET /security-events", "GET /events"],
    ...{ times: 5, isRefused: true, subjectName: null },
  })
  expect(seen?.address).toBeTruthy()
})

test("more of it within the hour is the same line; after it another, which begins to count anew", async () => {
  await times(3, () => viewer.call(listEvents))
  expect((await refused()).map((each) => each.times)).toEqual([8])
  later(3_600_001)
  await times(4, () => viewer.call(listEvents))
  expect((await refused()).map((each) => each.times)).toEqual([8])
  await times(1, () => viewer.call(listEvents))
  expect((await refused()).map((each) => each.times)).toEqual([5, 8])
  // The hour may have gone over midnight: then each of the two days has its own.
  const days = (await owner.call(getSecurityDays, { kind: "administration.refused" })).body.items
  expect(days.reduce((sum, { refused: of }) => sum + of, 0)).toBe(13)
  expect(days.every(({ other }) => other === 0)).toBe(true)
})

test("a flood is one row and holds no value of what was asked; the answers are as ever", async () => {
  const before = (await rows()).length
  const member = (await owner.call(listMembers)).body.items[0]
  const asked = () => manager.call(changeRole, { member: member?.id ?? "", role: "admin" }, { ifMatch: 1 })
  await Promise.all(Array.from({ length: 3 }, () => times(20, asked)))
  const [seen] = await refused({ kind: "administration.refused" })
  expect(seen).toMatchObject({ times: 60, person: { name: "partner_manager of Nordwind" } })
  const all = await rows()
  expect(all).toHaveLength(before + 1)
  expect(JSON.stringify(all)).not.toContain(member?.id)
  expect(seen?.asked).toEqual([`${changeRole.method} ${changeRole.path}`])
})

test("a partner's person who asks for the host's matters, and from where is not told", async () => {
  const { name, type, currency } = contoso
  const notTheirs = () =>
    partner.call(editPartnership, { partnership: contoso.id, name, type, currency }, { ifMatch: contoso.version })
  await times(5, notTheirs)
  expect(await refused({ kind: "host_matters.refused" })).toMatchObject([
    { times: 5, address: null, device: null, person: { side: "partner" } },
  ])
})

test("who tries ids one after another is noted from twenty on, without the ids", async () => {
  const id = (each: number) => `0197a000-0000-7000-8000-0000000000${String(each).padStart(2, "0")}`
  for (let each = 0; each < 19; each++)
    await times(1, () => partner.call(getPartnership, { partnership: id(each) }), 404)
  expect(await refused({ kind: "unseen.refused" })).toEqual([])
  await times(1, () => partner.call(getPartnership, { partnership: id(19) }), 404)
  expect(await refused({ kind: "unseen.refused" })).toMatchObject([
    { times: 20, asked: [`GET ${getPartnership.path}`] },
  ])
  expect(JSON.stringify(await rows())).not.toContain("0197a000")
})

test("it is the workspace's where it was asked: another's administrators never read it, though the person works there, too", async () => {
  const { rows: people } = await database.query<{ userId: string }>(
    `select user_id as "userId" from member where workspace_id = $1 and role = 'viewer'`,
    [workspace.system.workspaceId],
  )
  const person = people[0]?.userId
  await database.query(
    `insert into member (workspace_id, id, user_id, name, email, role, created_at)
     select $1, gen_random_uuid(), user_id, name, email, role, created_at from member where user_id = $2`,
    [elsewhere.system.workspaceId, person],
  )
  expect((await refused({ person })).length).toBe(2)
  expect((await stranger.call(listSecurityEvents, { person })).body.items.map(({ kind }) => kind)).toContain(
    "sign_in.succeeded",
  )
  expect(await refused({}, stranger)).toEqual([])
  const { body } = await stranger.call(downloadSecurityEvents, { locale: "en" })
  expect(String(body)).not.toContain("administration.refused")
  for (const caller of [manager, partner, viewer]) expect((await caller.call(listSecurityEvents)).status).toBe(403)
})

test("it goes out as CSV with what was asked", async () => {
  const { body } = await owner.call(downloadSecurityEvents, { kind: "administration.refused", locale: "en" })
  expect(String(body)).toContain("GET /security-events; GET /events")
})

test("two servers count in one row, a row names at most twenty kinds, and several addresses are none", async () => {
  const userId = (await database.query<{ id: string }>(`select "id" from identity."user" limit 1`)).rows[0]?.id
  const note = (from: number, address: string) =>
    database.query("select note_refusal($1, $2, 'act.refused', $3, $4, 'b', 6, $5, $5, $6, $7)", [
      ...[workspace.system.workspaceId, userId, Array.from({ length: 15 }, (_, at) => `GET /${from + at}`), address],
      ...["2026-11-20T09:30:00Z", "2026-11-20T08:30:00Z", newId()],
    ])
  await Promise.all([note(0, "203.0.113.1"), note(10, "203.0.113.2")])
  const counted = (await rows()).filter(({ kind }) => kind === "act.refused")
  expect(counted).toMatchObject([{ times: 12, address: "", device: "" }])
  expect(counted[0]?.asked).toHaveLength(mostAsked)
})
