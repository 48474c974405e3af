import { expect, test } from "vitest"
import { movableClock } from "#test/clock"
import { startTestKeelson } from "#test/keelson"
import { runAsOwner } from "#test/owner-connection"
import { playUntil } from "#test/play"
import { enter, monthly, recordPartnership } from "#test/promises"

const clock = movableClock("2027-03-26T09:00:00Z")
const keelson = await startTestKeelson({ clock })
const workspace = await keelson.workspace("Played")

test("what is due on the way happens at its own moment, in order, over a clock change", async () => {
  const manager = await workspace.as("partner_manager")
  const partner = await recordPartnership(manager, "Alder")
  await enter(manager, partner.id, [monthly("host", { startsOn: "2027-03-01", windowDays: 0 })], {
    startsOn: "2027-03-01",
    endsOn: "2027-12-31",
    noticeDays: 30,
  })
  const turns = () =>
    runAsOwner<{ kind: string; at: Date }>(
      keelson.ownerUrl,
      "select kind, recorded_at as at from event where kind in ('commitment.became_due', 'commitment.missed') order by recorded_at",
    )
  await playUntil(keelson, clock, "2027-03-30T23:30:00Z", { hours: [22, 23] })
  expect(clock.now()).toBe("2027-03-30T23:30:00.000Z")
  const before = await turns()
  await playUntil(keelson, clock, "2027-04-02T00:00:00Z", { hours: [21, 22] })
  const [missed] = (await turns()).slice(before.length).filter(({ kind }) => kind === "commitment.missed")
  // The last day of March ends in Berlin's summer time at 22:00 UTC; the job looks five minutes past each hour.
  expect(missed?.at.toISOString()).toBe("2027-03-31T22:05:00.000Z")
})
