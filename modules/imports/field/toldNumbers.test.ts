import { expect, test } from "vitest"
import { checkFile, importFile } from "#test/imports"
import { startTestKeelson } from "#test/keelson"

const keelson = await startTestKeelson({ worker: true, environment: { LOG_LEVEL: "warn" } })

const callerIn = async (name: string) => {
  const caller = await (await keelson.workspace(name)).as("admin")
  await importFile(caller, "Name,Type,Currency\nLumen,reseller,CHF\n")
  return caller
}
type Run = Awaited<ReturnType<typeof checkFile>>
const told = (run: Run) =>
  (run.summary.remarks ?? []).map(({ key, count, examples: [first] }) => [key, count, first?.becomes])

test("amounts and hours with more places than are kept are rounded, and told; what is whole is not", async () => {
  const caller = await callerIn("Rounded")
  const deals =
    "partner,deal,amount,currency,registered_on,state\nLumen,A,1.2345,EUR,2026-01-05,won\nLumen,B,0.1,EUR,2026-01-05,won\nLumen,C,1234.56,EUR,2026-01-05,won\nLumen,D,1.2345,KWD,2026-01-05,won\n"
  const checked = await checkFile(caller, deals, { kind: "deals" })
  expect(told(checked)).toEqual([["number-rounded:amount", 2, "1.23 EUR"]])
  const refused = { "number-rounded:amount": "refuse" }
  expect(await checkFile(caller, deals, { kind: "deals", answers: refused })).toMatchObject({ rowsFailed: 2 })
  const acts =
    "partner,date,kind,hours\nLumen,2026-01-05,call,0.33\nLumen,2026-01-05,call,0.75\nLumen,2026-01-06,call,0.3333333\n"
  expect(told(await checkFile(caller, acts, { kind: "activities" }))).toEqual([
    ["number-rounded:effort_hours", 1, "20 min"],
  ])
})

test("a signal that is a sum of money is told with the currency in which it will be shown; one in other letters with its own", async () => {
  const caller = await callerIn("Sums")
  const head = "partner,signal,side,week,value\n"
  const revenue = await checkFile(caller, `${head}Lumen,revenue,partner,2026-01-05,500\n`, { kind: "measurements" })
  expect(told(revenue)).toEqual([["money-of-partner:value:revenue", 1, "500 CHF"]])
  const written = ["Registrations", "REGISTRATIONS", "registrations", "NPS", "nps"]
  const rows = written.map((signal, at) => `Lumen,${signal},partner,2026-0${at + 1}-05,5\n`).join("")
  const done = await importFile(caller, head + rows, { kind: "measurements" })
  expect(told(done)).toEqual([["signal-written:signal", 3, "registrations"]])
  expect(done.summary.covers?.signals).toEqual(["NPS", "registrations"])
  const next = await checkFile(caller, `${head}Lumen,Nps,partner,2026-06-01,5\n`, { kind: "measurements" })
  expect(told(next), "as it is recorded").toEqual([["signal-written:signal", 1, "NPS"]])
})

test("letters that were encoded twice are read as they were meant, and told; so is a partner called by them", async () => {
  const caller = await callerIn("Letters")
  const file = "Name,Type\nMÃ¼ller GmbH,reseller\nM&amp;M Partners,reseller\nAT&T,reseller\n"
  const stand = await checkFile(caller, file, { answers: { "encoded-twice:name": "stand" } })
  expect(told(stand)).toEqual([["encoded-twice:name", 2, "MÃ¼ller GmbH"]])
  expect(told(await importFile(caller, file))).toEqual([["encoded-twice:name", 2, "Müller GmbH"]])
  const acts = "partner,date,kind\nMüller GmbH,2026-01-05,call\nMÃ¼ller GmbH,2026-01-06,call\n"
  expect(await checkFile(caller, acts, { kind: "activities" })).toMatchObject({ rowsFailed: 0 })
})
