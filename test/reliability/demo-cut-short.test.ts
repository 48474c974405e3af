import { spawn } from "node:child_process"
import { once } from "node:events"
import { mkdtempSync, rmSync } from "node:fs"
import { tmpdir } from "node:os"
import { join } from "node:path"
import { afterAll, expect, test } from "vitest"
import { openKeelson } from "#composition"
import { demoAccount, makeDemo } from "#demo"
import { accessOf } from "#modules/workspaces"
import { accountByEmail } from "#platform/accounts"
import { readConfig } from "#platform/config"
import type { Platform } from "#platform/platform"
import { createTestDatabase } from "#test/database"
import { runAsOwner } from "#test/owner-connection"

const { ownerUrl } = await createTestDatabase()
const folder = mkdtempSync(join(tmpdir(), "keelson-test-"))
const { platform, close } = openKeelson({
  config: readConfig({ KEELSON_FOLDER: folder, LOG_LEVEL: "error" }),
  ownerUrl,
})
afterAll(async () => {
  await close()
  rmSync(folder, { recursive: true, force: true })
})

/** The platform of a process that ends after so many transactions. */
const endingAfter = (transactions: number): Platform => {
  let begun = 0
  return {
    ...platform,
    transact: (actor, work, access) => {
      if (begun++ === transactions) return Promise.reject(new Error("the process ended"))
      return platform.transact(actor, work, access)
    },
  }
}

/** A process that makes the demo, killed once it has told of some partnerships. */
const killedAtWork = async (): Promise<void> => {
  const script = `
    import { openKeelson } from "#composition"
    import { makeDemo } from "#demo"
    import { readConfig } from "#platform/config"
    const { platform } = openKeelson({ config: readConfig(process.env), ownerUrl: ${JSON.stringify(ownerUrl)} })
    await makeDemo(platform, (line) => console.log(line))`
  const child = spawn(process.execPath, ["--input-type=module", "-e", script], {
    env: { ...process.env, KEELSON_FOLDER: folder, LOG_LEVEL: "error" },
    stdio: ["ignore", "pipe", "inherit"],
  })
  const ended = once(child, "exit")
  child.stdout.once("data", () => child.kill("SIGKILL"))
  expect(await ended).toEqual([null, "SIGKILL"])
}

test("a start that ended while the demo was made is repeated, however far it came, and the demo is one and whole", async () => {
  for (const transactions of [0, 3, 6, 7, 8, 9, 10, 14])
    await expect(makeDemo(endingAfter(transactions), () => {})).rejects.toThrow("the process ended")
  await killedAtWork()
  const [begun] = await runAsOwner<Record<string, number>>(
    ownerUrl,
    "select count(*)::int as partnerships from partnership",
  )
  expect(begun?.["partnerships"]).toBeGreaterThanOrEqual(10)
  await makeDemo(platform, () => {})
  const counted = () =>
    runAsOwner<Record<string, number>>(
      ownerUrl,
      `select (select count(*)::int from workspace) as workspaces,
        (select count(*)::int from event where kind = 'demo.finished') as endings,
        (select count(distinct workspace_id)::int from member where role = 'owner') as owned,
        (select count(*)::int from partnership) as partnerships,
        (select count(distinct (workspace_id, name))::int from partnership) as names,
        (select count(*)::int from note where private_to <> workspace_id) as kept,
        (select count(distinct (workspace_id, private_to))::int from note where private_to <> workspace_id) as keepers,
        (select count(*)::int from identity."user") as people,
        (select count(*)::int from identity.account where "providerId" = 'credential') as passwords`,
    )
  const [made] = await counted()
  expect(made).toMatchObject({
    workspaces: 2,
    endings: 2,
    owned: 2,
    kept: 6,
    keepers: 6,
    names: made?.["partnerships"],
    passwords: made?.["people"],
  })
  expect(made?.["partnerships"]).toBeGreaterThan(40)
  const access = await platform.transact({ kind: "anonymous" }, async (tx) =>
    accessOf(tx, (await accountByEmail(tx, demoAccount.email))?.id ?? ""),
  )
  expect(access).toMatchObject([{ slug: "demo", side: "host", role: "owner" }])
  await makeDemo(platform, () => {})
  expect(await counted()).toEqual([made])
}, 600_000)

test("what is said with one vendor names no site of the other", async () => {
  const sites = await runAsOwner<{ slug: string; site: string }>(
    ownerUrl,
    `select distinct w.slug, substring(c.body from 'https://(\\S+)/') as site from comment c
      join workspace w on w.id = c.workspace_id where c.body like '%https://%' or c.body like '%{{%' order by 1`,
  )
  expect(sites).toEqual([
    { slug: "demo", site: "learn.nordwind.example" },
    { slug: "lumen", site: "learn.lumenanalytics.example" },
  ])
})
