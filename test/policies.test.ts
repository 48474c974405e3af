import pg from "pg"
import { afterAll, expect, test } from "vitest"
import type { Id } from "#core/ids"
import { modules } from "#modules-list"
import { newId } from "#platform/ids"
import type { Audience } from "#platform/module"
import { startTestKeelson } from "#test/keelson"
import { plant } from "#test/planting"

/*
 * Row-level policies as the database holds them, over one row of everything in three partnerships, asked as each kind of session:
 * each admits exactly the rows that the module's declaration says, and each of its conditions, taken away alone, admits another
 * row. A condition that nobody would miss is one that no planted row proves: its survival is red here.
 */
const keelson = await startTestKeelson()
const [here, there] = [await keelson.workspace("Here"), await keelson.workspace("There")]
const people = () => ({ host: newId(), member: newId(), company: newId() })
const main = (await plant(keelson, here.system.workspaceId, people())).ground
const beside = (await plant(keelson, here.system.workspaceId, people())).ground
const elsewhere = (await plant(keelson, there.system.workspaceId, people())).ground

type Session = Readonly<{
  workspace: Id
  side: "host" | "partner" | "none"
  party: Id
  user: string
  within: readonly Id[]
}>
const session = (
  of: typeof main,
  side: Session["side"],
  party: Id,
  user: string,
  within: readonly Id[] = [],
): Session => ({
  ...{ workspace: of.workspaceId, side, party, user, within },
})
const sessions: Readonly<Record<string, Session>> = {
  host: session(main, "host", main.workspaceId, main.people.host),
  leading: session(main, "partner", main.companies.leading, main.people.company, [main.partnershipId]),
  second: session(main, "partner", main.companies.second, newId(), [main.partnershipId]),
  left: session(main, "partner", main.companies.left, newId()),
  beside: session(beside, "partner", beside.companies.leading, beside.people.company, [beside.partnershipId]),
  elsewhere: session(elsewhere, "partner", elsewhere.companies.leading, elsewhere.people.company, [
    elsewhere.partnershipId,
  ]),
  "a host elsewhere": session(elsewhere, "host", elsewhere.workspaceId, elsewhere.people.host),
  "of no side": session(main, "none", main.companies.leading, main.people.company, [main.partnershipId]),
}

const audiences: Readonly<Record<string, Audience>> = Object.assign(
  // The ledger is the platform's.
  { event: "partnership with privacy" },
  ...modules.map(({ tables }) => tables),
)
const partnersWrite: Readonly<Record<string, readonly string[]>> = Object.assign(
  { event: ["insert"] },
  ...modules.map((module) => module.partnersWrite),
)

type Row = Readonly<Record<string, unknown>>

/** Who may, said once more and by nothing that the database says: rows one by one. */
const isFor = (row: Row, audience: Audience, { workspace, side, party, user, within }: Session): boolean => {
  if (row["workspace_id"] !== workspace || side === "none") return false
  const isKept = (row["private_to"] ?? null) !== null && row["private_to"] !== party
  if (side === "host") return audience !== "partnership with privacy" || !isKept
  const partnership = ("partnership_id" in row ? row["partnership_id"] : row["id"]) as Id
  switch (audience) {
    case "host":
      return false
    case "partnership":
      return within.includes(partnership)
    case "partnership with privacy":
      return within.includes(partnership) && !isKept
    case "organization":
      return ("organization_id" in row ? row["organization_id"] : row["id"]) === party
    case "person":
      return ("user_id" in row ? row["user_id"] : row["actor_id"]) === user
    case "every partner":
      return true
  }
}

const client = new pg.Client({ connectionString: keelson.ownerUrl })
await client.connect()
afterAll(() => client.end())

type Policy = Readonly<{ table: string; name: string; act: string; where: "using" | "check"; expression: string }>
const { rows: policies } = await client.query<Policy>(`
  select tablename as table, policyname as name, lower(cmd) as act, part as where, expression from pg_policies,
    lateral (values ('using', qual), ('check', with_check)) as parts (part, expression)
  where 'keelson_app' = any(roles) and expression is not null and tablename <> 'workspace' order by 1, 2, 4`)

