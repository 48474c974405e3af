import { readFileSync } from "node:fs"
import pg from "pg"
import { afterAll, expect, test } from "vitest"
import { createPartnership, tagPartnerships } from "#contract/partnerships"
import { startTestKeelson } from "#test/keelson"
import { runJob } from "#test/promises"
import { listPartnerships } from "./contract.ts"
import { differences } from "./store/keep.ts"

const keelson = await startTestKeelson()
const owner = new pg.Client({ connectionString: keelson.ownerUrl })
await owner.connect()
afterAll(() => owner.end())

test("the migration fills the record's own columns of every workspace, and has lines with several tags made anew", async () => {
  const workspaces = [await keelson.workspace("Nordwind"), await keelson.workspace("Eastwind")]
  for (const workspace of workspaces) {
    const manager = await workspace.as("partner_manager")
    for (const [name, tags] of [
      ["Ärger", ["b", "A"]],
      ["Zeta", ["one"]],
      ["apfel", []],
    ] as const) {
      const made = { type: "isv", newOrganization: { name }, tier: "Gold" } as const
      const { id } = (await manager.call(createPartnership, made)).body
      if (tags.length > 0) await manager.call(tagPartnerships, { partnershipIds: [id], add: [...tags], remove: [] })
    }
  }
  // As they were before the columns came: the tags by code point.
  await owner.query(`update partnership_figures set name = null, type = null, stage = null, tier = null, region = null, program = null,
    updated_at = null, line = replace(line, '["A","b"]', '["b","A"]')`)
  const [, filling = ""] = readFileSync("migrations/0464_own_columns_filled.sql", "utf8").split("\ndo ")
  await owner.query(`do ${filling}`)
  const { rows } = await owner.query("select name from partnership_figures where line is null")
  expect(rows.map(({ name }) => name)).toEqual(["Ärger", "Ärger"])
  for (const { as, system } of workspaces) {
    const { items } = (await (await as("viewer")).call(listPartnerships, { type: "isv", tier: "Gold" })).body
    expect(items.map(({ name, tags }) => [name, tags])).toEqual([
      ["apfel", []],
      ["Ärger", ["A", "b"]],
      ["Zeta", ["one"]],
    ])
    await runJob("portfolio.turn-day", keelson)
    const ids = items.map(({ id }) => id)
    expect(
      await keelson.platform.transact(system, (tx) => differences(tx, keelson.platform.contributed.figures, ids)),
    ).toEqual([])
  }
})
