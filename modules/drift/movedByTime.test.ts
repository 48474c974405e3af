import { expect, test } from "vitest"
import { recordDeal, retractDeal } from "#contract/deals"
import { assignRole, createContact } from "#contract/people"
import { staleAmong, takeStale } from "#modules/signals"
import { movableClock } from "#test/clock"
import { startTestKeelson } from "#test/keelson"
import { enter, monthly, recordPartnership } from "#test/promises"
import { markMovedByTime } from "./store.ts"

const clock = movableClock("2026-01-02T09:00:00.000Z")
const { moveTo } = clock
const keelson = await startTestKeelson({ clock })
const { system, as } = await keelson.workspace("Nordwind")
const manager = await as("partner_manager")

const recorded = async (name: string) => (await recordPartnership(manager, name)).id
const assigned = async (partnership: string, role: "executive_sponsor" | "sales", fromOn: string) => {
  const contact = (await manager.call(createContact, { name: role })).body.id
  await manager.call(assignRole, { partnership, contactId: contact, role, fromOn })
}

test("what time alone moves is marked: promises whose window closed, pipelines, sponsors who came; nothing else", async () => {
  const [quiet, lapsed, later, dealing, undone, sponsored, sold] = await Promise.all(
    ["quiet", "lapsed", "later", "dealing", "undone", "sponsored", "sold"].map(recorded),
  )
  const ids = [quiet, lapsed, later, dealing, undone, sponsored, sold] as string[]
  // Due on the last day of January, and late a week after it.
  await enter(manager, lapsed as string, [monthly("host", { windowDays: 7 })])
  await enter(manager, later as string, [monthly("host", { windowDays: 14 })])
  await manager.call(recordDeal, { partnership: dealing as string, name: "Kept" })
  const { body: wrong } = await manager.call(recordDeal, { partnership: undone as string, name: "Wrong" })
  await manager.call(retractDeal, { deal: wrong.id, reason: "Another company." })
  moveTo("2026-02-10T09:00:00.000Z")
  await assigned(sponsored as string, "executive_sponsor", "2026-02-03")
  await assigned(sold as string, "sales", "2026-02-03")
  const marked = (since: string) =>
    keelson.platform.transact(system, async (tx) => {
      await takeStale(tx, ids)
      await markMovedByTime(tx, since)
      // Said twice, it changes nothing.
      await markMovedByTime(tx, since)
      return (await staleAmong(tx, ids)).toSorted()
    })
  expect(await marked("2026-02-01")).toEqual([lapsed, dealing, sponsored].toSorted())
  expect(await marked("2026-02-10")).toEqual([dealing])
})
