import { readFileSync } from "node:fs"
import { parse } from "csv-parse/sync"
import { expect, test } from "vitest"
import { getImport, startImport, uploadImport } from "#contract/imports"
import { createPartnership, tagPartnerships } from "#contract/partnerships"
import { listPartnerships } from "#contract/portfolio"
import { portfolioColumns } from "#rules/portfolio"
import { movableClock } from "#test/clock"
import { type Caller, startTestKeelson, type TestWorkspace } from "#test/keelson"
import { enter, monthly, runJob } from "#test/promises"

/*
 * What a table shows is in its file, with what it is known by; and a file that is brought back says what it said: into another
 * workspace it makes the same, into its own it changes nothing.
 */
const clock = movableClock("2026-06-01T09:00:00.000Z")
const keelson = await startTestKeelson({ clock, worker: true })
const home = await keelson.workspace("Nordwind")
const manager = await home.as("partner_manager")
const names = [
  "Contoso",
  "=SUM(A1) GmbH",
  "+49 Handel",
  "@home, Inc.",
  "-Minus",
  'Müller "& Söhne"',
  "東京商事",
  "'quoted",
]
for (const [at, name] of names.entries()) {
  const { body } = await manager.call(createPartnership, {
    type: at % 2 ? "isv" : "reseller",
    newOrganization: { name, evenIfSimilar: true },
    ...{ region: at % 3 ? "=EMEA" : "DACH", tier: "+Gold" },
  })
  if (at < 2) await manager.call(tagPartnerships, { partnershipIds: [body.id], add: ["-key", "so"] })
  if (at < 3) await enter(manager, body.id, [monthly("host")])
}
clock.moveTo("2026-11-23T09:00:00.000Z")
await runJob("commitments.update-due-states", keelson)

const download = async (who: Caller, { slug }: TestWorkspace, path: string): Promise<string> => {
  const response = await fetch(`${keelson.address}/api/w/${slug}${path}`, { headers: { cookie: who.cookie } })
  expect(response.status).toBe(200)
  return response.text()
}
type Row = Readonly<Record<string, string>>
const rowsOf = (text: string): readonly Row[] => parse(text, { bom: true, columns: true })
const bring = async (who: Caller, content: string) => {
  const { body } = await who.call(uploadImport, {}, { file: { name: "Portfolio.csv", content } })
  await who.call(startImport, { import: body.id })
  const run = async () => (await who.call(getImport, { import: body.id })).body
  await expect.poll(async () => (await run()).state, { timeout: 60_000 }).toBe("imported")
  return run()
}

/** What the page's own columns become in the file. */
const inFile: Readonly<Record<string, readonly string[]>> = {
  name: ["name"],
  drift: ["drift"],
  onset: ["onset_on", "changed_since"],
  weeks: ["weeks", "last_week"],
  keptHost: ["kept_host", "due_host"],
  keptPartner: ["kept_partner", "due_partner"],
  value: ["value", "value_currency"],
  type: ["type"],
  owner: ["owner"],
  notice: ["notice_on", "ends_on"],
  stage: ["stage"],
  tier: ["tier"],
  region: ["region"],
  tags: ["tags"],
  due: ["next_due_on"],
  contact: ["last_contact_at"],
  activity: ["last_activity_at"],
}

test("every column that the portfolio shows is in its file, alone and with all, and each row has its id", async () => {
  const page = readFileSync("web/workspace/portfolio/useColumns.tsx", "utf8")
  const shown = [...page.matchAll(/key: "(\w+)"|\["tier", "region"\]/g)].flatMap(([, key]) => key ?? ["tier", "region"])
  expect(shown.toSorted()).toEqual([...portfolioColumns].toSorted())
  expect(Object.keys(inFile).toSorted()).toEqual(shown.toSorted())
  const [all] = rowsOf(await download(manager, home, "/portfolio-document?form=csv"))
  for (const [key, columns] of Object.entries(inFile)) {
    const [row = {}] = rowsOf(await download(manager, home, `/portfolio-document?form=csv&columns=${key}`))
    for (const column of [...columns, "partnership_uuid", "organization_uuid"])
      expect([key, column, column in row, column in (all ?? {})]).toEqual([key, column, true, true])
  }
})

test("the file says what the list says: days as ISO 8601, shares as exact as they are shown, nothing for nothing", async () => {
  const { items } = (await manager.call(listPartnerships, {})).body
  const rows = rowsOf(await download(manager, home, "/portfolio-document?form=csv"))
  expect(rows.map(({ partnership_uuid: id }) => id)).toEqual(items.map(({ id }) => id))
  for (const [at, line] of items.entries())
    expect(rows[at]).toMatchObject({
      ...{ drift: line.drift.state, kept_host: String(line.kept.host.kept), due_host: String(line.kept.host.due) },
      ...{ type: line.type, stage: line.stage, owner: line.owner?.name ?? "" },
      ...{ notice_on: line.nextEnd?.noticeOn ?? "", ends_on: line.nextEnd?.endsOn ?? "" },
      ...{ next_due_on: line.nextDueOn ?? "", last_activity_at: line.lastActivityAt ?? "" },
      value: line.revenue === null ? "" : (line.revenue.amountMinor / 100).toFixed(2),
    })
  for (const { probability = "", last_week: week = "" } of rows)
    expect([probability, week].filter((share) => share !== "" && !/^(?:[01]|0\.\d{1,3})$/.test(share))).toEqual([])
})

const brought = ["name", "type", "stage", "region", "tier", "tags"] as const
const told = (rows: readonly Row[]) =>
  rows
    .map((row) => brought.map((column) => row[column]))
    .toSorted((one, other) => String(one).localeCompare(String(other)))

test("brought back into its own workspace, the file changes nothing; into another, it makes the same", async () => {
  const content = await download(manager, home, "/portfolio-document?form=csv")
  const again = await bring(manager, content)
  expect(again).toMatchObject({ rowsTotal: names.length, rowsFailed: 0 })
  expect([again.summary.created ?? {}, again.summary.changed ?? {}]).toEqual([{}, {}])
  expect(told(rowsOf(await download(manager, home, "/portfolio-document?form=csv")))).toEqual(told(rowsOf(content)))

  const fresh = await keelson.workspace("Fresh")
  const other = await fresh.as("partner_manager")
  const withoutOwner = content.replaceAll(
    `,${(await manager.call(listPartnerships, {})).body.items[0]?.owner?.name},`,
    ",,",
  )
  expect(await bring(other, withoutOwner)).toMatchObject({ rowsFailed: 0 })
  expect(told(rowsOf(await download(other, fresh, "/portfolio-document?form=csv")))).toEqual(told(rowsOf(content)))
})
