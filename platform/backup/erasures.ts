import { appendFile, readFile } from "node:fs/promises"
import { join } from "node:path"
import type pg from "pg"
import { z } from "zod"
import { BackupFault } from "./manifest.ts"

const ids = z.array(z.string().max(100)).max(10_000)
const shape = z.object({
  workspaceId: z.uuid(),
  id: z.uuid(),
  userIds: ids,
  memberIds: ids,
  partnerUserIds: ids,
  contactIds: ids,
  askedAt: z.string().max(40),
})

/** Who was erased, by nothing but ids: in a backup that was made before, the same ids mean the same person. */
export type KeptErasure = z.infer<typeof shape>

/** Beside the data and in no backup: what is restored may be older than what stands here. */
export const erasuresFile = (folder: string): string => join(folder, "erasures.jsonl")

/** One more line. The same one twice does no harm. */
export const keepErasure = async (folder: string, erasure: KeptErasure): Promise<void> => {
  await appendFile(erasuresFile(folder), `${JSON.stringify(shape.parse(erasure))}\n`, { mode: 0o600 })
}

/** The list, or undefined where there is none. A line that cannot be read is somebody who would be back: then nothing is done at all. */
export const readErasures = async (path: string): Promise<readonly KeptErasure[] | undefined> => {
  const text = await readFile(path, "utf8").catch((fault: NodeJS.ErrnoException) => {
    if (fault.code === "ENOENT") return undefined
    throw fault
  })
  return text?.split("\n").flatMap((line, at) => (line.trim() === "" ? [] : [erasureIn(line, at, path)]))
}

const erasureIn = (line: string, at: number, path: string): KeptErasure => {
  try {
    return shape.parse(JSON.parse(line))
  } catch {
    throw new BackupFault(
      `Line ${at + 1} of ${path} is no erasure: put it right or take another copy of the list, nothing was changed.`,
    )
  }
}

const columns = `workspace_id as "workspaceId", id, user_ids as "userIds", member_ids as "memberIds",
  partner_user_ids as "partnerUserIds", contact_ids as "contactIds",
  to_char(asked_at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"') as "askedAt"`

/** Everybody who was erased, of all workspaces: what a copy of the list elsewhere is made of. */
export const listErasures = async (client: pg.ClientBase): Promise<readonly KeptErasure[]> =>
  (await client.query<KeptErasure>(`select ${columns} from erasure where done_at is not null order by asked_at, id`))
    .rows

/** Erases again who was erased after the backup was made. Each is a transaction of its own; done twice, it finds nobody. */
export const repeatErasures = async (
  client: pg.ClientBase,
  erasures: readonly KeptErasure[],
  now: string,
): Promise<number> => {
  let repeated = 0
  for (const erasure of erasures) if (await repeatErasure(client, erasure, now)) repeated++
  return repeated
}

const repeatErasure = async (client: pg.ClientBase, erasure: KeptErasure, now: string): Promise<boolean> => {
  const { workspaceId, id, userIds, memberIds, partnerUserIds, contactIds, askedAt } = erasure
  await client.query("begin")
  try {
    await client.query("select set_config('app.workspace_id', $1, true), set_config('app.side', 'host', true)", [
      workspaceId,
    ])
    const { rows } = await client.query<{ isOpen: boolean }>(
      `select exists (select from workspace where id = $1)
        and not exists (select from erasure where workspace_id = $1 and id = $2 and done_at is not null) as "isOpen"`,
      [workspaceId, id],
    )
    if (rows[0]?.isOpen) {
      await client.query(
        `insert into erasure (workspace_id, id, user_ids, member_ids, partner_user_ids, contact_ids, asked_at)
          values ($1, $2, $3, $4, $5, $6, $7) on conflict do nothing`,
        [workspaceId, id, userIds, memberIds, partnerUserIds, contactIds, askedAt],
      )
      await client.query("select erase_person($1, $2, $3)", [workspaceId, id, now])
      await client.query("select forget_where_from($1, $2)", [workspaceId, id])
      for (const userId of userIds) await client.query("select forget_account($1)", [userId])
    }
    await client.query("commit")
    return rows[0]?.isOpen === true
  } catch (fault) {
    await client.query("rollback").catch(() => {})
    throw fault
  }
}
