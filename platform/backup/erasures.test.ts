import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs"
import { tmpdir } from "node:os"
import { join } from "node:path"
import pg from "pg"
import { afterAll, expect, test } from "vitest"
import { createContact } from "#contract/people"
import { erasePerson } from "#contract/privacy"
import { newId } from "#platform/ids"
import { localStorage } from "#platform/storage/local"
import { createEmptyDatabase } from "#test/database"
import { accountFor, startTestKeelson } from "#test/keelson"
import { runEverything } from "#test/queue"
import { erasuresFile, listErasures, readErasures, repeatErasures } from "./erasures.ts"
import { restoreBackup } from "./restore.ts"
import { writeBackup } from "./write.ts"

const place = mkdtempSync(join(tmpdir(), "keelson-erasures-"))
afterAll(() => rmSync(place, { recursive: true, force: true }))
const keelson = await startTestKeelson({ environment: { KEELSON_FOLDER: place } })
const workspace = await keelson.workspace("Restored")
const owner = await workspace.as("owner")
const clients: pg.Client[] = []
afterAll(() => Promise.all(clients.map((client) => client.end())))

const worksWith = async (ownerUrl: string, name: string) => {
  const client = new pg.Client({ connectionString: ownerUrl })
  await client.connect()
  clients.push(client)
  return {
    ...{ client, ownerUrl, say: () => {}, madeAt: keelson.platform.clock.now(), uploads: join(place, name, "up") },
    ...{ storage: localStorage(join(place, name, "files")), passing: join(place, name, "passing") },
  }
}

const find = async (client: pg.Client, word: string) => {
  const { rows } = await client.query<{ found: boolean }>(
    `select exists (select from contact where name ~* $1) or exists (select from event where payload::text ~* $1) as found`,
    [word],
  )
  return rows[0]?.found
}

test("who was erased since a backup was made is erased again when it is brought back, and nobody else", async () => {
  const { body: first } = await owner.call(createContact, { name: "Vera Volkova", email: "vera@gone.example" })
  await owner.call(createContact, { name: "Walter Weiss", email: "walter@here.example" })
  const folder = join(place, "backup")
  const source = await worksWith(keelson.ownerUrl, "source")
  await writeBackup(source, folder)
  expect((await owner.call(erasePerson, { person: first.id, typed: "Vera Volkova" })).status).toBe(201)
  await runEverything(keelson)
  expect(await find(source.client, "volkova")).toBe(false)

  // The list stands in the folder, by ids alone, and the same one comes out of the database.
  const path = erasuresFile(place)
  expect(readFileSync(path, "utf8")).not.toMatch(/vera|volkova/i)
  const erasures = await readErasures(path)
  expect(erasures).toMatchObject([{ workspaceId: workspace.system.workspaceId, contactIds: [first.id] }])
  expect(await listErasures(source.client)).toEqual(erasures)

  const without = await worksWith((await createEmptyDatabase()).ownerUrl, "without")
  await restoreBackup(without, folder)
  expect(await find(without.client, "volkova")).toBe(true)

  const into = await worksWith((await createEmptyDatabase()).ownerUrl, "into")
  await restoreBackup({ ...into, erasures: erasures ?? [] }, folder)
  expect(await find(into.client, "volkova")).toBe(false)
  expect(await find(into.client, "weiss")).toBe(true)
  // What was repeated is known, and not done a second time.
  expect(await listErasures(into.client)).toEqual(erasures)
  expect(await repeatErasures(into.client, erasures ?? [], keelson.platform.clock.now())).toBe(0)
})

test("from where somebody came whose account lives on for others is forgotten again, too", async () => {
  const { id: userId } = await accountFor(keelson.platform, { name: "Yara", email: "yara@both.example" })
  const { client } = await worksWith(keelson.ownerUrl, "where")
  const [member, erasure, elsewhere] = [newId(), newId(), await keelson.workspace("Elsewhere")]
  const { workspaceId } = workspace.system
  for (const [id, within] of [
    [member, workspaceId],
    [newId(), elsewhere.system.workspaceId],
  ])
    await client.query(
      "insert into member (workspace_id, id, user_id, name, email, role, created_at) values ($1, $2, $3, 'Yara', 'yara@both.example', 'viewer', '2020-01-01')",
      [within, id, userId],
    )
  for (const within of [workspaceId, elsewhere.system.workspaceId])
    await client.query(
      `insert into identity.security_event (id, kind, user_id, address, device, at, workspace_id)
        values ($1, 'act.refused', $2, '203.0.113.5', 'a browser', '2026-01-05', $3)`,
      [newId(), userId, within],
    )
  const kept = { workspaceId, id: erasure, userIds: [userId], memberIds: [member], partnerUserIds: [], contactIds: [] }
  const askedAt = "2026-01-06T00:00:00.000Z"
  expect(await repeatErasures(client, [{ ...kept, askedAt }], keelson.platform.clock.now())).toBe(1)
  const { rows } = await client.query(
    "select address, device from identity.security_event where user_id = $1 order by address",
    [userId],
  )
  expect(rows).toEqual([
    { address: "", device: "" },
    { address: "203.0.113.5", device: "a browser" },
  ])
})

test("a list that cannot be read stops the restore, and none is no list", async () => {
  const path = join(place, "broken.jsonl")
  writeFileSync(path, `{"workspaceId": "x"}\n`)
  await expect(readErasures(path)).rejects.toThrow(/^Line 1 of .*broken.jsonl is no erasure/)
  expect(await readErasures(join(place, "nowhere.jsonl"))).toBeUndefined()
})
