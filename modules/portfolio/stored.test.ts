import { expect, test } from "vitest"
import { recordActivity } from "#contract/activities"
import { createPartnership } from "#contract/partnerships"
import { newId } from "#platform/ids"
import { movableClock } from "#test/clock"
import { startTestKeelson } from "#test/keelson"
import { enter, monthly, runJob } from "#test/promises"
import { getPartnership, listPartnerships, type PartnershipInPortfolio } from "./contract.ts"
import { differences } from "./store/keep.ts"

const clock = movableClock("2026-08-03T09:00:00.000Z")
const keelson = await startTestKeelson({ clock })
const workspace = await keelson.workspace("Nordwind")
const { system } = workspace
const owner = await workspace.as("owner")
const { figures } = keelson.platform.contributed

const make = async (name: string) =>
  (await owner.call(createPartnership, { type: "isv", newOrganization: { name } })).body
const lines = async (asked: object = {}) => (await owner.call(listPartnerships, asked)).body.items
const named = async (asked: object) => (await lines(asked)).map(({ name }) => name)
const wrong = () =>
  keelson.platform.transact(system, async (tx) => {
    const ids = (await tx.db.selectFrom("partnership").select("id").execute()).map(({ id }) => id)
    return differences(tx, figures, ids)
  })
const spoil = (id: string) =>
  keelson.platform.transact(system, ({ db }) =>
    db
      .updateTable("partnershipFigures")
      .set({ overdueHost: 77, lastContactAt: "2001-01-01T00:00:00Z" })
      .where("partnershipId", "=", id)
      .execute(),
  )

test("two acts in one partnership at once are both in its figures, whoever ends last", async () => {
  const { id } = await make("Race")
  const act = (at: string) => async () => {
    await keelson.platform.transact(system, async (tx) => {
      await tx.db
        .insertInto("activity")
        .values({
          ...{ workspaceId: system.workspaceId, id: newId(), partnershipId: id, kind: "call", recordedAt: tx.now },
          occurredAt: at,
        })
        .execute()
      tx.figuresChanged([id], ["activity"])
    })
  }
  for (let round = 0; round < 20; round++) {
    const day = `2026-07-${String(round + 1).padStart(2, "0")}`
    await Promise.all(["01", "02", "03", "04", "05"].map((hour) => act(`${day}T${hour}:00:00.000Z`)()))
    expect(await wrong(), day).toEqual([])
  }
})

test("the line of the list is the page's own, whatever was done", async () => {
  const { id } = await make("Alike")
  await enter(owner, id, [monthly("host"), monthly("partner")], { endsOn: "2027-06-16", noticeDays: 30 })
  await owner.call(recordActivity, { partnership: id, kind: "call", direction: "two_way" })
  const alike = async () => {
    const line = (await lines()).find((each) => each.id === id) as PartnershipInPortfolio
    const { body } = await owner.call(getPartnership, { partnership: id })
    expect(body).toMatchObject(line)
  }
  await alike()
  clock.moveTo("2026-12-15T09:00:00.000Z")
  await alike()
  await runJob("commitments.update-due-states", keelson)
  await alike()
  await runJob("portfolio.turn-day", keelson)
  await alike()
  expect(await wrong()).toEqual([])
  expect(await named({ sort: "-overdueHost", limit: 1 })).toEqual(["Alike"])
})

test("what is not known comes last in both directions, page after page, and within no bound", async () => {
  for (const name of ["A", "B", "C", "D"]) await make(`Unknown ${name}`)
  const all = new Set(await named({ limit: 200 }))
  for (const sort of ["notice", "-notice", "value", "-activity", "tier", "-owner", "-keptHost", "type"]) {
    const seen: string[] = []
    let next: string | null = null
    do {
      const asked: object = next === null ? { sort, limit: 2 } : { sort, limit: 2, after: next }
      const { body }: { body: { items: PartnershipInPortfolio[]; next: string | null } } = await owner.call(
        listPartnerships,
        asked as never,
      )
      seen.push(...body.items.map(({ name }) => name))
      next = body.next
    } while (next !== null)
    expect(seen.length, sort).toBe(all.size)
    expect(new Set(seen), sort).toEqual(all)
    if (sort.endsWith("notice")) expect(seen[0]).toBe("Alike")
  }
  expect(await named({ noticeFrom: "2027-01-01", noticeTo: "2027-12-31" })).toEqual(["Alike"])
  expect(await named({ noticeTo: "2027-01-01" })).toEqual([])
})

test("what differs is found, put right, and said", async () => {
  const { id } = await make("Spoilt")
  await runJob("portfolio.turn-day", keelson)
  await spoil(id)
  expect(await wrong()).toEqual([{ partnershipId: id, columns: ["last_contact_at", "overdue_host"] }])
  await runJob("portfolio.reconcile", keelson)
  expect(await wrong()).toEqual([])
})

test("what a server of the version before made, which knows nothing of the record's own columns, is listed all the same and filled", async () => {
  const { id } = await make("Made before")
  await keelson.platform.transact(system, ({ db }) =>
    db
      .updateTable("partnershipFigures")
      .set({ name: null, type: null, stage: null, updatedAt: null })
      .where("partnershipId", "=", id)
      .execute(),
  )
  const paged = async (sort: string) => {
    const seen: string[] = []
    for (let after: string | undefined, next: string | null = ""; next !== null; after = next ?? undefined) {
      const { body } = await owner.call(listPartnerships, { sort, limit: 2, ...(after ? { after } : {}) } as never)
      seen.push(...body.items.map(({ name }: PartnershipInPortfolio) => name))
      next = body.next
    }
    return seen
  }
  for (const sort of ["name", "-name", "-updatedAt", "type"])
    expect((await paged(sort)).at(-1), sort).toBe("Made before")
  await runJob("portfolio.turn-day", keelson)
  expect(await wrong()).toEqual([])
  expect((await paged("-updatedAt"))[0]).toBe("Made before")
})
