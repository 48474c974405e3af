import type { Id } from "#core/ids"
import { type Money, toMinor } from "#core/money"
import { addDays, type PlainDate } from "#core/time"
import { agreedValue } from "#modules/agreements"
import { measuredSum } from "#modules/measurements"
import { sql } from "#platform/database"
import type { WorkspaceTx } from "#platform/tx"
import { revenueWindowDays } from "#rules/portfolio"
import { atStake, type Thing } from "./rules.ts"

/** The person who asks; Keelson itself puts nothing off. */
const me = ({ actor }: WorkspaceTx): string => actor.userId ?? ""

/** What the reader has put off and is not back yet. */
export const snoozesOf = async (tx: WorkspaceTx) => {
  const rows = await tx.db
    .selectFrom("snooze")
    .select(["list", "thingId", "untilOn"])
    .where("workspaceId", "=", tx.actor.workspaceId)
    .where("userId", "=", me(tx))
    .where("untilOn", ">", tx.today)
    .orderBy("untilOn")
    .orderBy("thingId")
    .execute()
  return rows.map(({ list, thingId, untilOn }) => ({ list, id: thingId, until: untilOn }))
}

/** Puts things off, further or less far than before; what has come back is forgotten with it. */
export const saveSnoozes = async (tx: WorkspaceTx, things: readonly Thing[], until: PlainDate): Promise<void> => {
  const own = { workspaceId: tx.actor.workspaceId, userId: me(tx) }
  await tx.db
    .deleteFrom("snooze")
    .where("workspaceId", "=", own.workspaceId)
    .where("userId", "=", own.userId)
    .where("untilOn", "<=", tx.today)
    .execute()
  const once = new Map(things.map((each) => [`${each.list} ${each.id}`, each]))
  await tx.db
    .insertInto("snooze")
    .values([...once.values()].map(({ list, id }) => ({ ...own, list, thingId: id, untilOn: until })))
    .onConflict((conflict) =>
      conflict.columns(["workspaceId", "userId", "list", "thingId"]).doUpdateSet({ untilOn: until }),
    )
    .execute()
}

export const deleteSnoozes = async (tx: WorkspaceTx, things: readonly Thing[]): Promise<void> => {
  await tx.db
    .deleteFrom("snooze")
    .where("workspaceId", "=", tx.actor.workspaceId)
    .where("userId", "=", me(tx))
    .where(({ eb, or, and }) => or(things.map(({ list, id }) => and([eb("list", "=", list), eb("thingId", "=", id)]))))
    .execute()
}

type AtStake = Readonly<{
  partnershipId: Id
  owner: Readonly<{ name: string; isSelf: boolean }> | null
  revenue: Money | null
  agreed: Money | null
}>

/** Whose these partnerships are, and the revenue of the last year in each; where none was measured, what was agreed. */
export const partnersAtStake = async (tx: WorkspaceTx, ids: readonly Id[]): Promise<AtStake[]> => {
  if (ids.length === 0) return []
  const { actor, today } = tx
  const revenue = measuredSum(actor.workspaceId, sql.ref("p.id"), "revenue", addDays(today, -revenueWindowDays))
  const { rows } = await sql<Row>`
    select p.id, p.currency, ${revenue} as revenue, ${agreedValue(actor.workspaceId, sql.ref("p.id"))} as agreed, m.name as owner_name, m.user_id as owner_id
    from partnership p left join member m on m.workspace_id = ${actor.workspaceId} and m.id = p.owner_id
    where p.workspace_id = ${actor.workspaceId} and p.id = any(${ids}::uuid[])`.execute(tx.db)
  return rows.map(({ id, currency, revenue: amount, agreed, ownerName, ownerId }) => ({
    partnershipId: id,
    owner: ownerName === null ? null : { name: ownerName, isSelf: ownerId === actor.userId },
    ...atStake(moneyOf(amount, currency), agreed),
  }))
}

const moneyOf = (amount: number | null, currency: string): Money | null => {
  const amountMinor = amount === null ? undefined : toMinor(amount, currency)
  return amountMinor === undefined ? null : { amountMinor, currency }
}

type Row = Readonly<{
  id: Id
  currency: string
  revenue: number | null
  agreed: Money | null
  ownerName: string | null
  ownerId: string | null
}>
