import { expect, test } from "vitest"
import { newId } from "#platform/ids"
import { startTestKeelson } from "#test/keelson"
import { tableOf } from "./table.ts"

const keelson = await startTestKeelson()
const here = await keelson.workspace("Here")
const there = await keelson.workspace("There")
const organizations = tableOf()("organization", ["id", "name", "createdAt", "updatedAt", "version"], {
  made: ["createdAt", "updatedAt"],
  saved: ["updatedAt"],
})
const { transact } = keelson.platform

const made = (names: readonly string[]) =>
  transact(here.system, (tx) =>
    organizations.insertAll(
      tx,
      names.map((name) => ({ id: newId(), name })),
    ),
  )

test("a row is made, found, locked, saved under the next version, and removed", async () => {
  const [row] = await made(["One"])
  const { id = "" } = row ?? {}
  await transact(here.system, async (tx) => {
    expect(await organizations.find(tx, id)).toEqual(row)
    const saved = await organizations.save(tx, id, { name: "Two" })
    expect(saved).toMatchObject({ name: "Two", version: 2, createdAt: row?.createdAt, updatedAt: tx.now })
    expect(await organizations.lock(tx, id)).toEqual(saved)
    await organizations.remove(tx, id)
    expect(await organizations.find(tx, id)).toBeUndefined()
  })
})

test("what is locked is nobody else's until the transaction ends", async () => {
  const [row] = await made(["0"])
  const { id = "" } = row ?? {}
  const countUp = () =>
    transact(here.system, async (tx) => {
      const before = await organizations.lock(tx, id)
      await organizations.save(tx, id, { name: String(Number(before?.name) + 1) })
    })
  await Promise.all(Array.from({ length: 8 }, countUp))
  expect(await transact(here.system, (tx) => organizations.find(tx, id))).toMatchObject({ name: "8", version: 9 })
})

test("every statement names the workspace, and another one's rows are not there", async () => {
  const [row] = await made(["Only here"])
  const { id = "" } = row ?? {}
  await transact(there.system, async (tx) => {
    expect(await organizations.find(tx, id)).toBeUndefined()
    expect(organizations.rows(tx).compile().sql).toContain(`where "workspace_id" = `)
    await expect(organizations.save(tx, id, { name: "Stolen" })).rejects.toThrow("no result")
    await organizations.remove(tx, id)
  })
  await transact(here.system, async (tx) => expect(await organizations.find(tx, id)).toEqual(row))
})

test.each(["name", "-name", "createdAt", "-createdAt"] as const)("pages by %s follow each other", async (sort) => {
  await made(["Bb", "Aa", "Cc", "Aa"])
  await transact(here.system, async (tx) => {
    const whole = (await organizations.page(tx, { sort, limit: 100 })).items.map(({ id }) => id)
    const found: string[] = []
    let after: string | undefined
    do {
      const { items, next } = await organizations.page(tx, { sort, limit: 3, after })
      found.push(...items.map(({ id }) => id))
      after = next ?? undefined
    } while (after !== undefined)
    expect(found).toEqual(whole)
  })
})
