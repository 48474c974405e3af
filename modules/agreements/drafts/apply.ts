import type { Id } from "#core/ids"
import { isRefusal, refuse } from "#core/refusal"
import { voidApprovals } from "#modules/approvals"
import { amendCommitments, moveCommitmentsEnd } from "#modules/commitments"
import { amendObjectives } from "#modules/objectives"
import { orNull, type Row } from "#platform/table"
import type { WorkspaceTx } from "#platform/tx"
import type { Parties } from "#rules/partnerships"
import { agreementAmended } from "../events.ts"
import { noticeReckoner } from "../noticeReckoner.ts"
import type { Content } from "../rules.ts"
import {
  changesBetween,
  countChanges,
  decideFirstDay,
  decideLines,
  decideOpen,
  decideParties,
  decideStillFits,
  renamed,
  termOf,
} from "../rules.ts"
import * as store from "../store.ts"
import { contentOf, following } from "./content.ts"
import { hasOtherWords } from "./versions.ts"

const partFields = ["periods", "partial", "firstAmount", "lastAmount"] as const
type Agreement = Row<typeof store.agreements>

/** Whether the amendment may still be carried out, on this agreement as it is today. */
const decideAmendment = async (tx: WorkspaceTx, draft: store.DraftRow, agreement: Agreement) => {
  const open = decideOpen(agreement)
  if (isRefusal(open)) return open
  if (draft.base === null) throw new Error("an amendment knows what it amends")
  const changes = changesBetween(draft.base, draft.content)
  if (countChanges(changes) === 0 && !(await hasOtherWords(tx, draft))) return refuse("nothing-amended")
  const first = decideFirstDay(draft.kind, changes)
  if (isRefusal(first)) return first
  const fits = decideStillFits(changes, changesBetween(draft.base, await contentOf(tx, agreement)))
  return isRefusal(fits) ? fits : changes
}

/** What an amendment makes of the agreement as it is today, and of which party, or why it cannot be carried out. Writes nothing. */
export const decideApplicable = async (
  tx: WorkspaceTx,
  draft: store.DraftRow,
  agreement: Agreement,
  parties: Parties,
) => {
  const changes = await decideAmendment(tx, draft, agreement)
  if (isRefusal(changes)) return changes
  const { content, kind } = draft
  const follow = following(draft.base ?? content, content)
  // A goal that a change adds counts from the day of the change, where it says no other.
  const begun = (line: Content["objectives"][number]) =>
    kind === "change" && draft.validFrom !== null ? { ...line, startsOn: line.startsOn ?? draft.validFrom } : line
  const lines = {
    objectives: [...changes.objectives.changed.map(({ after }) => after), ...changes.objectives.added.map(begun)],
    commitments: [...changes.commitments.changed.map(({ after }) => follow(after)), ...changes.commitments.added],
  }
  const dated = decideLines(content, lines)
  if (isRefusal(dated)) return dated
  const owned = decideParties(parties, dated)
  return isRefusal(owned) ? owned : { changes, owned }
}

/**
 * Carries an amendment out today. A correction says the agreement as it should have been entered; a change ends what was promised
 * until yesterday and begins what is promised from now on. What fell due stays as it was promised on its day.
 */
