import { expect, test } from "vitest"
import { checkFile, importFile } from "#test/imports"
import { startTestKeelson } from "#test/keelson"

const keelson = await startTestKeelson({ worker: true, environment: { LOG_LEVEL: "warn" } })

const workspaceWith = async (name: string) => {
  const workspace = await keelson.workspace(name)
  const caller = await workspace.as("admin")
  await importFile(caller, "Name,Type\nLumen Partners,reseller\n")
  return { workspace, caller }
}

type Run = Awaited<ReturnType<typeof checkFile>>
const told = (run: Run) => run.summary.remarks?.map(({ key, count, usual }) => [key, count, usual])

test("the state of a deal that no file says is told, and of one that somebody leaves empty", async () => {
  const { workspace, caller } = await workspaceWith("States")
  const file =
    "partner,deal,registered_on,state\nLumen Partners,A,2026-01-05,\nLumen Partners,B,2026-01-06,won\nLumen Partners,C,2026-01-07,won\n"
  const checked = await checkFile(caller, file, { kind: "deals" })
  expect(told(checked)).toContainEqual(["not-said:state", 1, "submitted"])
  const refused = await checkFile(caller, file, { kind: "deals", answers: { "not-said:state": "refuse" } })
  expect(refused).toMatchObject({ rowsFailed: 1 })
  const done = await importFile(caller, file, { kind: "deals", answers: { "not-said:state": "approved" } })
  expect(done).toMatchObject({ state: "imported", rowsFailed: 0 })
  const states = await keelson.platform.transact(workspace.system, ({ db, actor }) =>
    db.selectFrom("deal").select("state").where("workspaceId", "=", actor.workspaceId).orderBy("name").execute(),
  )
  expect(states.map(({ state }) => state)).toEqual(["approved", "won", "won"])
  const odd = "partner,deal,registered_on,state\nLumen Partners,D,2026-01-05,Weird\nLumen Partners,E,2026-01-05,won\n"
  const answers = { "unknown-value:state:Weird": "empty" }
  expect(told(await checkFile(caller, odd, { kind: "deals", answers }))).toContainEqual([
    "not-said:state",
    1,
    "submitted",
  ])
})

test("what a later file does not say corrects nothing", async () => {
  const { caller } = await workspaceWith("Later")
  const head = "partner,deal,registered_on,state,id,amount\n"
  await importFile(caller, `${head}Lumen Partners,A,2026-01-05,won,D1,5 EUR\n`, { kind: "deals" })
  const next = await checkFile(caller, `${head}Lumen Partners,A,2026-01-05,,D1,5 EUR\n`, { kind: "deals" })
  expect(next.summary.remarks?.filter(({ field, code }) => field === "state" && code !== "not-said")).toEqual([])
})

test("of a promise nothing is made up: how often, since when, and the day of one that is due once", async () => {
  const { caller } = await workspaceWith("Promises")
  const head = "partner,owed_by,promise,cadence,due_on,within_hours,starts_on\n"
  const check = (row: string, answers = {}) =>
    checkFile(caller, `${head}Lumen Partners,host,Review,${row}\n`, { kind: "commitments", answers })
  expect(await check("once,,,"), "due once, and no day").toMatchObject({ rowsFailed: 1 })
  expect(await check("once,,,2026-01-05"), "the start is no due day").toMatchObject({ rowsFailed: 1 })
  const dated = await check(",2027-03-31,,")
  expect([dated.rowsFailed, told(dated)]).toEqual([0, [["cadence-unsaid:cadence", 1, "once"]]])
  const timed = await check(",,48,")
  expect(told(timed)).toEqual([
    ["cadence-unsaid-hours:cadence", 1, "monthly"],
    ["start-unsaid:starts_on", 1, "today"],
  ])
  expect(told(await check("monthly,,,"))).toEqual([["start-unsaid:starts_on", 1, "today"]])
  expect(await check("monthly,,,", { "start-unsaid:starts_on": "refuse" })).toMatchObject({ rowsFailed: 1 })
  expect(await check(",2027-03-31,,", { "cadence-unsaid:cadence": "refuse" })).toMatchObject({ rowsFailed: 1 })
  const said = await check("monthly,,,2026-01-05")
  expect([said.rowsFailed, told(said)], "what is said is no doubt").toEqual([0, []])
})
