import type { Id } from "#core/ids"
import { periodEnd } from "#core/periods"
import { addDays, type PlainDate, startOfDayIn } from "#core/time"
import { listMembers } from "#modules/workspaces"
import type { DemoChapter } from "#platform/demo"
import { newId } from "#platform/ids"
import type { Say } from "#platform/texts"
import type { WorkspaceTx } from "#platform/tx"
import type { PartnershipType } from "#rules/partnerships"
import { stories, type Told } from "./demoStories.ts"
import { diligenceAsked, evidenceAccepted, evidenceReceived, evidenceRefused } from "./events.ts"
import { readyList } from "./ready.ts"
import { itemOf } from "./rules.ts"
import * as store from "./store.ts"

type Company = Readonly<{
  organizationId: Id
  name: string
  type: PartnershipType
  ownerId: Id
  today: PlainDate
  say: Say
}>

/** What the story tells of a company: asked for everything its type is asked for, and given what is told. */
export const tellDiligence = async (tx: WorkspaceTx, company: Company): Promise<void> => {
  const story = stories[company.name]
  if (!story) return
  const { organizationId, name, ownerId, type } = company
  const reviewers = (await listMembers(tx)).filter((each) => each.deactivatedAt === null && each.id !== ownerId)
  const reviewerId = reviewers.find(({ role }) => role === "admin" || role === "partner_manager")?.id ?? ownerId
  const at = momentsOf(tx, company.today)
  const asked = readyList(type, company.say)
  const made = await store.items.insertAll(
    tx,
    asked.map((each) => ({
      ...{
        ...each,
        id: newId(),
        organizationId,
        ownerId,
        createdAt: at(story.askedDays),
        updatedAt: at(story.askedDays),
      },
    })),
  )
  for (const item of made) {
    const occurredAt = at(story.askedDays)
    await tx.record(diligenceAsked, { subjectId: item.id, payload: { name, kind: item.kind }, occurredAt })
    await giveAll(tx, item, story.given[item.kind] ?? [], { ...company, reviewerId })
  }
}

const momentsOf =
  ({ actor }: WorkspaceTx, today: PlainDate) =>
  (days: number) =>
    startOfDayIn(actor.timeZone, addDays(today, -days))

const giveAll = async (
  tx: WorkspaceTx,
  item: store.ItemRow,
  told: readonly Told[],
  { name, ownerId, today, reviewerId }: Company & Readonly<{ reviewerId: Id }>,
): Promise<void> => {
  const at = momentsOf(tx, today)
  for (const [place, { days, lastInDays, state = "accepted", check, review = null, ...said }] of told.entries()) {
    const issuedOn = addDays(today, -days)
    const usual = item.months === null ? null : periodEnd(issuedOn, item.months)
    const settled = { reviewedBy: reviewerId, reviewedAt: at(days - 1), review, state }
    const round = await store.rounds.insert(tx, {
      ...{ id: newId(), itemId: item.id, number: place + 1, ...said, issuedOn: check ? null : issuedOn },
      ...{ validThrough: lastInDays === undefined ? usual : addDays(today, lastInDays), givenBy: ownerId },
      ...(check ? { ...check, checkedOn: issuedOn } : {}),
      ...{ givenAt: at(days), ...(state === "received" ? {} : settled) },
    })
    const payload = { name, kind: item.kind, round: round.number, result: round.checkResult }
    await tx.record(evidenceReceived, { subjectId: item.id, payload, occurredAt: at(days) })
    const reviewed = { subjectId: item.id, occurredAt: at(days - 1) }
    if (state === "accepted") await tx.record(evidenceAccepted, { ...reviewed, payload: { ...payload, why: review } })
    if (state === "refused")
      await tx.record(evidenceRefused, { ...reviewed, payload: { ...payload, why: review ?? "" } })
  }
  if (told.length > 0) await store.items.save(tx, item.id, itemOf(await store.roundsOf(tx, [item.id]), item.remindDays))
}

const ofPartner: DemoChapter = (tx, { organizationId, name, type, owner, today, say }) =>
  tellDiligence(tx, { organizationId, name, type: type as PartnershipType, ownerId: owner.memberId, today, say })

export const demo = [ofPartner]
