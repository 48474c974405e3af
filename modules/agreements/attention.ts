import { findWorkspace } from "#modules/workspaces"
import type { Whose } from "#platform/attention"
import { attention } from "#platform/attention"
import { workdaysOf } from "#platform/business-calendar"
import type { WorkspaceTx } from "#platform/tx"
import { endingsNear, noticesNear } from "./contract.ts"
import { noticeOn } from "./rules.ts"
import { deadlines } from "./store.ts"

const near = async (tx: WorkspaceTx, whose: Whose, which: "notice" | "ending") => {
  const [workspace, rows] = await Promise.all([findWorkspace(tx), deadlines(tx, whose, which, 20)])
  const isWorkday = workdaysOf(workspace?.country)
  return { items: rows.map((row) => ({ ...row, noticeOn: noticeOn(row, isWorkday) ?? null })), counts: {} }
}

/** Agreements whose notice day or last day is near. */
export const attentions = [
  attention(noticesNear, (tx, whose) => near(tx, whose, "notice")),
  attention(endingsNear, (tx, whose) => near(tx, whose, "ending")),
]
