import { expect, test } from "vitest"
import { listDeals } from "#contract/deals"
import { checkFile, fieldFile, importFile } from "#test/imports"
import { startTestKeelson } from "#test/keelson"

const keelson = await startTestKeelson({ worker: true, environment: { LOG_LEVEL: "warn" } })

const workspaceWith = async (name: string, partners: Parameters<typeof importFile>[1]) => {
  const workspace = await keelson.workspace(name)
  const caller = await workspace.as("admin")
  expect(await importFile(caller, partners)).toMatchObject({ state: "imported", rowsFailed: 0 })
  const partnerships = await keelson.platform.transact(workspace.system, ({ db, actor }) =>
    db.selectFrom("partnership").select("id").where("workspaceId", "=", actor.workspaceId).execute(),
  )
  const deals = async () => {
    const found = []
    for (const { id } of partnerships)
      found.push(...(await caller.call(listDeals, { partnership: id, limit: 100 })).body.items)
    return found
      .toSorted((a, b) => (a.name < b.name ? -1 : 1))
      .map(({ name, state, registeredAt, closeOn, amount }) => [
        ...[name, state, registeredAt?.slice(0, 16), closeOn, amount && `${amount.currency} ${amount.amountMinor}`],
      ])
  }
  return { workspace, caller, deals, partnerships }
}

test("HubSpot: the create date is the registration, the stage is asked about once, with what it most likely means", async () => {
  const { caller, deals } = await workspaceWith("HubSpot", fieldFile("16-hubspot-deals/partners.csv"))
  const file = fieldFile("16-hubspot-deals/hubspot-deals.csv")
  const checked = await checkFile(caller, file, { kind: "deals" })
  const asked = checked.summary.remarks?.filter(({ isOpen }) => isOpen)
  expect(asked).toMatchObject([
    { key: "unknown-value:state:Appointment Scheduled", likely: "submitted", count: 1 },
    { key: "unknown-value:state:Contract Sent", likely: "approved", count: 1 },
  ])
  expect(asked?.[0]?.choices).toEqual(expect.arrayContaining(["in review", "won", "empty", "refuse"]))
  const held = await importFile(caller, file, { kind: "deals" })
  expect({ ...held, created: await deals() }).toMatchObject({ state: "checked", created: [] })
  const answers = Object.fromEntries(asked?.map(({ key, likely = "" }) => [key, likely]) ?? [])
  const done = await importFile(caller, file, { kind: "deals", answers })
  expect(done).toMatchObject({ state: "imported", rowsFailed: 0 })
  expect(await deals()).toEqual([
    ["One", "submitted", "2025-01-02T09:11", "2025-03-01", "EUR 100000"],
    ["Three", "won", "2025-07-02T08:11", "2025-09-01", "EUR 100000"],
    ["Two", "approved", "2025-04-02T08:11", "2025-06-01", "EUR 100000"],
  ])
})

test("Salesforce: an answer is remembered with the columns and shown as remembered; a row may be left out, a cell left empty", async () => {
  const { caller, deals } = await workspaceWith("Salesforce", fieldFile("25-salesforce-stages/partners.csv"))
  const file = fieldFile("25-salesforce-stages/opportunities.csv")
  const answers = {
    "unknown-value:state:Prospecting": "submitted",
    "unknown-value:state:Negotiation/Review": "refuse",
  }
  const done = await importFile(caller, file, { kind: "deals", answers })
  expect(done).toMatchObject({ state: "imported", rowsTotal: 3, rowsFailed: 1 })
  expect(await deals()).toEqual([
    ["Opp 1", "submitted", "2026-01-13T12:00", "2026-03-13", "EUR 1000000"],
    ["Opp 3", "won", "2026-01-15T12:00", "2026-03-15", "EUR 1000000"],
  ])
  const next = new TextDecoder().decode(file.content).replaceAll("Aaa0", "Bbb0").replaceAll("Opp ", "New ")
  const again = await checkFile(caller, next)
  expect(again.summary.remarks?.map(({ key, answer, isOpen }) => [key, answer, isOpen])).toEqual([
    ["unknown-value:state:Prospecting", "submitted", false],
    ["unknown-value:state:Negotiation/Review", "refuse", false],
  ])
  const empty = { "unknown-value:state:Negotiation/Review": "empty" }
  expect(await importFile(caller, next, { kind: "deals", answers: empty })).toMatchObject({ rowsFailed: 0 })
})

