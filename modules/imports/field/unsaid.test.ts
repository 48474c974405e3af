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

const today = (workspace: Awaited<ReturnType<typeof workspaceWith>>["workspace"]) =>
  keelson.platform.transact(workspace.system, async (tx) => tx.today)

type Run = Awaited<ReturnType<typeof checkFile>>
const toldOf = (remarks: Run["unsaid"] = []) => remarks.map(({ key, count, usual }) => [key, count, usual])
const told = (run: Run) => toldOf(run.summary.remarks)
const unsaid = (run: Run) => toldOf(run.unsaid)

test("the state of a deal that no file says is told, and of one that somebody leaves empty", async () => {
  const { workspace, caller } = await workspaceWith("States")
  const file =
    "partner,deal,registered_on,state\nLumen Partners,A,2026-01-05,\nLumen Partners,B,2026-01-06,won\nLumen Partners,C,2026-01-07,won\n"
  const checked = await checkFile(caller, file, { kind: "deals" })
  expect(unsaid(checked)).toEqual([["not-said:state", 1, "submitted"]])
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
  expect(unsaid(await checkFile(caller, odd, { kind: "deals", answers }))).toEqual([["not-said:state", 1, "submitted"]])
})

test("what a later file does not say corrects nothing", async () => {
  const { caller } = await workspaceWith("Later")
  const head = "partner,deal,registered_on,state,id,amount\n"
  await importFile(caller, `${head}Lumen Partners,A,2026-01-05,won,D1,5 EUR\n`, { kind: "deals" })
  const next = await checkFile(caller, `${head}Lumen Partners,A,2026-01-05,,D1,5 EUR\n`, { kind: "deals" })
  expect([told(next), unsaid(next)], "of what is known already nothing is filled in").toEqual([[], []])
  const mixed = `${head}Lumen Partners,A,2026-01-05,,D1,5 EUR\nLumen Partners,B,2026-01-06,,D2,5 EUR\n`
  const some = await checkFile(caller, mixed, { kind: "deals" })
  expect(some.unsaid.map(({ key, count, examples }) => [key, count, examples.map(({ line }) => line)])).toEqual([
    ["not-said:state", 1, [3]],
  ])
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

test("whatever an import fills in by itself is told before anything is written, with what it becomes", async () => {
  const { workspace, caller } = await workspaceWith("Filled in")
  const shown = (run: Run) =>
    run.unsaid
      .map(({ key, examples: [first] }) => [key, first?.becomes ?? undefined])
      .toSorted(([a], [b]) => (String(a) < String(b) ? -1 : 1))
  const partners = await checkFile(caller, "Name\nOrbit Works\n", { kind: "partners" })
  expect(shown(partners)).toEqual([
    ["filled-in:currency", "EUR"],
    ["not-said:stage", "active"],
    ["not-said:type", "reseller"],
    ["owner-unsaid:", undefined],
  ])
  const agreements = "partner,title,signed_on\nLumen Partners,Contract,2026-01-05\n"
  const contract = await importFile(caller, agreements, { kind: "agreements" })
  expect(shown(contract)).toEqual([
    ["filled-in:starts_on", "2026-01-05"],
    ["not-said:auto_renews", "no"],
  ])
  const objectives = "partner,objective,target\nLumen Partners,Bookings,100\n"
  const checked = await checkFile(caller, objectives, { kind: "objectives" })
  expect(shown(checked)).toEqual([
    ["filled-in:ends_on", "2027-01-04"],
    ["filled-in:metric", "Bookings"],
    ["filled-in:starts_on", "2026-01-05"],
    ["filled-in:weight", "1"],
    ["not-said:category", "revenue"],
    ["not-said:ramp", "linear"],
  ])
  const answers = { "not-said:category": "pipeline", "filled-in:weight": "refuse" }
  expect(await checkFile(caller, objectives, { kind: "objectives", answers })).toMatchObject({ rowsFailed: 1 })
  const people = await checkFile(caller, "partner,name,role\nLumen Partners,Ann,sales\n", { kind: "people" })
  expect(shown(people)).toEqual([["filled-in:from", (await today(workspace)) as string]])
  const acts = await checkFile(caller, "partner,date,kind\nLumen Partners,2026-01-05,call\n", { kind: "activities" })
  expect(shown(acts)).toEqual([["not-said:direction", "two-way"]])
})

test("what proves a promise is asked about where the list does not have it, and told where nothing is said", async () => {
  const { caller } = await workspaceWith("Evidence")
  const head = "partner,owed_by,promise,cadence,starts_on,evidence\n"
  const check = (evidence: string) =>
    checkFile(caller, `${head}Lumen Partners,host,Review,monthly,2026-01-05,${evidence}\n`, { kind: "commitments" })
  expect(told(await check("Screenshot"))).toEqual([["unknown-value:evidence:Screenshot", 1, null]])
  expect(unsaid(await check(""))).toEqual([["not-said:evidence", 1, "any"]])
  const said = await check("Bestätigung")
  expect([told(said), unsaid(said)]).toEqual([[], []])
})

test("a file that does not say the type of a partner means the one that is here, whatever its type", async () => {
  const { caller } = await workspaceWith("Any type")
  await importFile(caller, "Name,Type\nNova,msp\n")
  const next = await checkFile(caller, "Name,Region\nNova,North\n", { kind: "partners" })
  expect(next.summary).toMatchObject({ known: 1, created: {} })
  expect(unsaid(next)).toEqual([])
})
