import { describe, expect, test } from "vitest"
import { listNotifications } from "#contract/notifications"
import { modules } from "#modules-list"
import { startTestKeelson } from "#test/keelson"
import { askEverything, type Cell, nameOf, type Question } from "#test/matrix"
import { matrixPage } from "#test/matrixPage"
import { noWords } from "#test/no-words"
import { runAsOwner } from "#test/owner-connection"
import { listed } from "#test/planting"
import { runEverything } from "#test/queue"
import { readersOf } from "#test/readers"
import { leastInput } from "#test/requests"
import { plain, startSmtp } from "#test/smtp"
import { openVault } from "#test/vault"
import { mayBeSent, openWorld } from "#test/visitors"

/*
 * Every endpoint, asked by everybody for rows that each module planted: what each is told stands in isolation.snapshot.md, what
 * must hold whatever stands there is tested here. A new endpoint, and a new module's rows, are covered by being there.
 */
const mail = await startSmtp()
const clock = { now: () => "2026-12-01T09:00:00.000Z" }
const keelson = await startTestKeelson({ clock, environment: { SMTP_URL: mail.url } })
const world = await openWorld(keelson)
const vault = await openVault(keelson.ownerUrl)
const matrix = await askEverything(world, vault)
await vault.close()

/** Endpoints without a session, and what opens each. */
const publicDoors: Readonly<Record<string, string>> = {
  "POST /set-up": "the link that the terminal prints once, before there is anybody to sign in",
  "GET /invitations/:token": "the link in the invitation's mail",
  "POST /invitations/:token/accept": "the same link",
  "GET /links/:linkToken": "a mailed link, as the person it was mailed to",
  "POST /links/:linkToken/press": "the same link, from its page",
  "POST /links/:linkToken/code": "the same link: the code goes to its mailbox, and the answer is always the same",
  "POST /links/:linkToken/proof": "the same link: it shows what a code opens, and is always answered alike without one",
  "POST /verify": "the sealed file itself, which whoever asks holds; of any other nothing is told",
  "GET /verify/authority": "nothing: a certificate is there to be handed around",
  "POST /links/:linkToken/renew": "nothing: whoever asks is answered alike, and a mail goes to the old address only",
}

/** What nobody of ours can do here, and why that is no hole in the proof. */
const provenElsewhere: Readonly<Record<string, string>> = {
  "POST /links/:linkToken/press":
    "a press brings the word of the page it was shown on; modules/commitments/confirmationByLink.test.ts presses",
  "POST /agreement-signers/:agreementSigner/sign":
    "a signature brings the SHA-256 of what was read; modules/signing/signing.test.ts signs",
  "POST /set-up": "somebody is set up here already; test/reliability makes each of its owners so",
  "POST /measurements/:measurement/retract (private: company)":
    "a partner's people record no figures and take none back; such rows come by import",
}

/** What a viewer, who changes nothing of the workspace's, may still change. */
const viewersOwn: Readonly<Record<string, string>> = {
  "POST /saved-views": "a view of one's own",
  "PUT /saved-views/:view/pin": "one's own navigation",
  "DELETE /saved-views/:view/pin": "one's own navigation",
  "PUT /pinned-views": "one's own navigation",
  "POST /notifications/read": "what one was told oneself",
  "POST /home/snooze": "what waits for oneself",
  "POST /home/wake": "what waits for oneself",
  "PUT /notification-preferences/:kind": "how one wants to be told",
  "POST /comments/read": "how far one has read",
}

/** What a contributor may do beside that: the daily work, and nothing that binds. */
const contributorsWork: Readonly<Record<string, string>> = {
  "POST /partnerships/:partnership/notes": "writes down what happened",
  "POST /partnerships/:partnership/activities": "records what happened",
  "POST /files": "adds a file to what they work on",
  "POST /activities/:activity/retract": "takes back what the host recorded",
  "POST /activities/:activity/retract (private: host)": "takes back what the host recorded",
  "POST /comments": "says something about what there is",
  "POST /comments/resolve": "says that what was talked about is settled",
  "POST /comments/reopen": "says that it is not",
  "POST /diligence-items/:diligenceItem/rounds": "brings evidence that a company gave them",
  "PUT /diligence-rounds/:diligenceRound": "puts it right before it is reviewed",
  "POST /diligence-rounds/:diligenceRound/files": "adds the paper itself",
  "DELETE /diligence-rounds/:diligenceRound/files/:evidenceFile": "takes away what was the wrong paper",
  "POST /deputies": "names who stands in for them",
  "POST /tasks/:task/done (private: host)": "does what the host has to do",
  "POST /tasks/:task/reopen (private: host)": "does what the host has to do",
  "POST /tasks/:task/skip (private: host)": "leaves out what the host keeps to itself",
}