test.each([
  [
    "Pipedrive",
    "Deal - ID,Deal - Title,Deal - Organization,Deal - Value,Deal - Currency,Deal - Stage,Deal - Deal created,Deal - Expected close date",
    "7,P1,Lumen Partners,1000,EUR,Lead In,2025-01-02 10:11:00,2025-03-01",
    "2025-01-02T09:11",
  ],
  [
    "Dynamics",
    "Topic,Account,Est. Revenue,Currency,Sales Stage,Created On,Est. Close Date",
    "P1,Lumen Partners,1000,EUR,Qualify,2025-01-02 10:11,2025-03-01",
    "2025-01-02T09:11",
  ],
  [
    "PartnerStack",
    "key,name,partner_name,amount,currency,stage,created_at,close_date,account_name",
    "deal_1,P1,Lumen Partners,1000,EUR,Qualified,2025-01-02T10:11:00.000Z,2025-03-01,Acme",
    "2025-01-02T10:11",
  ],
  [
    "HubSpot, with names from inside",
    "hs_object_id,dealname,Associated Company,Amount,Currency,Deal Stage,Create Date,Close Date",
    "1,P1,Lumen Partners,1000,EUR,decisionmakerboughtin,2025-01-02 10:11,2025-03-01",
    "2025-01-02T09:11",
  ],
])("%s: create date, stage, amount and close date are recognized", async (name, headers, row, created) => {
  const { caller, deals } = await workspaceWith(`Of ${name}`, "Name,Type\nLumen Partners,reseller\n")
  const file = `${headers}\n${row}\n`
  const checked = await checkFile(caller, file, { kind: "deals" })
  const [asked] = checked.summary.remarks?.filter(({ isOpen }) => isOpen) ?? []
  expect(asked).toMatchObject({ code: "unknown-value", field: "state" })
  const answers = { [asked?.key ?? ""]: asked?.likely ?? "" }
  expect(await importFile(caller, file, { kind: "deals", answers })).toMatchObject({ state: "imported", rowsFailed: 0 })
  const [[deal, state, registered, closes, amount] = []] = await deals()
  expect([deal, registered, closes, amount]).toEqual(["P1", created, "2025-03-01", "EUR 100000"])
  expect(["submitted", "approved"]).toContain(state)
})

test("a deal without a known day is not dated today: it is told, and counts in no week", async () => {
  const { workspace, caller, partnerships } = await workspaceWith(
    "No day",
    "Name,Type,Currency\nLumen Partners,reseller,EUR\n",
  )
  const rows = "Partner,Deal,Amount,Currency,State,Close date\n"
  const file = `${rows}Lumen Partners,A,1000,EUR,approved,\nLumen Partners,B,1000,EUR,won,2025-09-01\n`
  const done = await importFile(caller, file, { kind: "deals" })
  expect(done.summary.remarks).toMatchObject([
    { key: "registration-unknown:registered_on", count: 2, usual: "unknown", isOpen: false },
  ])
  const stored = await keelson.platform.transact(workspace.system, ({ db, actor }) =>
    db.selectFrom("deal").select(["name", "registeredTo"]).where("workspaceId", "=", actor.workspaceId).execute(),
  )
  expect(stored.map(({ registeredTo }) => registeredTo)).toEqual(["unknown", "unknown"])
  const listed = (await caller.call(listDeals, { partnership: partnerships[0]?.id ?? "" })).body.items
  expect(listed.map(({ registeredAt, registeredTo }) => [registeredAt, registeredTo])).toEqual([
    [null, "unknown"],
    [null, "unknown"],
  ])
  const today = await checkFile(caller, `${rows}Lumen Partners,C,1000,EUR,approved,\n`, {
    ...{ kind: "deals", answers: { "registration-unknown:registered_on": "refuse" } },
  })
  expect(today).toMatchObject({ rowsFailed: 1 })
})
