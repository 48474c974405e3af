import { afterAll, describe, expect, test } from "vitest"
import { listMentionablePeople, writeComment } from "#contract/discussions"
import { listNotifications } from "#contract/notifications"
import { modules } from "#modules-list"
import { newId } from "#platform/ids"
import { answerTo, attemptsAt, type KeptRow } from "#test/attempts"
import { startTestKeelson } from "#test/keelson"
import { differencesOf, type Outlook, outlookOf, withoutIds } from "#test/outlook"
import { runAsOwner } from "#test/owner-connection"
import { runEverything } from "#test/queue"
import { startSmtp } from "#test/smtp"
import { statementsOf } from "#test/statements"
import { openVault } from "#test/vault"
import { openWorld, type Visitor } from "#test/visitors"

/*
 * Two companies in one partnership. The second one tries, with every endpoint and in every place that takes an id, to come by what the
 * first one keeps to itself: it is answered as if there were no such thing, word for word and statement for statement. And whatever
 * the first one keeps, does or removes makes no difference to anything the second one can ask.
 */
const mail = await startSmtp()
afterAll(mail.stop)
const at = "2026-12-01T09:00:00.000Z"
const keelson = await startTestKeelson({ clock: { now: () => at }, environment: { SMTP_URL: mail.url } })
const world = await openWorld(keelson)
const { ground, ids, privateRows, keepFiles } = world.main
const vault = await openVault(keelson.ownerUrl)
afterAll(vault.close)
const settle = async () => {
  await vault.restore()
  keepFiles()
}

const visitor = (called: string): Visitor => {
  const found = world.visitors.find(({ name }) => name === called)
  if (!found) throw new Error(`nobody is called ${called}`)
  return found
}
const [first, second] = [visitor("partner_admin"), visitor("second")]

/** Where the first company's own rows stand: those a party can keep to itself, and those of one person. */
const kept = [{ tables: { event: "partnership with privacy" as const } }, ...modules].flatMap((module) =>
  Object.entries(module.tables).flatMap(([table, audience]) => {
    const person = table === "idempotency_key" ? "actor_id" : "user_id"
    if (audience === "person") return [{ table, where: `${person} = '${first.userId}'` }]
    if (audience !== "partnership with privacy") return []
    return [{ table, where: `private_to = '${ground.companies.leading}'` }]
  }),
)
/** Some are known by whose they are and nothing else. */
const withId = new Set(
  (
    await runAsOwner<{ name: string }>(
      keelson.ownerUrl,
      "select table_name as name from information_schema.columns where table_schema = 'public' and column_name = 'id'",
    )
  ).map(({ name }) => name),
)
const rows: readonly KeptRow[] = (
  await runAsOwner<KeptRow>(
    keelson.ownerUrl,
    kept
      .filter(({ table }) => withId.has(table))
      .map(({ table, where }) => `select id, '${table}' as table from ${table} where ${where}`)
      .join(" union "),
  )
).map((row) => ({ ...row, ...privateRows.find(({ id }) => id === row.id) }))
const attempts = attemptsAt(
  rows,
  ids,
  keelson.platform.contributed.subjects.map(({ kind }) => kind),
)

const words = world.secrets.filter(({ readers, ground: of }) => readers.startsWith("company") && of === ground)
/** As many as show what a position would tell. */
const someRows = rows.filter(({ table }) => ["activity", "event", "comment", "task"].includes(table)).slice(0, 5)
const about = { words: words.map(({ text }) => text), rows: someRows.map(({ id }) => id), at }
/** Reading leaves marks of its own (documents that were made): each looks at the same. */
const outlook = async ({ caller }: Visitor, prepare = async () => {}): Promise<Outlook> => {
  await prepare()
  const told = await outlookOf(caller, ids, about)
  await settle()
  return told
}

const isOwnData = (asked: string): boolean => asked.startsWith("GET /own-data/export")

/**
 * What of one's own data looking itself changes: the exports that were made meanwhile, each with an id of its own, and how often one was
 * refused, which is in nobody else's hands.
 */
const ownData = (said: string): string => {
  const { index, data } = JSON.parse(said.slice(said.indexOf("{"))) as Record<"index" | "data", { module: string }[]>
  const parts = [index, data].map((tables) => tables.filter(({ module }) => module !== "sign-in"))
  return withoutIds(JSON.stringify(parts))
}

/** What differs. */
const toldApart = (one: Outlook, other: Outlook): readonly string[] =>
  differencesOf(one, other).filter((asked) => {
    const [here = "", there = ""] = [one, other].map((outlook) => outlook.get(asked))
    return !isOwnData(asked) || ownData(here) !== ownData(there)
  })

const gone = async () => {
  const removals = kept.map(({ table, where }) => `delete from ${table} where ${where}`).join("; ")
  await runAsOwner(keelson.ownerUrl, `set session_replication_role = replica; ${removals}`)
}

