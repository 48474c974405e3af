import { expect, test } from "vitest"
import { movableClock } from "#test/clock"
import { startTestKeelson } from "#test/keelson"
import { enter, monthly, recordPartnership, runJob } from "#test/promises"
import { listOccurrences } from "./contract.ts"

const clock = movableClock("2026-01-02T09:00:00.000Z")
const { moveTo } = clock
const keelson = await startTestKeelson({ clock })
const manager = await (await keelson.workspace("Nordwind")).as("partner_manager")

test("a promise is not overdue through the whole of its day where the workspace is, and is from the next", async () => {
  const { id: partnership } = await recordPartnership(manager, "Contoso")
  await enter(manager, partnership, [monthly("host")])
  const at = async (moment: string) => {
    moveTo(moment)
    await runJob("commitments.update-due-states", keelson)
    const { body } = await manager.call(listOccurrences, { partnership, limit: 1 })
    return [body.items[0]?.dueOn, body.items[0]?.isOverdue]
  }
  // The last of January 2026 is a Saturday; Berlin is an hour ahead of UTC.
  expect(await at("2026-02-01T22:59:00.000Z")).toEqual(["2026-02-02", false])
  expect(await at("2026-02-02T22:59:00.000Z")).toEqual(["2026-02-02", false])
  expect(await at("2026-02-02T23:00:00.000Z")).toEqual(["2026-02-02", true])
})
