import { voidApprovals } from "#modules/approvals"
import { endCommitmentsOf, moveCommitmentsEnd } from "#modules/commitments"
import type { Row } from "#platform/table"
import type { WorkspaceTx } from "#platform/tx"
import { noticeReckoner } from "../noticeReckoner.ts"
import { renewalsUpTo } from "../rules.ts"
import * as store from "../store.ts"

type Agreement = Row<typeof store.agreements>

/**
 * Ends the agreement on the day its notice says: nothing falls due after it, and no other day of notice is waited for. A renewal that
 * would not have come is taken back, and one that comes before that day is known already.
 */
export const heedNotice = async (tx: WorkspaceTx, agreement: Agreement, notice: store.NoticeRow): Promise<void> => {
  const { id, endsOn: before, firstEndsOn } = agreement
  const { endsOn } = notice
  const renewed = renewalsUpTo(agreement, endsOn)
  await store.agreements.save(tx, id, {
    ...{ endsOn, lastNoticeOn: null, noticeOn: null },
    ...{ renewed, firstEndsOn: renewed === 0 ? null : (firstEndsOn ?? before) },
  })
  await store.notices.save(tx, notice.id, { heededAt: tx.now })
  if (before !== null && before < endsOn) await moveCommitmentsEnd(tx, id, before, endsOn)
  else await endCommitmentsOf(tx, id, endsOn)
}

/** The agreement runs again as it did before the notice, or to the end that was agreed since. */
export const unheedNotice = async (tx: WorkspaceTx, agreement: Agreement, notice: store.NoticeRow): Promise<void> => {
  const isAsItLeftIt = agreement.endsOn === notice.endsOn
  const before = isAsItLeftIt
    ? { endsOn: notice.beforeEndsOn, firstEndsOn: notice.beforeFirstEndsOn, renewed: notice.beforeRenewed }
    : { endsOn: agreement.endsOn, firstEndsOn: agreement.firstEndsOn, renewed: agreement.renewed }
  const days = (await noticeReckoner(tx))({ ...agreement, ...before })
  await store.agreements.save(tx, agreement.id, { ...before, ...days })
  await moveCommitmentsEnd(tx, agreement.id, notice.endsOn, before.endsOn)
  await voidApprovals(tx, "agreement", agreement.id)
}