/** Where the second company is told something else, or told it in another way, of a row there is than of one there is not. */
const tellings = async (tried: typeof attempts): Promise<readonly string[]> => {
  const told: string[] = []
  for (const attempt of tried)
    for (const ifMatch of attempt.endpoint.edits ? [1, 2, undefined] : [1]) {
      const heard: string[] = []
      for (const id of [attempt.row.id, newId()]) {
        const statements = await statementsOf(ground.workspaceId, async () => {
          const { said, changes } = await answerTo(second, attempt, id, ifMatch)
          heard.push(said)
          if (changes) await settle()
        })
        heard.push(statements.join(";\n"))
      }
      const [there, how, absent, same] = heard
      if (there !== absent) told.push(`${attempt.name}: ${there}, not ${absent}`)
      else if (how !== same) told.push(`${attempt.name}: other statements`)
    }
  return told
}

describe("what the first company keeps to itself", () => {
  test("is tried in every place that takes an id", () => {
    expect([...new Set(rows.map(({ table }) => table))].sort()).toEqual(
      kept.flatMap(({ table }) => (withId.has(table) ? [table] : [])).sort(),
    )
    expect(new Set(attempts.filter(({ inPath }) => inPath).map(({ name }) => name)).size).toBeGreaterThanOrEqual(14)
    expect(new Set(attempts.map(({ name }) => name)).size).toBeGreaterThan(300)
  })

  test("is for the second as if it were not there: the same words after the same statements, whatever version it names", async () => {
    const before = await vault.fingerprint()
    expect(await tellings(attempts)).toEqual([])
    expect(await vault.fingerprint()).toEqual(before)
  })

  test("the first company itself comes by each of these rows", async () => {
    const reached = new Set<string>()
    for (const attempt of attempts.filter(({ inPath }) => inPath)) {
      const { isDone, changes } = await answerTo(first, attempt, attempt.row.id, 1)
      if (isDone) reached.add(attempt.row.table)
      if (changes) await settle()
    }
    expect([...reached].sort()).toEqual(["activity", "comment", "file", "task"])
  })
})

describe("the second company's outlook: every read, filter, order, word, page and document", () => {
  test("is the same when all that the first one keeps is gone; the first one's is another", async () => {
    expect(toldApart(await outlook(second), await outlook(second, gone))).toEqual([])
    const seen = differencesOf(await outlook(first), await outlook(first, gone))
    expect(new Set(seen.map((asked) => asked.split(" ")[1])).size).toBeGreaterThan(8)
  })

  test("is the same after all that the first one can do with what it keeps: not a line, a figure, a notification or a mail", async () => {
    let done = 0
    const acts = async () => {
      for (const act of attempts.filter(({ endpoint, inPath }) => inPath && endpoint.method !== "GET"))
        done += (await answerTo(first, act, act.row.id, 1)).changes ? 1 : 0
      await runEverything(keelson)
    }
    const [before, after] = [await outlook(second, () => runEverything(keelson)), await outlook(second, acts)]
    expect(done).toBeGreaterThan(5)
    // A workbook is packed with the ids in it; the same rows are compared as CSV.
    const changed = toldApart(before, after).filter(
      (asked) =>
        !asked.includes('"form":"xlsx"') && withoutIds(before.get(asked) ?? "") !== withoutIds(after.get(asked) ?? ""),
    )
    expect(changed).toEqual([])
    const sent = mail.mails().filter(({ to }) => to.includes(second.email))
    expect(sent.filter(({ raw }) => words.some(({ text }) => raw.includes(text)))).toEqual([])
  })
})

test("what the second company must be told it is told, in its inbox and by mail, beside what it must not", async () => {
  const host = visitor("owner").caller
  const subject = { subjectKind: "partnership", subjectId: ground.partnershipId } as const
  const { items: people } = (await host.call(listMentionablePeople, subject)).body
  const mentions = people.flatMap(({ id, name }) => (name === second.name ? [id] : []))
  expect(mentions).toHaveLength(1)
  const [shared, kept] = [
    await host.call(writeComment, { ...subject, body: "for everybody at the table", mentions }),
    await first.caller.call(writeComment, { ...subject, audience: "own", body: "for our side of the table" }),
  ]
  expect([shared.status, kept.status]).toEqual([201, 201])
  const before = mail.mails().length
  await runEverything(keelson)
  const { items } = (await second.caller.call(listNotifications, { limit: 200 })).body
  const about = (comment: string) => items.filter(({ payload }) => Object.values(payload).includes(comment))
  expect(about(shared.body.id).map(({ kind }) => kind)).toEqual(["comment_mention"])
  expect(about(kept.body.id)).toEqual([])
  const sent = mail
    .mails()
    .slice(before)
    .filter(({ to }) => to.includes(second.email))
  expect(sent).toHaveLength(1)
  await settle()
})

/** Whose queries name the one party themselves, beside the policies of the database. */
const twice = ["note", "comment", "thread", "file"]

test("the queries of notes, comments and files keep it by themselves: with the policies open they tell nothing", async () => {
  await runAsOwner(
    keelson.ownerUrl,
    `do $$ declare p record; begin
      for p in select * from pg_policies where tablename in ('${twice.join("','")}') and qual like '%private_to IS NULL%' loop
        execute format('alter policy %I on %I using (%s)', p.policyname, p.tablename, replace(p.qual, 'private_to IS NULL', 'true'));
      end loop; end $$`,
  )
  expect(await tellings(attempts.filter(({ row }) => twice.includes(row.table)))).toEqual([])
  expect(toldApart(await outlook(second), await outlook(second, gone))).toEqual([])
})
