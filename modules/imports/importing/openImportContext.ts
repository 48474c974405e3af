import type { Remarks } from "#core/importable/remark"
import { findWorkspace } from "#modules/workspaces"
import { idBatch } from "#platform/id-batch"
import type { ImportContext } from "#platform/importable"
import type { WorkspaceTx } from "#platform/tx"
import type { RunOptions } from "../rules.ts"
import type { Bulk } from "../store.ts"

/** What the recorders of one run work with: the import's options, its rows on their way, and what they look up once. */
export const openImportContext = async (
  tx: WorkspaceTx,
  options: RunOptions,
  { add }: Pick<Bulk, "add">,
  remarks: Remarks,
  covers: ImportContext["covers"] = () => {},
): Promise<ImportContext> => {
  const opened = new Map<unknown, Promise<unknown>>()
  const context: ImportContext = {
    tx,
    options,
    today: tx.today,
    currency: options.currency ?? (await currencyOf(tx)),
    remarks,
    covers,
    newId: idBatch(),
    add,
    shared: <T>(open: (context: ImportContext) => Promise<T>) => {
      const found = opened.get(open) ?? open(context)
      opened.set(open, found)
      return found as Promise<T>
    },
  }
  return context
}

const currencyOf = async (tx: WorkspaceTx): Promise<string> => {
  const workspace = await findWorkspace(tx)
  if (!workspace) throw new TypeError("an import runs in a workspace")
  return workspace.currency
}
