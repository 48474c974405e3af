import type { PlainDate } from "#core/time"
import { findWorkspace } from "#modules/workspaces"
import { workdaysOf } from "#platform/business-calendar"
import type { WorkspaceTx } from "#platform/tx"
import { noticeOn } from "./rules.ts"

type Term = Parameters<typeof noticeOn>[0]

/** Reckons notice days by the workspace's calendar. Whoever writes a last day or a notice period writes the notice day with it. */
export const noticeReckoner = async (tx: WorkspaceTx): Promise<(term: Term) => PlainDate | null> => {
  const isWorkday = workdaysOf((await findWorkspace(tx))?.country)
  return (term) => noticeOn(term, isWorkday) ?? null
}
