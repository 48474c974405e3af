import { expect, test } from "vitest"
import { createOrganization, getOrganization } from "#contract/organizations"
import { addParty, createPartnership } from "#contract/partnerships"
import { createContact, listContacts } from "#contract/people"
import { newId } from "#platform/ids"
import { checkFile } from "#test/imports"
import { startTestKeelson } from "#test/keelson"
import * as contract from "./contract.ts"

const keelson = await startTestKeelson({ worker: true, environment: { LOG_LEVEL: "warn" } })
const workspace = await keelson.workspace("Nordwind")
const manager = await workspace.as("partner_manager")

const organization = async (name: string, more: object = {}) =>
  (await manager.call(createOrganization, { name, evenIfSimilar: true, ...more })).body.id
const partnership = async (organizationId: string, type: "isv" | "msp" | "consortium" = "isv") =>
  (await manager.call(createPartnership, { type, organizationId })).body.id
const merge = (stays: string, goes: string) => manager.call(contract.mergeOrganizations, { organization: stays, goes })
const nameOf = async (id: string) => (await manager.call(getOrganization, { organization: id })).body.name

test("a split takes out what was chosen, whole, and merging the two again brings it back", async () => {
  const whole = await organization("Larch", { domains: ["larch.example", "larch-labs.example"] })
  const [stays, goes] = [await partnership(whole), await partnership(whole, "msp")]
  const people: string[] = []
  for (const name of ["Lara", "Lew"])
    people.push((await manager.call(createContact, { name, organizationId: whole })).body.id)
  const { body: possible } = await manager.call(contract.getSplittable, { organization: whole })
  expect(possible).toMatchObject({ domains: ["larch.example", "larch-labs.example"], hasMoreContacts: false })
  expect(possible.partnerships.map(({ id }) => id).sort()).toEqual([stays, goes].sort())
  const split = (more: object) =>
    manager.call(contract.splitOrganization, { organization: whole, name: "Larch Labs", ...more })
  expect((await split({})).body).toMatchObject({ code: "nothing-taken-out" })
  expect((await split({ contacts: [newId()] })).body).toMatchObject({ code: "not-of-this-company" })
  expect((await split({ domains: ["other.example"] })).body).toMatchObject({ code: "not-of-this-company" })
  const made = await split({ partnerships: [goes], contacts: [people[1]], domains: ["larch-labs.example"] })
  expect(made, JSON.stringify(made.body)).toMatchObject({
    status: 201,
    body: { kind: "split", abilities: { undo: "undone-by-merging" } },
  })
  const labs = made.body.next.id
  const contacts = async (of: string) =>
    (await manager.call(listContacts, { organization: of })).body.items.map(({ name }) => name)
  expect([await contacts(whole), await contacts(labs)]).toEqual([["Lara"], ["Lew"]])
  expect((await manager.call(getOrganization, { organization: labs })).body).toMatchObject({
    domains: ["larch-labs.example"],
  })
  expect((await manager.call(contract.undoMerger, { merger: made.body.id })).body).toMatchObject({
    code: "undone-by-merging",
  })
  // The next file finds the part by what went with it.
  const file = "Partner,Website,Type\nLarch Labs,larch-labs.example,msp\nLarch,larch.example,isv\n"
  const { summary } = await checkFile(await workspace.as("admin"), file)
  expect(summary.known).toBe(2)
  expect((await merge(whole, labs)).status).toBe(200)
  expect(await contacts(whole)).toEqual(["Lara", "Lew"])
})

test("two parties of one consortium stay two, also when one has left", async () => {
  const [lead, second] = [await organization("Maple"), await organization("Maple Leaf")]
  const together = await partnership(lead, "consortium")
  await manager.call(addParty, { partnership: together, organizationId: second })
  expect((await merge(lead, second)).body).toMatchObject({
    code: "both-in-one-partnership",
    detail: { names: ["Maple"] },
  })
})

test("of two crossing mergers at once one wins and the other is told; nothing is left of neither", async () => {
  for (let round = 0; round < 3; round++) {
    const [a, b] = [await organization(`Oak ${round}`), await organization(`Oak ${round} again`)]
    await Promise.all([partnership(a, "isv"), partnership(b, "msp")])
    const answers = await Promise.all([merge(a, b), merge(b, a)])
    expect(answers.map(({ status }) => status).sort(), JSON.stringify(answers.map(({ body }) => body))).toEqual([
      200,
      expect.any(Number),
    ])
    expect(answers.filter(({ status }) => status === 200)).toHaveLength(1)
    expect(answers.find(({ status }) => status !== 200)?.status).toBeLessThan(500)
  }
})

