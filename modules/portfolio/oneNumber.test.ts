import { expect, test } from "vitest"
import { endingsNear, listAgreements, noticesNear } from "#contract/agreements"
import { listCommitments, listOccurrences, overdueOf as overdueOnHome } from "#contract/commitments"
import { getHome } from "#contract/home"
import { editWorkspace, getWorkspace } from "#contract/workspaces"
import { groupOf } from "#core/attention"
import { movableClock } from "#test/clock"
import { startTestKeelson } from "#test/keelson"
import { enter, monthly, recordPartnership, runJob, runQueued } from "#test/promises"
import { getPartnership, getPortfolioSummary, listPartnerships } from "./contract.ts"

const clock = movableClock("2026-08-03T09:00:00.000Z")
const { moveTo } = clock
const keelson = await startTestKeelson({ clock })
const workspace = await keelson.workspace("Nordwind")
const owner = await workspace.as("owner")
const { id: partnership } = await recordPartnership(owner, "Contoso")
// Thirty days before the end is Whit Monday: a holiday in Germany, a workday in the United States.
await enter(owner, partnership, [monthly("host"), monthly("partner")], { endsOn: "2027-06-16", noticeDays: 30 })

/** The notice day on every page that shows one. */
const noticeDays = async () => {
  const { items } = (await owner.call(listAgreements, { partnership })).body
  const { groups } = (await owner.call(getHome, { whose: "all" })).body
  return [
    items[0]?.noticeOn,
    groupOf(groups, noticesNear).items[0]?.noticeOn,
    groupOf(groups, endingsNear).items[0]?.noticeOn,
    (await owner.call(getPartnership, { partnership })).body.nextEnd?.noticeOn,
    (await owner.call(listPartnerships, {})).body.items[0]?.nextEnd?.noticeOn,
  ]
}
const times = (count: number, day: string) => Array.from({ length: count }, () => day)

test("a partnership's overdue promises are as many on every page, and what is long past is on none", async () => {
  // Monthly promises of August to December; by mid December those of August are history.
  moveTo("2026-12-15T09:00:00.000Z")
  await runJob("commitments.update-due-states", keelson)
  const { groups } = (await owner.call(getHome, { whose: "all" })).body
  const { promises, kept } = (await owner.call(getPartnership, { partnership })).body
  const overdueOf = async (side: "host" | "partner") => {
    const register = await owner.call(listOccurrences, { side, overdue: "true" as never })
    const all = await owner.call(listCommitments, { partnership })
    return [
      overdueOnHome(groups, side).count,
      promises[side].overdue,
      (await owner.call(getPortfolioSummary)).body.overdue[side],
      register.body.items.length,
      all.body.occurrences.filter(({ owedBy, isOverdue }) => owedBy === side && isOverdue).length,
    ]
  }
  expect(await overdueOf("host")).toEqual([3, 3, 3, 3, 3])
  expect(await overdueOf("partner")).toEqual([3, 3, 3, 3, 3])
  expect((await owner.call(listCommitments, { partnership })).body.kept).toEqual(kept)
})

test("every page names the same last day for notice, and another once the workspace moves to another country", async () => {
  moveTo("2027-05-03T09:00:00.000Z")
  expect(await noticeDays()).toEqual(times(5, "2027-05-14"))
  expect((await owner.call(getPortfolioSummary)).body.noticeWindows).toBe(1)
  const { body } = await owner.call(getWorkspace)
  const { name, timeZone, currency, falseAlarmsPerYear, version } = body
  await owner.call(editWorkspace, { name, timeZone, currency, falseAlarmsPerYear, country: "US" }, { ifMatch: version })
  expect(await runQueued("agreements.follow-country", keelson)).toBe(1)
  expect(await noticeDays()).toEqual(times(5, "2027-05-17"))
})

test("a calendar that says otherwise is followed every night", async () => {
  await keelson.platform.transact(workspace.system, ({ db, actor }) =>
    db.updateTable("agreement").set({ noticeOn: "2027-05-01" }).where("workspaceId", "=", actor.workspaceId).execute(),
  )
  await runJob("agreements.follow-calendar", keelson)
  expect(await noticeDays()).toEqual(times(5, "2027-05-17"))
})
