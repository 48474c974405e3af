import { findWorkspace } from "#modules/workspaces"
import type { WorkspaceTx } from "#platform/tx"

/** The currency in which conditions speak of money. */
export const currencyOf = async (tx: WorkspaceTx): Promise<string> => (await findWorkspace(tx))?.currency ?? ""
