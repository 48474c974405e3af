import { globSync, readFileSync } from "node:fs"
import { expect, test } from "vitest"
import { createTestDatabase } from "#test/database"
import { runAsOwner } from "#test/owner-connection"
import { usesIn, usesInSql } from "#test/table-uses"

/*
 * Whoever changes what somebody may do tells every server. What a server remembers of people is asked of the functions below; which
 * tables they read is read from them, and every declaration of the sources that writes to one of those tells, or says here why not.
 */
const asked = [
  ...[
    "hold_access",
    "hold_access_alone",
    "still_member",
    "still_partner_user",
    "has_what_is_asked",
    "has_factor",
    "factor_needed_by",
  ],
  ...["partnerships_of", "workspaces_of"],
]
const { ownerUrl } = await createTestDatabase()
const functions = await runAsOwner<{ name: string; body: string }>(
  ownerUrl,
  `select proname as name, prosrc as body from pg_proc where pronamespace = 'public'::regnamespace and prolang =
    (select oid from pg_language where lanname = 'plpgsql')`,
)
const told = await runAsOwner<{ name: string; events: number }>(
  ownerUrl,
  `select relname as name, tgtype::int as events from pg_trigger t join pg_class c on c.oid = tgrelid
    where tgname = 'access_changed' and relnamespace = 'identity'::regnamespace`,
)
const remembered = functions.filter(({ name }) => asked.includes(name)).flatMap(({ body }) => usesInSql(body))
const tables = new Set(remembered.map(({ table }) => table).filter((table) => table !== "identity"))
/** Definer functions write for those who may not: calling one is writing. */
const writers = new Map(functions.map(({ name, body }) => [name, usesInSql(body)] as const))

/** A source, cut where a declaration begins: what one of them writes and whether it tells. */
const declarationsIn = (source: string): readonly string[] =>
  source
    .split(/^(?=(?:export )?(?:const|async function|function) )/m)
    .filter((part) => /^(?:export )?(?:const|async function|function) /.test(part))
const nameOf = (part: string): string => /(?:const|function) (\w+)/.exec(part)?.[1] ?? ""

const tells = /\baccessChanged\(/
const writesIn = (source: string): readonly string[] => [
  ...new Set(
    usesIn(source, writers).flatMap(({ table, how }) => (how === "writes" && tables.has(table) ? [table] : [])),
  ),
]

/** The functions of `tableOf` write when they are called, by a name that is declared beside it. */
const untoldIn = (file: string, source: string): readonly string[] => {
  const parts = declarationsIn(source)
  const owned = parts.filter((part) => /\btableOf\b/.test(part) && writesIn(part).length > 0).map(nameOf)
  const through = new RegExp(`\\b(?:${owned.join("|") || "-"})\\.(?:insert|save|remove|insertMany)\\b`)
  return parts.flatMap((part) => {
    const writes = !owned.includes(nameOf(part)) && (writesIn(part).length > 0 || through.test(part))
    return writes && !tells.test(part) ? [`${file} ${nameOf(part)}`] : []
  })
}

test("what is remembered of people is read from these tables", () => {
  expect([...tables].sort()).toEqual(["member", "partner_user", "partnership", "partnership_party", "workspace"])
  // Accounts and sessions tell by themselves, whoever writes: deletion of either, and every change of an account.
  expect(told.map(({ name }) => name).sort()).toEqual(["session", "user"])
})

const gives = "gives a company one more partnership and takes nothing; it is seen five seconds later at most"
const silent: Readonly<Record<string, string>> = {
  "modules/partnerships/store/partnership.ts insertPartnership": gives,
  "modules/partnerships/importable/makePartner.ts partnershipTable": `${gives}; taken back, the partnership itself is gone`,
  "modules/partnerships/store/partnership.ts savePartnership": "whose it is never changes: the company is no detail",
  "modules/workspaces/store.ts createWorkspace": "nobody is remembered of a workspace that was not there",
  "modules/workspaces/store.ts saveWorkspace": "its name, its days and its money, and nothing of who may enter",
  "platform/erasure.ts erasePerson": "takes names away; the access of whoever is erased ended before, told by that act",
  "platform/backup/erasures.ts repeatErasure": "a backup is brought back before anybody is let in",
  "demo/store.ts insertPartnership": "the demo is made before anybody is let in",
  "demo/store.ts insertParty": "the demo is made before anybody is let in",
  "demo/store.ts longSince": "the demo is made before anybody is let in",
  "demo/nextExport.ts changeByHand": "the demo is made before anybody is let in; whose it is does not change",
}

test("every declaration that writes to one of them tells with its commit", () => {
  const files = globSync("{modules,platform,commands,demo}/**/*.ts", {
    exclude: ["**/*.test.ts", "**/fixture.ts", "**/fixture/**", "platform/schema.ts"],
  })
  const untold = files.flatMap((file) => untoldIn(file, readFileSync(file, "utf8")))
  expect(untold.filter((each) => silent[each] === undefined).sort()).toEqual([])
  expect(Object.keys(silent).filter((each) => !untold.includes(each))).toEqual([])
})

test.each([
  ['export const end = (tx: Tx) => tx.db.updateTable("member").set({ role: "viewer" }).execute()'],
  ['export const leave = ({ db }: Tx) => db.deleteFrom("partnershipParty").execute()'],
  ["export const give = ({ db }: Tx) => sql`update workspace set members_need_factor = true`.execute(db)"],
  ['const members = tableOf()("member", ["id"])\nexport const save = (tx: Tx) => members.save(tx, id, change)'],
])("a silent write is found: %s", (source) => {
  expect(untoldIn("x.ts", source)).toHaveLength(1)
  const [first = "", ...rest] = source.split(/(?<=\)) => /)
  expect(untoldIn("x.ts", `${first}accessChanged(tx, id), ${rest.join("")}`)).toEqual([])
})