const told = (question: Question, visitor: string): Cell =>
  matrix.rows.find((row) => row.question === question)?.cells[visitor] ?? ""
const questions = matrix.rows.map(({ question }) => question)
const inside = questions.filter(({ endpoint }) => endpoint.scope === "workspace")
const aboutARow = inside.filter(({ endpoint }) => Object.keys(endpoint.params.shape).some((name) => !(name in listed)))
const acts = inside.filter(({ endpoint }) => endpoint.method !== "GET")
const isDone = (cell: Cell): boolean => cell === "yes" || cell === "seen"
const isClosed = (cell: Cell): boolean => cell === "404" || cell.startsWith("403")
const wrong = (asked: readonly Question[], visitor: string, isRight: (cell: Cell) => boolean): readonly string[] =>
  asked
    .filter((question) => !isRight(told(question, visitor)))
    .map((question) => `${question.name}: ${told(question, visitor)}`)

test("the matrix is the one that was looked at", async () => {
  await expect(matrixPage(matrix, world)).toMatchFileSnapshot("isolation.snapshot.md")
})

test("every cell is an answer or a refusal that is meant, never a fault or a complaint about the question", () => {
  const meant = /^(yes|seen|401|404|403( [a-z-]+)?)$/
  const odd = matrix.rows.flatMap(({ question, cells }) =>
    Object.entries(cells).flatMap(([who, cell]) => (meant.test(cell) ? [] : [`${question.name}, ${who}: ${cell}`])),
  )
  expect(odd).toEqual([])
})

test("each endpoint does its work for somebody: a refusal for all would prove nothing", () => {
  const dead = questions
    .filter(({ isSpent }) => !isSpent)
    .filter((question) => !world.visitors.some(({ name }) => isDone(told(question, name))))
  expect(dead.map(({ name }) => name).filter((name) => !(name in provenElsewhere))).toEqual([])
})

test("nobody changes anything by what is refused", () => {
  expect(matrix.changes).toEqual([])
})

describe("who is told nothing", () => {
  test("nobody: sign in first, but for the doors that a link opens", () => {
    const open = questions.filter(({ endpoint }) => ["public", "link"].includes(endpoint.scope))
    expect([...new Set(open.map(({ endpoint }) => nameOf(endpoint)))].sort()).toEqual(Object.keys(publicDoors).sort())
    const closed = questions.filter((question) => !open.includes(question))
    expect(wrong(closed, "nobody", (cell) => cell === "401")).toEqual([])
  })

  test("another workspace's owner, here and from there", () => {
    expect(wrong(inside, "stranger", (cell) => cell === "404")).toEqual([])
    expect(wrong(aboutARow, "elsewhere", isClosed)).toEqual([])
  })

  test("whose access has ended", () => {
    expect(wrong(inside, "ended member", (cell) => cell === "404")).toEqual([])
    expect(wrong(inside, "ended partner", (cell) => cell === "404")).toEqual([])
  })

  test("another partner, and a company that has left the partnership", () => {
    expect(wrong(aboutARow, "other", isClosed)).toEqual([])
    expect(wrong(aboutARow, "left", isClosed)).toEqual([])
  })

  test("a link that was used, has expired or was taken back opens nothing for anybody", () => {
    const spent = questions.filter(({ isSpent }) => isSpent)
    expect(spent.length).toBeGreaterThan(0)
    for (const { name } of world.visitors) expect(wrong(spent, name, (cell) => cell === "seen")).toEqual([])
  })
})

describe("who is told less", () => {
  test("a viewer changes nothing but what is their own", () => {
    const others = acts.filter(({ name }) => !(name in viewersOwn))
    expect(wrong(others, "viewer", isClosed)).toEqual([])
  })

  test("a contributor does the daily work and nothing else", () => {
    const others = acts.filter(({ name }) => !(name in viewersOwn) && !(name in contributorsWork))
    expect(wrong(others, "contributor", isClosed)).toEqual([])
    const work = acts.filter(({ name }) => name in viewersOwn || name in contributorsWork)
    expect(wrong(work, "contributor", isDone)).toEqual([])
  })

  test("what is private to somebody is not there for anybody else", () => {
    const isPrivate = questions.filter(({ readers }) => readers !== undefined)
    expect(isPrivate.length).toBeGreaterThan(5)
    for (const visitor of world.visitors.filter(({ workspaceId }) => workspaceId !== undefined)) {
      const hidden = isPrivate.filter(
        ({ readers }) => readers !== undefined && !mayBeSent({ ground: world.main.ground, readers }, visitor),
      )
      expect([visitor.name, wrong(hidden, visitor.name, (cell) => cell === "404")]).toEqual([visitor.name, []])
    }
  })
})

