import { expect, test } from "vitest"
import { listEvents } from "#contract/audit"
import { daysBetween } from "#core/time"
import { startTestKeelson } from "#test/keelson"
import * as contract from "./contract.ts"

const keelson = await startTestKeelson()
const workspace = await keelson.workspace("Demo")
const place = { timeZone: "Europe/Vienna", country: "AT", currency: "EUR" }
const founding = { name: "Adler & Söhne", ...place }

test("an owner founds further workspaces, owns them, and each gets an address of its own", async () => {
  const owner = await workspace.as("owner")
  const first = await owner.call(contract.foundWorkspace, founding)
  expect(first).toMatchObject({ status: 201, body: { slug: "adler-sohne" } })
  expect((await owner.call(contract.foundWorkspace, founding)).body).toEqual({ slug: "adler-sohne-2" })
  const long = { ...founding, name: "x".repeat(60) }
  await owner.call(contract.foundWorkspace, long)
  expect((await owner.call(contract.foundWorkspace, long)).body).toEqual({ slug: `${"x".repeat(38)}-2` })
  const { body: me } = await owner.call(contract.getMe)
  expect(me.abilities).toEqual({ foundWorkspace: true })
  expect(me.workspaces).toContainEqual({
    slug: "adler-sohne",
    name: founding.name,
    side: "host",
    role: "owner",
    isDemo: false,
    isOpenDemo: false,
    abilities: { endDemo: true, seeToRecord: true, seeToWorkspace: true },
    needsFactor: false,
    partyId: expect.any(String),
    today: expect.any(String),
  })
  const founded = keelson.callerFor("adler-sohne", owner.cookie)
  expect((await founded.call(contract.getWorkspace)).body).toMatchObject({ ...founding, abilities: { edit: true } })
  const { body: history } = await founded.call(listEvents)
  expect(history.items.map(({ kind }) => kind).sort()).toEqual(["member.joined", "workspace.founded"])
})

test("each workspace has the day of its own time zone: at the date line one is always ahead", async () => {
  const owner = await workspace.as("owner")
  for (const timeZone of ["Pacific/Kiritimati", "Pacific/Pago_Pago"])
    await owner.call(contract.foundWorkspace, { ...founding, name: timeZone, timeZone })
  const { workspaces } = (await owner.call(contract.getMe)).body
  const todayOf = (name: string) => workspaces.find((each) => each.name === name)?.today ?? ""
  expect(daysBetween(todayOf("Pacific/Pago_Pago"), todayOf("Pacific/Kiritimati"))).toBeGreaterThanOrEqual(1)
})

test("several that one person founds under one name at once are all made", async () => {
  const owner = await workspace.as("owner")
  const all = await Promise.all(
    [1, 2, 3, 4].map(() => owner.call(contract.foundWorkspace, { ...founding, name: "Quads" })),
  )
  expect(all.map(({ body }) => body.slug).sort()).toEqual(["quads", "quads-2", "quads-3", "quads-4"])
})

test("a viewer, an admin and a partner may not found one, and nothing is made", async () => {
  const { id: organizationId } = await keelson.platform.transact(workspace.system, (tx) =>
    tx.db
      .insertInto("organization")
      .values({
        workspaceId: workspace.system.workspaceId,
        id: crypto.randomUUID(),
        name: "Partner",
        createdAt: tx.now,
        updatedAt: tx.now,
      })
      .returning("id")
      .executeTakeFirstOrThrow(),
  )
  for (const caller of [
    await workspace.as("viewer"),
    await workspace.as("admin"),
    await workspace.asPartner(organizationId),
  ]) {
    const refused = await caller.call(contract.foundWorkspace, founding)
    expect(refused).toMatchObject({ status: 403, body: { code: "role-may-not" } })
    const { body: me } = await caller.call(contract.getMe)
    expect(me.workspaces).toHaveLength(1)
    expect(me.abilities).toEqual({ foundWorkspace: "role-may-not" })
  }
})