test("who records something with a company that is being merged is told, or it goes along", async () => {
  const [stays, goes] = [await organization("Pine"), await organization("Pine Two")]
  const answers = await Promise.all([
    ...Array.from({ length: 6 }, (_, at) => manager.call(createContact, { name: `P ${at}`, organizationId: goes })),
    merge(stays, goes),
  ])
  expect(answers.at(-1)?.status, JSON.stringify(answers.at(-1)?.body)).toBe(200)
  const there = (await manager.call(listContacts, { organization: stays })).body.items.length
  expect(there).toBe(answers.slice(0, -1).filter(({ status }) => status === 201).length)
})

test("while a file is being recorded nobody merges", async () => {
  const [stays, goes] = [await organization("Quince"), await organization("Quince Two")]
  const id = newId()
  const put = (state: string) =>
    keelson.platform.transact(workspace.system, async ({ db, actor, now }) => {
      const row = {
        workspaceId: actor.workspaceId,
        id,
        kind: "partners",
        fileName: "a.csv",
        fileHash: "x",
        filePath: "",
      }
      const made = { ...row, state, createdAt: now, updatedAt: now }
      await db.insertInto("importRun").values(made).execute()
    })
  await put("importing")
  expect((await merge(stays, goes)).body).toMatchObject({ code: "import-under-way" })
  await keelson.platform.transact(workspace.system, ({ db, actor }) =>
    db
      .updateTable("importRun")
      .set({ state: "imported" })
      .where("workspaceId", "=", actor.workspaceId)
      .where("id", "=", id)
      .execute(),
  )
  expect((await merge(stays, goes)).status).toBe(200)
  expect(await nameOf(stays)).toBe("Quince")
})

test("ten thousand people go along and come back, in as few statements as ten", async () => {
  const [stays, goes] = [await organization("Rowan"), await organization("Rowan Holding")]
  await keelson.platform.transact(workspace.system, async (tx) => {
    const rows = Array.from({ length: 12_000 }, (_, at) => ({
      ...{
        workspaceId: tx.actor.workspaceId,
        id: newId(),
        organizationId: goes,
        name: `Person ${at}`,
        createdAt: tx.now,
      },
    }))
    for (let from = 0; from < rows.length; from += 2_000)
      await tx.db
        .insertInto("contact")
        .values(rows.slice(from, from + 2_000))
        .execute()
  })
  const count = (of: string) =>
    keelson.platform.transact(workspace.system, async ({ db, actor }) => {
      const { n } = await db
        .selectFrom("contact")
        .select(({ fn }) => fn.countAll<number>().as("n"))
        .where("workspaceId", "=", actor.workspaceId)
        .where("organizationId", "=", of)
        .executeTakeFirstOrThrow()
      return Number(n)
    })
  const answer = await merge(stays, goes)
  expect(answer.body).toMatchObject({ moved: [{ table: "contact", count: 12_000 }] })
  expect(await count(stays)).toBe(12_000)
  const undone = await manager.call(contract.undoMerger, { merger: answer.body.id })
  expect(undone.body).toMatchObject({ kept: { fields: [], rows: [] } })
  expect([await count(stays), await count(goes)]).toEqual([0, 12_000])
})

test("companies that an import would take for one, or ask about, are told as pairs", async () => {
  const own = await keelson.workspace("Alike")
  const caller = await own.as("viewer")
  const admin = await own.as("admin")
  const record = (name: string, domains: string[] = []) =>
    admin.call(createOrganization, { name, domains, evenIfSimilar: true })
  await record("Sorbus GmbH", ["sorbus.example"])
  await record("Sorbus", [])
  await record("Tilia Energy", ["tilia.example"])
  await record("Tilia Wind", ["tilia.example"])
  await record("Namesake Ltd", ["one.example"])
  await record("Namesake Inc", ["two.example"])
  const { body } = await caller.call(contract.listAlikeOrganizations)
  expect(body).toMatchObject({ isWhole: true, abilities: { merge: "role-may-not" } })
  expect(body.items.map(({ one, other, why }) => [one.name, other.name, why])).toEqual([
    ["Sorbus GmbH", "Sorbus", "like-name"],
    ["Tilia Energy", "Tilia Wind", "group-on-one-domain"],
  ])
  // What has become part of another is no duplicate any more.
  const [pair] = body.items
  await admin.call(contract.mergeOrganizations, { organization: pair?.one.id ?? "", goes: pair?.other.id ?? "" })
  expect((await caller.call(contract.listAlikeOrganizations)).body.items.map(({ one }) => one.name)).toEqual([
    "Tilia Energy",
  ])
})
