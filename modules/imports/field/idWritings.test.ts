import { expect, test } from "vitest"
import { checkFile, importFile } from "#test/imports"
import { startTestKeelson } from "#test/keelson"

const keelson = await startTestKeelson({ worker: true, environment: { LOG_LEVEL: "warn" } })

const callerIn = async (name: string) => (await keelson.workspace(name)).as("admin")
type Run = Awaited<ReturnType<typeof checkFile>>
const told = (run: Run) => (run.summary.remarks ?? []).map(({ key, count, isOpen }) => [key, count, isOpen])
const partners = { kind: "partners" }

test.each([
  ["a GUID in braces and capitals", "{8D3F1B2C-1111-4222-8333-ABCDEFABCDEF}", "8d3f1b2c-1111-4222-8333-abcdefabcdef"],
  ["a number as programs write numbers", "4711", "4711.0"],
])("%s is one id, of partners and of deals", async (name, one, other) => {
  const caller = await callerIn(name)
  await importFile(caller, `Name,Type,Id\nLumen,reseller,${one}\n`)
  const deals = (partner: string, id: string) =>
    `partner,deal,registered_on,state,id\n${partner},A,2026-01-05,won,${id}\n`
  expect(await importFile(caller, deals(other, one), { kind: "deals" })).toMatchObject({ rowsFailed: 0 })
  expect((await checkFile(caller, deals(one, other), { kind: "deals" })).summary).toMatchObject({
    known: 1,
    created: {},
  })
})

test("ids that a spreadsheet has shortened are asked about: two companies do not become one", async () => {
  const caller = await callerIn("Shortened")
  const file = "Name,Type,Id\nLumen,reseller,1.23457E+11\nOrbit,reseller,1.23457E+11\n"
  const held = await importFile(caller, file)
  expect(told(held)).toEqual([["id-shortened:external_id", 2, true]])
  const done = await importFile(caller, file, { answers: { "id-shortened:external_id": "leave" } })
  expect(done).toMatchObject({ state: "imported", summary: { created: { organization: 2 }, known: 0 } })
})

test("a company that a file tells of again, by another name, is told", async () => {
  const run = await checkFile(await callerIn("Again"), "Name,Type,Id\nLumen,reseller,1\nOrbit,reseller,1\n", partners)
  expect(told(run)).toEqual([["told-again:name", 1, false]])
})

test("an id that differs in capitals only is asked about, of a partner and of a deal", async () => {
  const caller = await callerIn("Capitals")
  await importFile(caller, "Name,Type,Id\nLumen,reseller,crm-a1\n")
  const partner = "Name,Type,Id\nLumen Two,reseller,CRM-A1\n"
  const doubt = "id-in-other-capitals:external_id:CRM-A1"
  expect(told(await checkFile(caller, partner, partners))).toEqual([[doubt, 1, true]])
  const one = await checkFile(caller, partner, { ...partners, answers: { [doubt]: "one" } })
  expect(one.summary).toMatchObject({ known: 1, created: {} })
  const own = await checkFile(caller, partner, { ...partners, answers: { [doubt]: "own" } })
  expect(own.summary).toMatchObject({ known: 0, created: { organization: 1 } })
  const deal = (id: string, name: string) => `partner,deal,registered_on,state,id\nLumen,${name},2026-01-05,won,${id}\n`
  await importFile(caller, deal("DEAL-7", "A"), { kind: "deals" })
  const asked = await checkFile(caller, deal("deal-7", "A"), { kind: "deals" })
  expect(told(asked)).toEqual([["id-capitals:", 1, true]])
  const same = await importFile(caller, deal("deal-7", "A"), { kind: "deals", answers: { "id-capitals:": "one" } })
  expect(same).toMatchObject({ state: "imported", summary: { known: 1, created: {} } })
  const other = await importFile(caller, deal("deal-7", "B"), { kind: "deals", answers: { "id-capitals:": "own" } })
  expect(other).toMatchObject({ state: "imported", summary: { known: 0, created: { deal: 1 } } })
})

test("capitals count in 15 characters of Salesforce, without a word", async () => {
  const caller = await callerIn("Salesforce")
  const file = "Name,Type,Id\nAcme,reseller,0015000000Gv7qJ\nBeta,reseller,0015000000Gv7qj\n"
  const run = await checkFile(caller, file)
  expect([run.summary.created, told(run)]).toEqual([{ partnership: 2, organization: 2 }, []])
})
