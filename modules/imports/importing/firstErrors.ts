import type { WorkspaceTx } from "#platform/tx"
import type { Catalogue } from "../catalogue.ts"
import { findErrors, type Run } from "../store.ts"
import { rowErrorsOf } from "../views.ts"

/** The first rows that were not taken, each with its reasons in words. */
export const firstErrors = async (tx: WorkspaceTx, { reasons }: Catalogue, { id }: Run, limit: number) =>
  rowErrorsOf(await findErrors(tx, id, 0, limit), reasons)
