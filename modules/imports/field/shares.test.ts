import { expect, test } from "vitest"
import { recordMeasurement } from "#contract/measurements"
import { checkFile, importFile } from "#test/imports"
import { startTestKeelson } from "#test/keelson"

const keelson = await startTestKeelson({ worker: true, environment: { LOG_LEVEL: "warn" } })

const workspaceWith = async (name: string) => {
  const workspace = await keelson.workspace(name)
  const caller = await workspace.as("admin")
  await importFile(caller, "Name,Type\nLumen Partners,reseller\nOrbit Works,reseller\n")
  const values = async () => {
    const rows = await keelson.platform.transact(workspace.system, ({ db, actor }) =>
      db
        .selectFrom("measurement")
        .select(["signal", "value", "partnershipId"])
        .where("workspaceId", "=", actor.workspaceId)
        .orderBy("periodStart")
        .execute(),
    )
    return rows.map(({ signal, value }) => [signal, Number(value)])
  }
  return { caller, values }
}

const file = (signal: string, ...values: string[]) =>
  `partner,signal,side,week,value\n${values
    .map((value, at) => `Lumen Partners,${signal},partner,2026-01-${String(5 + 7 * at).padStart(2, "0")},${value}`)
    .join("\n")}\n`

test("85 % and 0.85 are one share; numbers above 1 alone are percent, and that is told", async () => {
  const { caller, values } = await workspaceWith("Shares")
  const marked = await importFile(caller, file("partner_promises_kept", "85 %", "0.85", "100%"), {
    kind: "measurements",
  })
  expect(marked).toMatchObject({ state: "imported", rowsFailed: 0, summary: { remarks: [] } })
  const bare = await importFile(caller, file("fund_use", "85", "0", "12.5"), { kind: "measurements" })
  expect(bare.summary.remarks).toMatchObject([
    { key: "share-in-percent:value:fund_use", count: 2, usual: "percent", isOpen: false },
  ])
  const of = async (key: string) => (await values()).filter(([signal]) => signal === key).map(([, value]) => value)
  expect(await of("partner_promises_kept")).toEqual([0.85, 0.85, 1])
  expect(await of("fund_use")).toEqual([0.85, 0, 0.125])
})

test("a column that mixes scales is asked about, by signal", async () => {
  const { caller, values } = await workspaceWith("Mixed")
  const mixed = file("fund_use", "0.4", "40", "50")
  const checked = await checkFile(caller, mixed, { kind: "measurements" })
  expect(checked.summary.remarks?.filter(({ isOpen }) => isOpen)).toMatchObject([
    { key: "share-scales:value:fund_use", choices: ["percent", "above-one", "refuse"] },
  ])
  expect(await importFile(caller, mixed, { kind: "measurements" })).toMatchObject({ state: "checked" })
  expect(await values()).toEqual([])
  const answers = { "share-scales:value:fund_use": "percent" }
  expect(await importFile(caller, mixed, { kind: "measurements", answers })).toMatchObject({ state: "imported" })
  expect((await values()).map(([, value]) => value)).toEqual([0.004, 0.4, 0.5])
})

test("what was chosen for a file of both scales does not divide the next, which has one", async () => {
  const { caller, values } = await workspaceWith("Remembered")
  const answers = { "share-scales:value:fund_use": "percent" }
  await importFile(caller, file("fund_use", "0.4", "40"), { kind: "measurements", answers })
  // These are other values of the same weeks, which is asked once.
  const besides = { "recorded-otherwise:": "record" }
  const other = { key: "recorded-otherwise:" }
  const besideOther = ({ summary }: Awaited<ReturnType<typeof checkFile>>) =>
    summary.remarks?.filter(({ key }) => key !== other.key)
  const next = await importFile(caller, file("fund_use", "0.4", "0.8"), { kind: "measurements", answers: besides })
  const lastTime = { key: "answer-of-last-time:value:fund_use", count: 2, usual: "stand", answer: null }
  expect(next).toMatchObject({ state: "imported", rowsTotal: 2, summary: { remarks: [lastTime, other] } })
  const ofNext = async (count: number) => (await values()).map(([, value]) => value).slice(-count)
  expect((await values()).map(([, value]) => value).toSorted()).toEqual([0.004, 0.4, 0.4, 0.8])
  expect(await ofNext(1)).toEqual([0.8])
  // Whoever means percent says so, for that file.
  const small = `${file("fund_use", "0.5", "0.75")}Lumen Partners,fund_use,partner,2026-02-02,0.25\n`
  const again = { "answer-of-last-time:value:fund_use": "again" }
  const meant = await importFile(caller, small, { kind: "measurements", answers: again })
  expect(besideOther(meant)).toMatchObject([{ ...lastTime, count: 3, answer: "again" }])
  expect(await ofNext(1)).toEqual([0.0025])
  const third = await checkFile(caller, file("fund_use", "0.9"), { kind: "measurements" })
  expect(besideOther(third), "that was for one file").toMatchObject([{ ...lastTime, count: 1 }])
  const mixed = await checkFile(caller, file("fund_use", "0.3", "30"), { kind: "measurements" })
  expect(besideOther(mixed), "where the doubt is seen, it is told as of last time").toMatchObject([
    { key: "share-scales:value:fund_use", answer: "percent", isRemembered: true, isOpen: false },
  ])
})

test("what is no share is refused, never cut; other signals keep their numbers", async () => {
  const { caller, values } = await workspaceWith("Out of range")
  const strange = await importFile(caller, file("fund_use", "120 %", "-0.2", "250"), { kind: "measurements" })
  expect(strange).toMatchObject({ rowsFailed: 3 })
  await importFile(caller, file("sessions", "250", "0.5"), { kind: "measurements" })
  expect((await values()).map(([, value]) => value)).toEqual([250, 0.5])
})

test("a share entered by hand lies between 0 and 1", async () => {
  const workspace = await keelson.workspace("By hand")
  const caller = await workspace.as("admin")
  await importFile(caller, "Name,Type\nLumen Partners,reseller\n")
  const [partnership] = await keelson.platform.transact(workspace.system, ({ db, actor }) =>
    db.selectFrom("partnership").select("id").where("workspaceId", "=", actor.workspaceId).execute(),
  )
  const enter = (value: number) =>
    caller.call(recordMeasurement, {
      ...{ partnership: partnership?.id ?? "", signal: "fund_use", periodStart: "2026-01-05", value },
    })
  expect(await enter(85)).toMatchObject({ status: 422, body: { code: "share-out-of-range" } })
  expect(await enter(0.85)).toMatchObject({ status: 201 })
})
