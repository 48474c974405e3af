import { abilityOf } from "#core/ability"
import type { Id } from "#core/ids"
import { isRefusal, type Refusal, refuse } from "#core/refusal"
import { addDays, startOfDayIn } from "#core/time"
import { lastWorkday } from "#core/workdays"
import { waitsForApproval } from "#modules/approvals"
import { companyNames } from "#modules/partnerships"
import { findWorkspace } from "#modules/workspaces"
import { workdaysOf } from "#platform/business-calendar"
import type { Row } from "#platform/table"
import type { WorkspaceTx } from "#platform/tx"
import type { NoticeState, NoticeView } from "../contract.ts"
import { todayOf } from "../noticeReckoner.ts"
import { mayEditAgreements, mayGiveNotice } from "../policy.ts"
import { decideNotice, decideOpen, nextExits } from "../rules.ts"
import * as store from "../store.ts"

type Agreement = Row<typeof store.agreements>
type NameOf = (partnershipId: Id, partyId: Id) => string | null

/** The act that may have to be approved: one's own notice. */
export const noticeKind = "agreement.notice"

/** How many days on which it can be ended are listed. */
const exitsShown = 4

export const noticeView = ({ actor }: WorkspaceTx, row: store.NoticeRow, nameOf: NameOf): NoticeView => {
  const { id, partnershipId, partyId, givenOn, receivedOn, countsOn, endsOn, reason, recordedAt } = row
  const { beforeEndsOn, withdrawnAt, withdrawnBecause } = row
  return {
    ...{ id, partyId, partyName: nameOf(partnershipId, partyId) },
    givenBySide: partyId === actor.workspaceId ? "host" : "partner",
    ...{ givenOn, receivedOn, countsOn, endsOn, reason, recordedAt, withdrawnAt, withdrawnBecause },
    takesBack: beforeEndsOn !== null && beforeEndsOn > endsOn ? beforeEndsOn : null,
  }
}

/** Why notice of that day would end nothing, and from or to which day it would. */
const whyNot = ({ refusal, detail }: Refusal<string>): NonNullable<NoticeState["wouldNot"]> => ({
  code: refusal,
  endsOn: typeof detail?.["endsOn"] === "string" ? detail["endsOn"] : null,
  opensOn: typeof detail?.["opensOn"] === "string" ? detail["opensOn"] : null,
})

/** When an agreement can be ended, and the notices there were. */
export const noticeState = async (tx: WorkspaceTx, agreement: Agreement, countsOn?: string): Promise<NoticeState> => {
  const timeZone = agreement.timeZone ?? tx.actor.timeZone
  const today = todayOf(tx, agreement)
  const isWorkday = workdaysOf((await findWorkspace(tx))?.country)
  const given = await store.noticesOf(tx, agreement.id)
  const nameOf = await companyNames(tx, [agreement.partnershipId])
  // What waits to be approved is the host's own affair.
  const isAsked = tx.actor.side === "host" && (await waitsForApproval(tx, noticeKind, [agreement.id])).has(agreement.id)
  const standing = given.find(({ withdrawnAt }) => withdrawnAt === null)
  const asked = { ...agreement, isNoticeStanding: standing !== undefined }
  const decided = decideNotice(asked, { countsOn: countsOn ?? today, today })
  const open = decideOpen(agreement)
  const free = open === true && standing ? refuse("notice-stands") : open
  const mine = free === true && isAsked ? refuse("approval-waits") : free
  return {
    ...{ agreementId: agreement.id, timeZone, today, counts: agreement.noticeCounts ?? "received" },
    would: isRefusal(decided) ? null : { countsOn: countsOn ?? today, endsOn: decided.endsOn },
    wouldNot: isRefusal(decided) ? whyNot(decided) : null,
    exits:
      open === true && standing === undefined
        ? nextExits(agreement, today, exitsShown).map(({ endsOn, lastOn }) => ({
            ...{ endsOn, lastOn, actBy: lastWorkday(lastOn, isWorkday) },
            closesAt: startOfDayIn(timeZone, addDays(lastOn, 1)),
          }))
        : [],
    isAsked,
    given: given.map((row) => noticeView(tx, row, nameOf)),
    abilities: {
      give: abilityOf(mayGiveNotice(tx.actor), mine),
      withdraw: abilityOf(mayEditAgreements(tx.actor), open === true && !standing ? refuse("no-notice-stands") : open),
      recordOthers: abilityOf(mayEditAgreements(tx.actor), free),
    },
  }
}
