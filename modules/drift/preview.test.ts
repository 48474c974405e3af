import { expect, test } from "vitest"
import { addDays } from "#core/time"
import { newId } from "#platform/ids"
import { startTestKeelson } from "#test/keelson"
import { acceptChange, getDrift, getDriftInputs } from "./contract.ts"
import { type DriftInputs, previewOf } from "./rules.ts"
import { runScan } from "./scan.ts"
import { insertScan } from "./store.ts"
import { healthyWeeks, live, lostWeeks, makePartnership, movableClock } from "./storyForTests.ts"

const clock = movableClock("2026-01-05")
const keelson = await startTestKeelson({ clock })
const { platform } = keelson
const start = "2024-01-01"
/** The Monday after the healthy weeks, and the day of the panel. */
const turn = "2025-07-07"
const today = addDays(turn, 7 * 26)

const { system, ...workspace } = await keelson.workspace("Preview")
clock.goTo(turn)
const acme = await makePartnership(platform, system, "Acme")
await live(platform, system, acme, start, healthyWeeks(79))
for (let week = 0; week < 26; week++) {
  clock.goTo(addDays(turn, 7 * week + 6))
  await live(platform, system, acme, addDays(turn, 7 * week), lostWeeks(26).slice(week, week + 1))
}
clock.goTo(today)
const scan = async () => {
  const id = newId()
  await platform.transact(system, (tx) =>
    insertScan(tx, { id, asOf: tx.today, isFull: true, partnershipsTotal: 0, requestedBy: null }),
  )
  await runScan(platform, system, id)
}
const manager = await workspace.as("partner_manager")

const panel = async (asOf?: string) => {
  const {
    current,
    past: _,
    // What parties are called, what is paid in, where records end, which of two counts and who may say so is no answer of the engine.
    companies: __,
    currency: ___,
    records: ____,
    twice: _____,
    abilities: ______,
    ...told
  } = (await manager.call(getDrift, { partnership: acme.id, ...(asOf ? { asOf } : {}) })).body
  return { told, current }
}
/** As a page has them: through JSON. */
const inputs = async () =>
  JSON.parse(JSON.stringify((await manager.call(getDriftInputs, { partnership: acme.id })).body)) as DriftInputs

test("before anything was scanned, and after, the page computes what the server says, to the last digit", async () => {
  const asked = await panel()
  expect(asked.told).toMatchObject({ drifting: true, firstSide: "host" })
  expect(previewOf(await inputs(), today)).toEqual(asked.told)
  await scan()
  const stored = await panel()
  expect(stored.current).not.toBeNull()
  expect(previewOf(await inputs(), today)).toEqual(stored.told)
})

test("of a past day too, as far as it was recorded when it happened", async () => {
  const known = await inputs()
  const preview = previewOf(known, addDays(today, -70))
  const { told } = await panel(addDays(today, -70))
  expect(told.drifting).toBe(true)
  expect(preview).toMatchObject({ drifting: true, onset: told.onset, firstSide: told.firstSide, asOf: told.asOf })
  expect(preview.lanes.map(({ actual }) => actual.length)).toEqual(told.lanes.map(({ actual }) => actual.length))
  expect(previewOf(known, addDays(turn, -7))).toMatchObject({ drifting: false, causes: [], detectedOn: null })
})

test("what a person decided is decided in the preview as well, from that day on", async () => {
  const { current } = await panel()
  const { id, version } = current as NonNullable<typeof current>
  await manager.call(acceptChange, { case: id, reason: "They sell less, as agreed" }, { ifMatch: version })
  await scan()
  const known = await inputs()
  expect(known.agreedFrom).not.toBeNull()
  expect(previewOf(known, today)).toEqual((await panel()).told)
})

test("a partner is refused", async () => {
  const partner = await workspace.asPartner(acme.organizationId)
  expect(await partner.call(getDriftInputs, { partnership: acme.id })).toMatchObject({ status: 403 })
})
