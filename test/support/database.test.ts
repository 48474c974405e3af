import pg from "pg"
import { afterAll, expect, test } from "vitest"
import { createTestDatabase } from "./database.ts"

const [one, other] = [await createTestDatabase(), await createTestDatabase()]
const pools = [one, other].map(({ ownerUrl }) => new pg.Pool({ connectionString: ownerUrl }))
afterAll(() => Promise.all(pools.map((pool) => pool.end())))

test("databases are migrated and apart from each other", async () => {
  const [here, there] = pools as [pg.Pool, pg.Pool]
  await here.query("CREATE TABLE only_here AS SELECT 1 AS n")
  await expect(there.query("SELECT n FROM only_here")).rejects.toThrow('relation "only_here" does not exist')
  const { rows } = await there.query("SELECT count(*) > 0 AS migrated FROM graphile_worker.migrations")
  expect(rows).toEqual([{ migrated: true }])
})
