import type { Id } from "#core/ids"
import type { PlainDate } from "#core/time"
import { isLiveIn } from "#modules/partnerships"
import { sql } from "#platform/database"
import type { WorkspaceTx } from "#platform/tx"
import { isExpiredIn, isExpiringIn } from "../facts.ts"
import type { DiligenceKind } from "../rules.ts"

export type Turn = "expired" | "expiring"

type Turned = Readonly<{ id: Id; organizationId: Id; name: string; kind: DiligenceKind; validThrough: PlainDate }>

/**
 * Items whose last day is near, or has passed, and of which nobody was told yet; marks them as told. Whoever hears that one has run out, because
 * the server was away meanwhile, does not hear afterwards that it is about to.
 */
export const turnItems = async (
  { db, actor, now, today }: WorkspaceTx,
  turn: Turn,
  limit: number,
): Promise<readonly Turned[]> => {
  const told = sql.ref(turn === "expired" ? "toldExpiredAt" : "toldSoonAt")
  const turns = turn === "expired" ? isExpiredIn : isExpiringIn
  const { rows } = await sql<Turned>`
    with batch as (
      select i.id from diligence_item i
      where i.workspace_id = ${actor.workspaceId} and not i.is_resting and ${sql.ref("i")}.${told} is null and ${turns("i", today)}
      limit ${limit} for update skip locked)
    update diligence_item i set ${told} = ${now} from batch, organization o
      where i.workspace_id = ${actor.workspaceId} and i.id = batch.id and o.workspace_id = ${actor.workspaceId} and o.id = i.organization_id
      returning i.id, i.organization_id, o.name, i.kind, i.valid_through`.execute(db)
  return rows
}

type Told = Readonly<{
  id: Id
  organizationId: Id
  name: string
  asks: string
  validThrough: PlainDate
  userIds: string[]
}>

/**
 * An item that has run out, or is about to, and who hears of it: whoever follows it up, or, where nobody here does, those who look after
 * the company's partnerships.
 */
export const whoHearsOf = async ({ db, actor, today }: WorkspaceTx, id: Id, turn: Turn): Promise<Told | undefined> => {
  const { workspaceId } = actor
  const turns = turn === "expired" ? isExpiredIn : isExpiringIn
  const { rows } = await sql<Omit<Told, "userIds"> & { owner: string | null; keepers: string[] }>`
    select i.id, i.organization_id, o.name, i.asks, i.valid_through, m.user_id as owner,
      array(select distinct k.user_id from partnership p
        join member k on k.workspace_id = ${workspaceId} and k.id = p.owner_id and k.deactivated_at is null
        where p.workspace_id = ${workspaceId} and p.organization_id = i.organization_id and ${isLiveIn("p")}) as keepers
    from diligence_item i
      join organization o on o.workspace_id = ${workspaceId} and o.id = i.organization_id
      left join member m on m.workspace_id = ${workspaceId} and m.id = i.owner_id and m.deactivated_at is null
    where i.workspace_id = ${workspaceId} and i.id = ${id} and not i.is_resting and ${turns("i", today)}`.execute(db)
  const [row] = rows
  if (!row) return undefined
  const { owner, keepers, ...said } = row
  return { ...said, userIds: owner === null ? keepers : [owner] }
}

/** Of these items those that stand so today, with their last day. */
export const stillTurned = async (
  { db, actor, today }: WorkspaceTx,
  ids: readonly Id[],
  turn: Turn,
): Promise<ReadonlyMap<Id, PlainDate>> => {
  const turns = turn === "expired" ? isExpiredIn : isExpiringIn
  const { rows } = await sql<{ id: Id; validThrough: PlainDate }>`
    select i.id, i.valid_through from diligence_item i
    where i.workspace_id = ${actor.workspaceId} and i.id = any(${[...ids]}::uuid[]) and not i.is_resting and ${turns("i", today)}`.execute(
    db,
  )
  return new Map(rows.map(({ id, validThrough }) => [id, validThrough]))
}
