import { expect, test } from "vitest"
import { createOrganization } from "#contract/organizations"
import { createPartnership } from "#contract/partnerships"
import { newId } from "#platform/ids"
import { startTestKeelson } from "#test/keelson"
import { runQueued } from "#test/promises"
import * as contract from "./contract.ts"

const keelson = await startTestKeelson({ environment: { LOG_LEVEL: "error" } })
const workspace = await keelson.workspace("Nordwind")
const manager = await workspace.as("partner_manager")
const { system } = workspace

const company = async (name: string, type: "isv" | "msp") => {
  const { body } = await manager.call(createOrganization, { name })
  const made = await manager.call(createPartnership, { type, organizationId: body.id })
  expect(made.status, JSON.stringify(made.body)).toBe(201)
  return { organization: body.id, partnership: made.body.id }
}

/** What an act writes that had asked who takes part before a merger, and ends after it. */
const writtenLate = async (partnershipId: string, partyId: string): Promise<string> => {
  const id = newId()
  await keelson.platform.transact(system, ({ db, actor, now }) =>
    db
      .insertInto("activity")
      .values({
        ...{ workspaceId: actor.workspaceId, id, partnershipId, partyId, kind: "call" },
        ...{ occurredAt: now, recordedAt: now, source: "app" },
      })
      .execute(),
  )
  return id
}

const partyOf = (id: string) =>
  keelson.platform.transact(system, async ({ db, actor }) => {
    const found = db.selectFrom("activity").select("partyId").where("workspaceId", "=", actor.workspaceId)
    return (await found.where("id", "=", id).executeTakeFirstOrThrow()).partyId
  })

test("what was begun before a merger and written after it names the company that is left; undone, the one that is back", async () => {
  const [stays, goes] = [await company("Aspen", "isv"), await company("Linden", "msp")]
  const merge = { organization: stays.organization, goes: goes.organization }
  const merged = await manager.call(contract.mergeOrganizations, merge)
  expect(merged.status, JSON.stringify(merged.body)).toBe(200)
  const [late, own] = [
    await writtenLate(goes.partnership, goes.organization),
    await writtenLate(stays.partnership, stays.organization),
  ]
  expect(await partyOf(late)).toBe(goes.organization)
  expect(await runQueued("mergers.settle", keelson)).toBe(1)
  expect(await partyOf(late)).toBe(stays.organization)

  expect((await manager.call(contract.undoMerger, { merger: merged.body.id })).status).toBe(200)
  const later = await writtenLate(goes.partnership, stays.organization)
  expect(await runQueued("mergers.settle", keelson)).toBe(1)
  expect(await partyOf(late)).toBe(goes.organization)
  expect(await partyOf(later)).toBe(goes.organization)
  expect(await partyOf(own)).toBe(stays.organization)
})
