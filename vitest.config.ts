import { defineConfig } from "vitest/config"

const everywhere = "{core,modules,platform,commands,demo,web,test,bench,packaging}/**/*.test.{ts,tsx}"
const pure = ["core/**/*.test.ts", "modules/**/{rules,policy}.test.ts", "modules/*/{rules,policy}/**/*.test.ts"]
const journeys = ["test/e2e/**/*.test.ts"]
/** Each starts, stops and kills whole products of its own. */
const products = ["test/reliability/**/*.test.ts"]
const database = "test/support/global-setup.ts"
/**
 * The files that a worker runs one after the other share its modules: nothing of Keelson keeps anything beside what is opened and
 * closed (`openKeelson`), so reading two thousand files anew for each test file shows nothing and takes half the time of them all.
 */
const shared = { isolate: false } as const
/** How long a test waits for what comes by itself: a busy machine is no fault. */
const patience = { expect: { poll: { timeout: 30_000 } }, hookTimeout: 300_000, testTimeout: 300_000 }

export default defineConfig({
  test: {
    projects: [
      {
        // Nothing but arithmetic and rules: no database, no server, all in seconds.
        // The limit ends what goes round for ever; how busy the machine is must not.
        test: { name: "pure", include: pure, maxWorkers: 2, ...patience, ...shared, sequence: { groupOrder: 0 } },
      },
      {
        // Real PostgreSQL, one database per file.
        test: {
          name: "server",
          include: [everywhere],
          exclude: [...pure, ...journeys, ...products],
          globalSetup: database,
          maxWorkers: 2,
          ...patience,
          ...shared,
          sequence: { groupOrder: 1 },
        },
      },
      {
        // Whole products as processes, over real PostgreSQL.
        test: {
          name: "reliability",
          include: products,
          globalSetup: database,
          maxWorkers: 2,
          ...patience,
          sequence: { groupOrder: 2 },
        },
      },
      {
        // Real server, real browser, each file its own: two journeys at a time, one on each of two cores.
        test: {
          name: "e2e",
          include: journeys,
          globalSetup: [database, "test/e2e/web-build.ts"],
          maxWorkers: 2,
          ...patience,
          sequence: { groupOrder: 3 },
        },
      },
    ],
  },
})
