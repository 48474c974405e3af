import { expect, test } from "vitest"
import { newId } from "#platform/ids"
import { hashOfToken } from "#platform/link"
import { databaseBefore } from "#test/database-before"

const { client, forward } = await databaseBefore("0140")

test("invitations of before go on working: their links are found by the same hash, with the same end", async () => {
  const workspace = newId()
  await client.query("insert into workspace (id, slug, name) values ($1, 'old', 'Old')", [workspace])
  const invite = async (token: string, expiresAt: string) => {
    const id = newId()
    await client.query(
      `insert into invitation (workspace_id, id, email, side, role, token_hash, created_at, expires_at)
        values ($1, $2, 'kim@old.example', 'host', 'viewer', $3, '2026-11-01', $4)`,
      [workspace, id, hashOfToken(token), expiresAt],
    )
    return id
  }
  const open = await invite("a token in a mailbox", "2027-01-01")
  const expired = await invite("an old token in a mailbox", "2026-11-15")
  await forward()
  const { rows: holders } = await client.query("select workspace_id, slug, user_id from link_holder($1)", [
    hashOfToken("a token in a mailbox"),
  ])
  expect(holders).toEqual([{ workspace_id: workspace, slug: "old", user_id: null }])
  const { rows } = await client.query(
    "select subject_id, act, email, party_id, expires_at::date::text as ends from link order by expires_at",
  )
  const link = { act: "accept_invitation", email: "kim@old.example", party_id: workspace }
  expect(rows).toEqual([
    { ...link, subject_id: expired, ends: "2026-11-15" },
    { ...link, subject_id: open, ends: "2027-01-01" },
  ])
  // A server of the earlier release that runs beside the new one still writes the hash itself; the new one does not.
  await client.query(
    `insert into invitation (workspace_id, id, email, side, role, created_at, expires_at)
      values ($1, $2, 'lee@old.example', 'host', 'viewer', '2026-11-01', '2027-01-01')`,
    [workspace, newId()],
  )
})