export const applyAmendment = async (
  tx: WorkspaceTx,
  draft: store.DraftRow,
  agreement: Agreement,
  parties: Parties,
  isBackwards = false,
) => {
  const applicable = await decideApplicable(tx, draft, agreement, parties)
  if (isRefusal(applicable)) return applicable
  const { changes, owned } = applicable
  const { content, kind } = draft

  await saveTerm(tx, agreement, changes, content, kind === "change")
  const of = { partnershipId: agreement.partnershipId, agreementId: agreement.id }
  const promises = owned.commitments.map(({ id, ...line }) => ({
    id,
    line: orNull(line, ["clause", "clauseKey", "amount", "unit", ...partFields, "withinHours", "answers", "endsOn"]),
  }))
  const goals = owned.objectives.map(({ id, ...line }) => ({
    id,
    line: {
      ...orNull(line, ["clause", "clauseKey", "hostOwnerId", "partnerOwnerId", "partyId", "reading"]),
      endsOn: line.endsOn ?? content.startsOn,
    },
  }))
  const split = <L>(
    all: readonly Readonly<{ id?: string | undefined; line: L }>[],
    removed: readonly Readonly<{ id?: string | undefined }>[],
  ) => {
    const said = all.flatMap(({ id, line }) => (id === undefined ? [] : [{ id, line }]))
    return {
      ended: removed.flatMap(({ id }) => (id === undefined ? [] : [id])),
      corrected: kind === "change" ? [] : said,
      replaced: kind === "change" ? said : [],
      entered: all.flatMap(({ id, line }) => (id === undefined ? [line] : [])),
    }
  }
  const promised = split(promises, changes.commitments.removed)
  const from = kind === "change" ? (draft.validFrom ?? tx.today) : null
  const promisesNow = await amendCommitments(tx, of, { from, isBackwards, ...promised })
  const goalsNow = await amendObjectives(tx, of, { from, ...split(goals, changes.objectives.removed) })
  await renameLines(tx, draft, new Map([...promisesNow, ...goalsNow]))
  await voidApprovals(tx, "agreement", agreement.id)
  const { reason, validFrom, signedOn } = draft
  const asRecord = (which: "before" | "after") =>
    Object.fromEntries(changes.term.map((each) => [each.field, each[which]]))
  const count = ({ added, removed, changed }: typeof changes.objectives | typeof changes.commitments) =>
    added.length + removed.length + changed.length
  await tx.record(agreementAmended, {
    subjectId: agreement.id,
    partnershipId: agreement.partnershipId,
    payload: {
      ...{ title: content.title, kind, reason, validFrom, signedOn },
      ...{ before: asRecord("before"), after: asRecord("after") },
      ...{ objectives: count(changes.objectives), commitments: count(changes.commitments) },
      ...(isBackwards ? { isBackwards } : {}),
    },
  })
  return true
}

/** Other amendments that are being written, or wait for their day, name the lines by the ids that they have from now on. */
const renameLines = async (tx: WorkspaceTx, { id, agreementId }: store.DraftRow, ids: ReadonlyMap<Id, Id>) => {
  for (const other of await store.openAmendmentsOf(tx, agreementId ?? "")) {
    if (other.id === id || other.base === null) continue
    await store.saveDraft(tx, other.id, { content: renamed(other.content, ids), base: renamed(other.base, ids) })
  }
}

/** A term that is said anew is one as it was signed, and renews from there. */
export const asSigned = ({ renewed, firstEndsOn }: Agreement, isSaidAnew: boolean) =>
  isSaidAnew ? { renewed: 0, firstEndsOn: null } : { renewed, firstEndsOn }

/** Of the term, what the amendment changes and nothing else. */
const saveTerm = async (
  tx: WorkspaceTx,
  before: Agreement,
  { term }: Readonly<{ term: readonly Readonly<{ field: string }>[] }>,
  content: Content,
  isAgreed: boolean,
): Promise<void> => {
  const isChanged = (field: keyof Content) => term.some((each) => each.field === field)
  const { value } = content
  const after = {
    title: isChanged("title") ? content.title : before.title,
    startsOn: isChanged("startsOn") ? content.startsOn : before.startsOn,
    endsOn: isChanged("endsOn") ? (content.endsOn ?? null) : before.endsOn,
    autoRenews: isChanged("autoRenews") ? content.autoRenews : before.autoRenews,
    ...termOf(before),
    ...Object.fromEntries(Object.entries(termOf(content)).filter(([field]) => isChanged(field as keyof Content))),
    ...asSigned(before, isChanged("endsOn") || isChanged("startsOn")),
  }
  const isNoticeStanding = (await store.standingNotice(tx, before.id)) !== undefined
  await store.agreements.save(tx, before.id, {
    ...after,
    ...(isChanged("value")
      ? { valueMinor: value?.amountMinor ?? null, currency: value?.currency ?? before.currency }
      : {}),
    ...(await noticeReckoner(tx))(after, isNoticeStanding),
    ...(isAgreed ? { state: "amended" } : {}),
  })
  if (after.endsOn !== before.endsOn) await moveCommitmentsEnd(tx, before.id, before.endsOn, after.endsOn)
}
