import { expect, test } from "vitest"
import { sql } from "#platform/database"
import { checkFile, importFile } from "#test/imports"
import { startTestKeelson } from "#test/keelson"

const keelson = await startTestKeelson({ worker: true, environment: { LOG_LEVEL: "warn" } })

const short = "0065g00000AbCdE"
const long = "0065g00000AbCdEAAV"
/** Another record: fifteen characters count by their capitals. */
const other = "0065g00000aBcDe"

const kinds = [
  {
    ...{ kind: "deals", table: "deal" },
    file: (id: string) =>
      `Opportunity ID,Account Name,Opportunity Name,Stage,Created Date,Amount,Currency\n${id},Lumen Partners,Rollout,submitted,2026-01-13,1000,EUR\n`,
  },
  {
    ...{ kind: "activities", table: "activity" },
    file: (id: string) => `id,partner,activity,date,summary\n${id},Lumen Partners,call,2026-06-01,Review\n`,
  },
  {
    ...{ kind: "commitments", table: "commitment" },
    file: (id: string) =>
      `id,partner,owed by,promise,cadence,starts on\n${id},Lumen Partners,partner,Pipeline review,monthly,2026-01-01\n`,
  },
  {
    ...{ kind: "objectives", table: "objective" },
    file: (id: string) =>
      `id,partner,objective,target,unit,starts on,ends on\n${id},Lumen Partners,Bookings,100,EUR,2026-01-01,2026-12-31\n`,
  },
  {
    ...{ kind: "agreements", table: "agreement" },
    file: (id: string) =>
      `id,partner,title,starts on,ends on\n${id},Lumen Partners,Reseller agreement,2024-01-15,2027-01-14\n`,
  },
] as const

const open = async (name: string, { kind, table }: (typeof kinds)[number]) => {
  const workspace = await keelson.workspace(name)
  const caller = await workspace.as("admin")
  await importFile(caller, "name,type,started on\nLumen Partners,reseller,2024-01-15\n", { kind: "partners" })
  if (table === "objective")
    await importFile(caller, "partner,title,starts on\nLumen Partners,Reseller agreement,2024-01-15\n", {
      kind: "agreements",
    })
  const within = <T>(statement: ReturnType<typeof sql<T>>) =>
    keelson.platform.transact(workspace.system, async ({ db }) => (await statement.execute(db)).rows)
  const ids = async () =>
    (await within(sql<{ id: string }>`select external_id as id from ${sql.raw(table)} order by id`)).map(({ id }) => id)
  const bring = async (file: string) => {
    const run = await importFile(caller, file, { kind })
    expect(run, JSON.stringify(run.summary)).toMatchObject({ state: "imported", rowsFailed: 0 })
    return { created: run.summary.created?.[table] ?? 0, known: run.summary.known, told: run.summary.remarks ?? [] }
  }
  /** As a version of this program stored it that kept ids as they were written. */
  const storeAs = (id: string) => within(sql`update ${sql.raw(table)} set external_id = ${id} returning id`)
  return { caller, bring, ids, storeAs }
}

const both = (file: (id: string) => string, one: string, two: string) =>
  `${file(one)}${file(two).split("\n").slice(1).join("\n")}`

for (const each of kinds) {
  test(`${each.kind}: 15 and 18 characters of Salesforce are one thing, in whichever file comes first`, async () => {
    const first = await open(`${each.kind}, short first`, each)
    expect(await first.bring(each.file(short))).toMatchObject({ created: 1 })
    expect(await first.bring(each.file(long))).toMatchObject({ created: 0, known: 1 })
    expect(await first.bring(each.file(long.toLowerCase()))).toMatchObject({ created: 0, known: 1 })
    expect(await first.ids()).toHaveLength(1)
    const second = await open(`${each.kind}, long first`, each)
    expect(await second.bring(each.file(long))).toMatchObject({ created: 1 })
    const checked = await checkFile(second.caller, each.file(short), { kind: each.kind })
    expect(checked.summary).toMatchObject({ created: {}, known: 1 })
    expect(await second.bring(each.file(short))).toMatchObject({ created: 0, known: 1 })
    expect(await second.bring(each.file(other))).toMatchObject({ created: 1, known: 0 })
    expect(await second.ids()).toHaveLength(2)
  })

  test(`${each.kind}: within one file as well, and what was stored as it was written is found`, async () => {
    const { bring, ids } = await open(`${each.kind}, together`, each)
    expect(await bring(both(each.file, short, long))).toMatchObject({ created: 1, known: 1 })
    expect(await bring(both(each.file, long, other))).toMatchObject({ created: 1, known: 1 })
    expect(await ids()).toHaveLength(2)
    for (const [stored, said] of [
      [long, short],
      [short, long],
      [long.toLowerCase(), short],
    ] as const) {
      const old = await open(`${each.kind}, stored as ${stored}`, each)
      await old.bring(each.file("K-1"))
      await old.storeAs(stored)
      expect(await old.bring(each.file(said))).toMatchObject({ created: 0, known: 1 })
      expect(await old.ids()).toEqual([stored])
    }
  })
}

const people = "Contact ID,Account Name,Name,Email,Title\n"

test("a person is known again by their id, under another name and address too; a like name says nothing against another id", async () => {
  const workspace = await keelson.workspace("People")
  const caller = await workspace.as("admin")
  await importFile(caller, "name,type,started on\nLumen Partners,reseller,2024-01-15\n", { kind: "partners" })
  const contacts = () =>
    keelson.platform.transact(workspace.system, ({ db, actor }) =>
      db
        .selectFrom("contact")
        .select(["name", "email", "externalId"])
        .where("workspaceId", "=", actor.workspaceId)
        .orderBy("id")
        .execute(),
    )
  const bring = async (rows: string, answers = {}) => {
    const run = await importFile(caller, `${people}${rows}`, { kind: "people", answers })
    expect(run, JSON.stringify(run.summary)).toMatchObject({ state: "imported", rowsFailed: 0 })
    return run
  }
  // Whoever was recorded without an id gets it, and nobody is asked.
  await bring(",Lumen Partners,Ann Smith,ann@lumen.example,Buyer\n")
  const learned = await bring(`${short},Lumen Partners,Ann Smith,ann@lumen.example,Buyer\n`)
  expect(learned.summary).toMatchObject({ created: {}, changed: { contact: 1 }, known: 1 })
  expect(learned.summary.remarks).toEqual([])
  const update = { "row-differs:name": "update", "row-differs:email": "update" }
  const renamed = await bring(`${long},Lumen Partners,Ann Jones,ann.jones@lumen.example,Buyer\n`, update)
  expect(renamed.summary).toMatchObject({ created: {}, changed: { contact: 1 } })
  expect(await contacts()).toEqual([{ name: "Ann Jones", email: "ann.jones@lumen.example", externalId: short }])
  // Two of one name, told apart by ids that differ in capitals only, within one file.
  const two = await bring(`0035g00000AbCdE,Lumen Partners,John Doe,,\n0035g00000aBcDe,Lumen Partners,John Doe,,\n`)
  expect(two.summary).toMatchObject({ created: { contact: 2 } })
  const again = await bring(`0035g00000AbCdEAAV,Lumen Partners,John Doe,,\n0035g00000aBcDe,Lumen Partners,John Doe,,\n`)
  expect(again.summary).toMatchObject({ created: {}, known: 2 })
})
