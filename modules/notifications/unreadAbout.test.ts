import { expect, test } from "vitest"
import { sql } from "#platform/database"
import { newId } from "#platform/ids"
import { startTestKeelson } from "#test/keelson"
import { runAsOwner } from "#test/owner-connection"
import { statementsOf } from "#test/statements"
import { unreadAbout } from "./store.ts"

const keelson = await startTestKeelson()
const workspace = await keelson.workspace("Much unread")
const { workspaceId } = workspace.system
await workspace.as("owner")

test("what is unread about one thing is found without looking at all else that is unread", async () => {
  await runAsOwner(
    keelson.ownerUrl,
    `insert into notification (id, workspace_id, user_id, kind, payload, dedupe_key, about_id, created_at)
      select gen_random_uuid(), m.workspace_id, m.user_id, 'comment.mentioned', '{}', n::text, gen_random_uuid(), m.created_at
      from member m, generate_series(1, 20000) n where m.workspace_id = '${workspaceId}'`,
  )
  await runAsOwner(keelson.ownerUrl, "analyze notification")
  const sent = await statementsOf(workspaceId, () =>
    keelson.platform.transact(workspace.system, (tx) => unreadAbout(tx, "comment.mentioned", newId())),
  )
  const asked = sent.find((text) => /about_id/.test(text)) as string
  const plan = await keelson.platform.transact(workspace.system, async ({ db }) => {
    const { rows } = await sql<
      Record<string, string>
    >`${sql.raw(`explain (generic_plan, costs off) ${asked}`)}`.execute(db)
    return rows.flatMap((row) => Object.values(row)).join("\n")
  })
  expect(plan).toMatch(/Index Scan.*notification_unread_about/)
  expect(plan).not.toMatch(/Seq Scan/)
})