describe("what is told", () => {
  test("no text reaches anybody who may not read it, in whatever answer", () => {
    expect(matrix.leaks).toEqual([])
  })

  test("each text of the partnership reaches somebody: what is looked for in vain proves nothing", () => {
    const ours = matrix.unseen.filter(({ ground }) => ground === world.main.ground)
    expect(ours.map(({ of, readers }) => `${of} (${readers})`)).toEqual([])
  })
})

test("each module plants a row in every table it owns, and one for each party where a row can be private", async () => {
  const { workspaceId } = world.main.ground
  const kindsOf = async (table: string, kind: string): Promise<number> =>
    Number(
      (
        await runAsOwner<{ kinds: string }>(
          keelson.ownerUrl,
          `select count(distinct ${kind}) as kinds from ${table} where workspace_id = '${workspaceId}'`,
        )
      )[0]?.kinds,
    )
  const bare: string[] = []
  for (const { tables } of modules)
    for (const [table, audience] of Object.entries(tables)) {
      if ((await kindsOf(table, "workspace_id")) === 0) bare.push(table)
      if (audience === "partnership with privacy" && (await kindsOf(table, "visibility")) < 3)
        bare.push(`${table} by party`)
    }
  expect(bare).toEqual([])
})

test("every text that can be private has a planted word to look for", async () => {
  const tables = modules.flatMap((module) =>
    Object.entries(module.tables).flatMap(([table, audience]) =>
      ["host", "person", "partnership with privacy"].includes(audience) ? [table] : [],
    ),
  )
  const columns = await runAsOwner<{ name: string; column: string }>(
    keelson.ownerUrl,
    `select c.relname as name, a.attname as column from pg_class c join pg_attribute a on a.attrelid = c.oid
      where c.oid = any (array['${[...tables, "event"].join("','")}']::regclass[]) and a.attnum > 0 and not a.attisdropped and a.attgenerated = ''
        and a.atttypid in ('text'::regtype, 'jsonb'::regtype) and not exists (select from pg_constraint k
          where k.conrelid = c.oid and k.contype = 'c' and a.attnum = any (k.conkey) and pg_get_constraintdef(k.oid) like '%ANY%')`,
  )
  const words = columns.map(
    ({ name, column }) =>
      `select '${name}.${column}' as place, coalesce(bool_or("${column}"::text ~ 'zq[0-9]+qz'), false) as "isPlanted" from ${name}
        where workspace_id = '${world.main.ground.workspaceId}'`,
  )
  const places = await runAsOwner<{ place: string; isPlanted: boolean }>(keelson.ownerUrl, words.join(" union all "))
  const bare = places.filter(({ isPlanted }) => !isPlanted).map(({ place }) => place)
  expect(bare.sort()).toEqual(Object.values(noWords).flat().sort())
})

test("what goes out by mail and as a notification says nothing private to others either", async () => {
  const busy = world.visitors.filter(({ name }) => ["owner", "partner_admin", "second"].includes(name))
  // What one has read in the list is not mailed any more.
  const unreading = acts.filter(({ endpoint }) => !endpoint.changes.includes("notifications"))
  for (const { endpoint, ids } of unreading)
    for (const { caller } of busy)
      await caller.call(endpoint, leastInput(endpoint, ids) as never, endpoint.edits ? { ifMatch: 1 } : {})
  await runEverything(keelson)

  const sent = mail.mails().map(({ to, raw }) => ({ to, text: plain(raw) }))
  expect(sent.length).toBeGreaterThan(2)
  const readerOf = await readersOf(keelson, world)
  const leaks = sent.flatMap(({ to, text }) => {
    const reader = readerOf(to)
    return world.secrets
      .filter((secret) => text.includes(secret.text) && !mayBeSent(secret, reader))
      .map(({ of }) => `${of} to ${to}`)
  })
  for (const visitor of world.visitors) {
    const said = JSON.stringify((await visitor.caller.call(listNotifications, { limit: 200 })).body)
    const heard = world.secrets.filter((secret) => said.includes(secret.text) && !mayBeSent(secret, visitor))
    leaks.push(...heard.map(({ of }) => `${of} to ${visitor.name}`))
  }
  expect(leaks).toEqual([])
  const looked = sent.filter(({ to }) => to.includes(world.visitors[0]?.email ?? ""))
  expect(looked.some(({ text }) => world.secrets.some((secret) => text.includes(secret.text)))).toBe(true)
  await mail.stop()
})
