import type { System } from "#core/actor"
import { memberNow } from "#modules/workspaces"
import { refuseChanged } from "#platform/access"
import type { Tx } from "#platform/tx"
import { mayImport, mayUndoImport } from "../policy.ts"
import type { Run } from "../store.ts"
import { UnusableFile } from "./unusableFile.ts"

/** Whoever asked must still be allowed to, while it is done and not only when it was asked: somebody removed writes nothing more. */
export const refuseWithoutRights = async (tx: Tx<System>, run: Run) => {
  const { userId } = tx.actor
  if (userId === undefined) return undefined
  const asker = await memberNow(tx, userId)
  const may = asker && (run.state === "undoing" ? mayUndoImport(asker, run) : mayImport(asker))
  if (asker === undefined || may !== true) throw new UnusableFile("asker-may-not")
  return asker
}

/** The same at the end: from here on a removal waits until all is written, and one that came before it is heard. */
export const holdRights = async (tx: Tx<System>, run: Run): Promise<void> => {
  const asker = await refuseWithoutRights(tx, run)
  if (asker) await refuseChanged({ ...tx, actor: asker }, undefined)
}
