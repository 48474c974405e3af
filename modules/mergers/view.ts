import { abilityOf } from "#core/ability"
import type { WorkspaceActor } from "#core/actor"
import type { Id } from "#core/ids"
import type { WorkspaceTx } from "#platform/tx"
import type { Merger } from "./contract.ts"
import { mayMerge } from "./policy.ts"
import { decideUndo } from "./rules.ts"
import * as store from "./store.ts"

/** What the host's people see of a merger. */
export const mergerFor = (
  actor: WorkspaceActor,
  { formerId, formerName, nextId, nextName, ...row }: store.ToldMerger,
  moved: readonly store.Counted[],
): Merger => ({
  ...row,
  kind: row.kind as Merger["kind"],
  former: { id: formerId, name: formerName },
  next: { id: nextId, name: nextName },
  moved: [...moved],
  abilities: { undo: abilityOf(mayMerge(actor), decideUndo(row, true, undefined)) },
})

/** The same as an act left it. */
export const toldMerger = async (tx: WorkspaceTx, id: Id): Promise<Merger> =>
  mergerFor(tx.actor, await store.tellMerger(tx, id), (await store.countMoves(tx, [id])).get(id) ?? [])
