import { sql } from "kysely"
import { afterAll, beforeAll, expect, test } from "vitest"
import { createTestDatabase } from "#test/database"
import { openPool, queriesOver } from "./database.ts"
import { mostNamed } from "./statement-names.ts"

const { ownerUrl } = await createTestDatabase()
const pool = openPool(ownerUrl, 1)
const client = await pool.connect()
const db = queriesOver(client)
afterAll(async () => {
  client.release()
  await pool.end()
})

const ask = async (n: number): Promise<number | undefined> =>
  (await sql<{ answer: number }>`select ${sql.lit(n)} + ${1}::integer as answer`.execute(db)).rows[0]?.answer

const kept = async (): Promise<readonly string[]> =>
  (await client.query<{ statement: string }>("select statement from pg_prepared_statements")).rows.map(
    ({ statement }) => statement,
  )

const many = Array.from({ length: mostNamed + 100 }, (_, n) => n)

beforeAll(async () => {
  for (let round = 0; round < 2; round++) await Promise.all(many.map(async (n) => expect(await ask(n)).toBe(n + 1)))
})

test("the server keeps no more than the most statements, those used last", async () => {
  const statements = await kept()
  expect(statements.length).toBe(mostNamed)
  expect(statements).toContain(`select ${mostNamed + 99} + $1::integer as answer`)
  expect(statements).not.toContain("select 0 + $1::integer as answer")
})

test("a statement that was closed answers as before, under another name", async () => {
  for (const n of many) expect(await ask(n)).toBe(n + 1)
  expect((await kept()).length).toBe(mostNamed)
})

test("what comes once only is not kept", async () => {
  await ask(10_000)
  expect(await kept()).not.toContain("select 10000 + $1::integer as answer")
})

test("closing one disturbs no transaction, not even one that has failed", async () => {
  await client.query("begin")
  await expect(client.query("select 1 / 0")).rejects.toThrow("division by zero")
  for (let round = 0; round < 2; round++) for (const n of [20_000, 20_001]) await ask(n).catch(() => {})
  await client.query("rollback")
  await client.query("begin")
  for (let round = 0; round < 2; round++) for (const n of many) expect(await ask(n)).toBe(n + 1)
  expect((await client.query("commit")).command).toBe("COMMIT")
  expect((await kept()).length).toBeLessThanOrEqual(mostNamed)
})
