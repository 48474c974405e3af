import { expect, test } from "vitest"
import { listPartnerships } from "#contract/portfolio"
import { movableClock } from "#test/clock"
import { importFile } from "#test/imports"
import { startTestKeelson } from "#test/keelson"
import { runJob } from "#test/promises"
import { editAgreement, giveNotice, listAgreements } from "../contract.ts"

const clock = movableClock("2027-02-01T09:00:00.000Z")
const keelson = await startTestKeelson({ clock, worker: true, environment: { LOG_LEVEL: "warn" } })
const head = "id,partner,title,starts on,ends on,auto renew,notice months,renewal months\n"
const answers = { "row-differs:ends_on": "update", "row-differs:title": "update" }

const place = async (name: string) => {
  const caller = await (await keelson.workspace(name)).as("admin")
  await importFile(caller, "id,name,type,started on\nP-1,Lumen Partners,reseller,2024-01-15\n", { kind: "partners" })
  const bring = (row: string) => importFile(caller, `${head}A-1,Lumen Partners,${row}\n`, { answers })
  const agreement = async () => {
    const [partnership] = (await caller.call(listPartnerships, {})).body.items
    const [only] = (await caller.call(listAgreements, { partnership: partnership?.id ?? "" })).body.items
    if (!only) throw new Error("one agreement was imported")
    return only
  }
  return { caller, bring, agreement }
}

test("what renewed itself stays renewed, though a file goes on saying the end that was signed", async () => {
  const { bring, agreement } = await place("Renewed")
  const row = "Frame,2024-08-01,2027-07-31,yes,3,12"
  expect(await bring(row)).toMatchObject({ state: "imported", rowsFailed: 0 })
  expect(await agreement()).toMatchObject({ lastNoticeOn: "2027-04-30", noticeMonths: 3, renewalMonths: 12 })
  clock.moveTo("2027-05-04T09:00:00.000Z")
  await runJob("agreements.turn-day", keelson)
  const renewed = { endsOn: "2028-07-31", firstEndsOn: "2027-07-31", renewed: 1, lastNoticeOn: "2028-04-30" }
  expect(await agreement()).toMatchObject(renewed)
  // What else it says is taken, and the days of notice are those of the term that runs.
  await bring(row.replace("Frame", "Frame agreement"))
  expect(await agreement()).toMatchObject({ ...renewed, title: "Frame agreement" })
})

test("an end that was signed long ago is not the end of what renews itself", async () => {
  const { bring, agreement } = await place("Long ago")
  expect(await bring("Frame,2020-08-01,2023-07-31,yes,3,12")).toMatchObject({ state: "imported", rowsFailed: 0 })
  await runJob("agreements.turn-day", keelson)
  expect(await agreement()).toMatchObject({ state: "in_force", endsOn: "2028-07-31", firstEndsOn: "2023-07-31" })
})

test("days of notice survive a file that knows nothing of how it was agreed, and notice that was given does", async () => {
  const { caller, bring, agreement } = await place("By hand")
  await bring("Frame,2027-01-01,2028-12-31,no,3,")
  const { id, version } = await agreement()
  const term = { agreement: id, title: "Frame", startsOn: "2027-01-01", endsOn: "2028-12-31", noticeWeeks: 2 }
  expect((await caller.call(editAgreement, term, { ifMatch: version })).status).toBe(200)
  const row = "Another title,2027-01-01,2028-12-31,no,,"
  await bring(row)
  expect(await agreement()).toMatchObject({ title: "Another title", noticeWeeks: 2, lastNoticeOn: "2028-12-17" })
  expect((await caller.call(giveNotice, { agreement: id, endsOn: "2028-12-31" })).status).toBe(201)
  await bring(row.replace("Another title", "A third title"))
  expect(await agreement()).toMatchObject({ title: "A third title", lastNoticeOn: null, endsOn: "2028-12-31" })
})

test("a notice of months stays one of months in a column of days, row by row; said twice it is an error of its row", async () => {
  const caller = await (await keelson.workspace("Cells")).as("admin")
  await importFile(caller, "id,name,type\nP-1,Lumen Partners,reseller\n", { kind: "partners" })
  const rows = [
    "A-1,Lumen Partners,By months,2027-01-01,2028-12-31,3 months,",
    "A-2,Lumen Partners,By quarters,2027-01-01,2028-12-31,1 Quartal,",
    "A-3,Lumen Partners,By days,2027-01-01,2028-12-31,90 days,",
    "A-4,Lumen Partners,By both,2027-01-01,2028-12-31,90,3",
  ]
  const done = await importFile(caller, `id,partner,title,starts on,ends on,notice,notice months\n${rows.join("\n")}\n`)
  expect(done).toMatchObject({ state: "imported", rowsFailed: 1 })
  const [partnership] = (await caller.call(listPartnerships, {})).body.items
  const { items } = (await caller.call(listAgreements, { partnership: partnership?.id ?? "" })).body
  expect(
    items
      .map(({ title, noticeDays, noticeMonths, lastNoticeOn }) => [title, noticeDays, noticeMonths, lastNoticeOn])
      .toSorted(),
  ).toEqual([
    ["By days", 90, null, "2028-10-02"],
    ["By months", null, 3, "2028-09-30"],
    ["By quarters", null, 3, "2028-09-30"],
  ])
})
