import { expect, test } from "vitest"
import { listOrganizations } from "#contract/organizations"
import { createPartnership, listTags, tagPartnerships } from "#contract/partnerships"
import { createContact, listContacts } from "#contract/people"
import { inReadingOrder } from "#core/readingOrder"
import { sql } from "#platform/database"
import { startTestKeelson } from "#test/keelson"
import { groupPortfolio, listOwnPartnerships, listPartnerships } from "./contract.ts"

const keelson = await startTestKeelson()
const workspace = await keelson.workspace("Nordwind")
const manager = await workspace.as("partner_manager")

/** As a reader looks for them; two are called the same, and two differ in what stands above a letter only. */
const names = [
  ...[
    "3M Deutschland",
    "Ångström",
    "apfel",
    "Apfel",
    "Äpfel",
    "Azur",
    "eclair",
    "Éclair",
    "Ødegård",
    "Osten",
    "Zeta",
    "Zeta",
  ],
  ...["Яндекс", "あお", "アカ", "さくら", "サクラ", "東京"],
].sort(inReadingOrder)

const made: { id: string; organizationId: string }[] = []
for (const name of names.toReversed())
  made.push((await manager.call(createPartnership, { type: "isv", newOrganization: { name } })).body)
for (const name of names.toReversed())
  await manager.call(createContact, { organizationId: made[0]?.organizationId as string, name })

type Listed = Readonly<{ id: string; name: string }>
type Page = Readonly<{ body: { items: readonly Listed[]; next: string | null } }>

/** All rows of a list, three at a time. */
const paged = async (page: (asked: { limit: number; after?: string }) => Promise<Page>): Promise<readonly Listed[]> => {
  const rows: Listed[] = []
  for (let next: string | null | undefined; next !== null; ) {
    const { body } = await page({ limit: 3, ...(next === undefined ? {} : { after: next }) })
    rows.push(...body.items)
    next = body.next
  }
  return rows
}

test("letters stand beside their like", () => {
  expect(names.slice(0, 12)).toEqual([
    ...["3M Deutschland", "Ångström", "apfel", "Apfel", "Äpfel", "Azur", "eclair", "Éclair"],
    ...["Ødegård", "Osten", "Zeta", "Zeta"],
  ])
})

test.each(["name", "-name"] as const)(
  "lists by %s come in the order of reading, and no page loses or repeats a row",
  async (sort) => {
    const wanted = sort === "name" ? names : names.toReversed()
    const lists = {
      partnerships: await paged((asked) => manager.call(listPartnerships, { sort, ...asked })),
      "partnerships of a kind": await paged((asked) => manager.call(listPartnerships, { sort, type: "isv", ...asked })),
      organizations: await paged((asked) => manager.call(listOrganizations, { sort, ...asked })),
      contacts: await paged((asked) => manager.call(listContacts, { sort, ...asked })),
    }
    for (const [list, rows] of Object.entries(lists)) {
      expect(
        rows.map(({ name }) => name),
        list,
      ).toEqual(wanted)
      expect(new Set(rows.map(({ id }) => id)).size, list).toBe(names.length)
    }
  },
)

test("what a partner takes part in comes so, too, and so do tags, wherever they are read", async () => {
  const partner = await workspace.asPartner(made[0]?.organizationId as string)
  expect(await paged((asked) => partner.call(listOwnPartnerships, asked))).toHaveLength(1)
  const tags = ["zinc", "Ärger", "ärger", "Bund", "alt"]
  const id = made[0]?.id as string
  await manager.call(tagPartnerships, { partnershipIds: [id], add: tags, remove: [] })
  const inOrder = ["alt", "Ärger", "Bund", "zinc"]
  const { body } = await manager.call(listPartnerships, { only: id })
  expect(body.items[0]?.tags).toEqual(inOrder)
  expect((await manager.call(listTags)).body.items.map(({ tag }) => tag)).toEqual(inOrder)
  const groups = (await manager.call(groupPortfolio, { by: "tag" })).body.items
  expect(groups.map(({ key }) => key)).toEqual([...inOrder, null])
})

test("the database and a page put the same names in the same order", async () => {
  const { rows } = await keelson.platform.transact(workspace.system, ({ db }) =>
    sql<{ name: string }>`select name from unnest(${names}::text[]) as name order by name collate "und-x-icu"`.execute(
      db,
    ),
  )
  expect(rows.map(({ name }) => name)).toEqual(names)
})

test("what only looks the same is not: neither equal nor without an order", async () => {
  const { rows } = await keelson.platform.transact(workspace.system, ({ db }) =>
    sql<{
      same: boolean
      before: boolean
    }>`select a collate "und-x-icu" = b as same, a collate "und-x-icu" < b as before
      from (values ('admin', ${"ad\u200Bmin"}), ('é', ${"e\u0301"})) pair (a, b)`.execute(db),
  )
  expect(rows.map(({ same }) => same)).toEqual([false, false])
  const { rows: turned } = await keelson.platform.transact(workspace.system, ({ db }) =>
    sql<{ before: boolean }>`select b collate "und-x-icu" < a as before
      from (values ('admin', ${"ad\u200Bmin"}), ('é', ${"e\u0301"})) pair (a, b)`.execute(db),
  )
  expect(turned.map(({ before }) => before)).toEqual(rows.map(({ before }) => !before))
})

test("an index serves each list by name, so that its page is one range of it", async () => {
  const { rows } = await keelson.platform.transact(workspace.system, ({ db }) =>
    sql<{ is: string }>`select i.indrelid::regclass || '.' || a.attname as is from pg_index i
      join pg_attribute a on a.attrelid = i.indrelid and a.attnum = i.indkey[1]
      where i.indcollation[1] = '"und-x-icu"'::regcollation`.execute(db),
  )
  expect(rows.map(({ is }) => is)).toEqual(
    expect.arrayContaining(["organization.name", "partnership_figures.name", "contact.name"]),
  )
})
