import { expect, test } from "vitest"
import { checkFile, fieldFile, importFile } from "#test/imports"
import { startTestKeelson } from "#test/keelson"

const keelson = await startTestKeelson({ worker: true, environment: { LOG_LEVEL: "warn" } })

const workspaceFor = async (folder: string) => {
  const workspace = await keelson.workspace(`Money ${folder}`)
  const caller = await workspace.as("admin")
  await importFile(caller, fieldFile(`${folder}/partners.csv`))
  const amounts = async () => {
    const rows = await keelson.platform.transact(workspace.system, ({ db, actor }) =>
      db
        .selectFrom("deal")
        .select(["name", "amountMinor", "currency"])
        .where("workspaceId", "=", actor.workspaceId)
        .orderBy("name")
        .execute(),
    )
    return rows.map(({ name, amountMinor, currency }) => `${name} ${currency} ${amountMinor}`)
  }
  return { caller, amounts }
}

test("a dash in the place of the cents is no sign", async () => {
  const { caller, amounts } = await workspaceFor("02-amount-with-dash-for-cents")
  const file = fieldFile("02-amount-with-dash-for-cents/deals.csv")
  const done = await importFile(caller, file, { kind: "deals", dateOrder: "dmy" })
  expect(done).toMatchObject({ state: "imported", rowsFailed: 0 })
  expect(await amounts()).toEqual([
    ...["D1 CHF 123400", "D2 EUR 123400", "D3 CHF 50000", "D4 CHF 123400", "D5 EUR 123400"],
    ...["D6 CHF -50050", "D7 CHF -50050"],
  ])
})

test("a sign that is not of the chosen currency is asked about, by sign", async () => {
  const { caller, amounts } = await workspaceFor("10-dollar-sign-in-a-euro-file")
  const file = fieldFile("10-dollar-sign-in-a-euro-file/deals.csv")
  const checked = await checkFile(caller, file, { kind: "deals", currency: "EUR" })
  expect(checked.summary.remarks?.filter(({ isOpen }) => isOpen)).toMatchObject([
    { key: "currency-sign:amount:$", count: 1, usual: null },
    { key: "currency-sign:amount:¥", count: 1, usual: null, choices: ["JPY", "CNY", "refuse"] },
  ])
  expect(await importFile(caller, file, { kind: "deals", currency: "EUR" })).toMatchObject({ state: "checked" })
  const shown = (checked.summary.remarks ?? []).flatMap(({ code, examples }) =>
    code === "currency-sign" ? examples : [],
  )
  const cells = new TextDecoder().decode(file.content)
  for (const { text } of shown) expect(cells, "an amount is shown as it stands in the file").toContain(text)
  const answers = { "currency-sign:amount:$": "CAD", "currency-sign:amount:¥": "refuse" }
  const done = await importFile(caller, file, { kind: "deals", currency: "EUR", answers })
  expect(done).toMatchObject({ state: "imported", rowsFailed: 1 })
  expect(await amounts()).toEqual(["Dollar deal CAD 500000", "Euro deal EUR 400000"])
})

test("a currency written out beside another chosen one keeps its own, and is told", async () => {
  const { caller, amounts } = await workspaceFor("02-amount-with-dash-for-cents")
  const file = "partner,deal,amount\nLumen Partners,A,£5.00\nLumen Partners,B,JPY 500\nLumen Partners,C,7.50\n"
  const done = await importFile(caller, file, { kind: "deals", currency: "EUR" })
  expect(done.summary.remarks?.filter(({ field }) => field === "amount")).toMatchObject([
    { key: "currency-written:amount:GBP", count: 1, usual: "keep" },
    { key: "currency-written:amount:JPY", count: 1 },
  ])
  expect(await amounts()).toEqual(["A GBP 500", "B JPY 500", "C EUR 750"])
})

test("a dollar sign beside a dollar is that dollar; a crown sign beside a crown is that crown", async () => {
  const { caller, amounts } = await workspaceFor("10-dollar-sign-in-a-euro-file")
  const file = "partner,deal,amount,currency\nLumen Partners,A,$5.00,CAD\nLumen Partners,B,kr 7.50,DKK\n"
  const done = await importFile(caller, file, { kind: "deals" })
  expect(done).toMatchObject({ state: "imported", rowsFailed: 0 })
  expect(await amounts()).toEqual(["A CAD 500", "B DKK 750"])
})