/** Conditions as the database prints them. */
const conditions = {
  "the workspace": /\(workspace_id = \(current_setting\('app\.workspace_id'::text\)\)::uuid\)/g,
  "the partnership":
    /\(\w+ = ANY \(\(string_to_array\(current_setting\('app\.partnerships'::text\), ','::text\)\)::uuid\[\]\)\)/g,
  "whose it is kept to":
    /\(\(private_to IS NULL\) OR \(private_to = \(current_setting\('app\.party_id'::text\)\)::uuid\)\)/g,
  "the company": /\((?:organization_id|id) = \(current_setting\('app\.party_id'::text\)\)::uuid\)/g,
  "the person": /\(\w+ = current_setting\('app\.user_id'::text\)\)/g,
  "what partners may not": /(?<=THEN )false/g,
  "no side": /(?<=ELSE )false/g,
} as const

type Mutant = Policy & Readonly<{ without: string }>
const mutantsOf = (policy: Policy): readonly Mutant[] =>
  Object.entries(conditions).flatMap(([without, pattern]) =>
    [...policy.expression.matchAll(pattern)].map(({ 0: { length }, index }, at) => ({
      ...policy,
      without: `${without} (${at + 1})`,
      expression: `${policy.expression.slice(0, index)}true${policy.expression.slice(index + length)}`,
    })),
  )

/** How many rows each of these conditions admits, asked as this session. */
const admitted = async (table: string, { expressions, as }: { expressions: readonly string[]; as: Session }) => {
  const settings = {
    ...{ workspace_id: as.workspace, side: as.side, user_id: as.user, party_id: as.party },
    partnerships: as.within.join(","),
  }
  await client.query("begin")
  for (const [name, value] of Object.entries(settings)) await client.query(`set local app.${name} = '${value}'`)
  const counts = expressions.map((expression, at) => `count(*) filter (where ${expression}) as "${at}"`)
  const { rows } = await client.query<Record<string, string>>(`select ${counts.join(", ")} from public."${table}"`)
  await client.query("rollback")
  return expressions.map((_, at) => Number(rows[0]?.[at]))
}

const wrong: string[] = []
const survivors: string[] = []
let tried = 0
for (const [table, ofTable] of Map.groupBy(policies, (policy) => policy.table)) {
  const { rows } = await client.query<Row>(`select * from public."${table}"`)
  const asked: readonly (Policy | Mutant)[] = ofTable.flatMap((policy) => [policy, ...mutantsOf(policy)])
  const killed = new Set<Policy>()
  for (const [who, as] of Object.entries(sessions)) {
    const counts = await admitted(table, { expressions: asked.map(({ expression }) => expression), as })
    for (const [at, each] of asked.entries()) {
      const reads = each.act === "select" || (each.act === "update" && each.where === "using")
      const mayWrite = reads || as.side !== "partner" || (partnersWrite[table] ?? []).includes(each.act)
      const audience = audiences[table]
      const meant = audience && mayWrite ? rows.filter((row) => isFor(row, audience, as)).length : 0
      if (counts[at] === meant) continue
      if ("without" in each) killed.add(each)
      else wrong.push(`${table}: ${each.name} (${each.where}) admits ${counts[at]} rows for ${who}, not ${meant}`)
    }
  }
  for (const each of asked) {
    if (!("without" in each)) continue
    tried += 1
    if (!killed.has(each)) survivors.push(`${table}: ${each.name} (${each.where}) without ${each.without}`)
  }
}

test("of the workspaces themselves each session reads its own", async () => {
  const { rows } = await client.query<{ expression: string }>(
    "select qual as expression from pg_policies where tablename = 'workspace' and 'keelson_app' = any(roles)",
  )
  expect(rows).toEqual([{ expression: "(id = (current_setting('app.workspace_id'::text))::uuid)" }])
})

test("each policy admits exactly the rows that its module declares", () => {
  expect(policies.length).toBeGreaterThan(200)
  expect(wrong).toEqual([])
})

test("each policy has conditions that are known here, and is missed when one of them is taken away", () => {
  expect(policies.filter((policy) => mutantsOf(policy).length < 2)).toEqual([])
  expect(tried).toBeGreaterThan(600)
  expect(survivors).toEqual([])
})
