import type { Keeper } from "#platform/belongings"
import { newId } from "#platform/ids"
import type { WorkspaceTx } from "#platform/tx"
import { erasureAsked } from "./events.ts"
import { idsOf, personIds, personKinds } from "./rules.ts"
import { type ErasureRow, erasures, type KnownPerson } from "./store.ts"
import { carryOut } from "./tasks.ts"

type Person = readonly KnownPerson[]

/** The members they are, as what they look after names them. */
export const keepersOf = (person: Person): readonly Keeper[] =>
  person.flatMap(({ kind, id, userId, name }) =>
    kind === "member" && userId !== null ? [{ memberId: id, userId, name }] : [],
  )

const countBy = (person: Person): Record<string, number> =>
  Object.fromEntries(
    personKinds.map((kind) => [kind, idsOf(person, kind).length] as const).filter(([, rows]) => rows > 0),
  )

/** Writes down who is to be erased, by ids, and queues it in the same transaction. */
export const beginErasure = async (
  tx: WorkspaceTx,
  person: Person,
  { askedBy, handedOver }: Readonly<{ askedBy: string | null; handedOver: Readonly<Record<string, number>> }>,
): Promise<ErasureRow> => {
  const { userIds, memberIds, partnerUserIds, contactIds } = personIds(person)
  const ids = {
    ...{ userIds: [...userIds], memberIds: [...memberIds] },
    ...{ partnerUserIds: [...partnerUserIds], contactIds: [...contactIds] },
  }
  const row = await erasures.insert(tx, { id: newId(), ...ids, askedBy })
  await tx.record(erasureAsked, { subjectId: row.id, payload: { known: countBy(person), handedOver } })
  await tx.enqueue(carryOut, { workspaceId: tx.actor.workspaceId, erasureId: row.id })
  return row
}
