import { abilityOf } from "#core/ability"
import type { SaidReason } from "#core/expression/said"
import type { WorkspaceTx } from "#platform/tx"
import type { ApprovalView } from "./contract.ts"
import { mayAnswer, mayWithdraw } from "./policy.ts"
import { decideOpen, openSeatsOf, type SaidBefore } from "./rules.ts"
import { nameOf, readScene, type Scene, seatsNow } from "./scene.ts"
import * as store from "./store.ts"

/** Approvals as one member sees them, with who has answered and who may. */
export const approvalViews = async (
  tx: WorkspaceTx,
  rows: readonly store.ApprovalRow[],
  known?: Scene,
): Promise<ApprovalView[]> => {
  const ids = rows.map(({ id }) => id)
  const [scene, answers, names] = await Promise.all([
    known ?? readScene(tx, rows),
    store.answersTo(tx, ids),
    store.partnershipNames(tx, ids),
  ])
  const given = Map.groupBy(answers, ({ approvalId }) => approvalId)
  return rows.map((row) =>
    viewOf(tx, row, { scene, answers: given.get(row.id) ?? [], partnershipName: names.get(row.id) ?? "" }),
  )
}

const plainReason = ({ text, seen }: SaidReason) => ({ text, seen: seen.map((each) => ({ ...each })) })

/** Where a step stands. What has ended ended in the step it had reached, and no other comes any more. */
const standOf = ({ step, state }: store.ApprovalRow, at: number): ApprovalView["steps"][number]["stand"] => {
  if (at < step || state === "approved") return "done"
  if (state !== "waiting") return at === step ? "done" : "left"
  return at === step ? "reached" : "coming"
}

const beforeOf = ({ intent: { number }, seen }: SaidBefore) => ({
  version: typeof number === "number" ? number : null,
  seen: seen.map((each) => ({ ...each })),
})

type Around = Readonly<{ scene: Scene; answers: readonly store.AnswerRow[]; partnershipName: string }>

const viewOf = (tx: WorkspaceTx, row: store.ApprovalRow, { scene, answers, partnershipName }: Around): ApprovalView => {
  const { actor } = tx
  const { id, kind, subjectKind, subjectId, partnershipId, title, hash, state, askedAt, closedAt } = row
  const seats = seatsNow(tx, scene, row)
  const atStep = answers.filter(({ step }) => step === row.step)
  const open = openSeatsOf(actor.userId ?? "", seats, atStep)
  const waiting = new Set(
    seats.flatMap((seat) => (openSeatsOf(seat.answerers[0] ?? "", [seat], atStep).length > 0 ? seat.answerers : [])),
  )
  const isOver = state !== "waiting"
  return {
    ...{ id, kind, subjectKind, subjectId, partnershipId, partnershipName, title, hash, state, askedAt, closedAt },
    amount:
      row.amountMinor === null || row.currency === null
        ? null
        : { amountMinor: row.amountMinor, currency: row.currency },
    intent: { ...row.intent },
    askedBy: { name: row.askedByName, isSelf: row.askedBy === actor.userId, isPartner: row.askedByPartner },
    edition: row.ruleEdition,
    leftOut: row.leftOut.map(({ name, reasons }) => ({ name, reasons: reasons.map(plainReason) })),
    steps: row.steps.map(({ name, needs, because, before }, at) => ({
      ...{ name, needs },
      because: because ? { asked: because.asked, reasons: because.reasons.map(plainReason) } : null,
      before: before ? beforeOf(before) : null,
      stand: standOf(row, at),
      waitsFor: at === row.step ? [...waiting].flatMap((userId) => nameOf(scene, userId) ?? []) : [],
      answers: answers
        .filter(({ step }) => step === at)
        .map(({ name: by, standsForNames, decision, reason, answeredAt }) => ({
          ...{ name: by, standsFor: standsForNames, decision, reason, answeredAt },
        })),
    })),
    abilities: {
      answer: abilityOf(mayAnswer(actor, row, isOver ? [] : open), decideOpen(row)),
      withdraw: abilityOf(mayWithdraw(actor, row), decideOpen(row)),
    },
  }
}

export const approvalView = async (tx: WorkspaceTx, row: store.ApprovalRow): Promise<ApprovalView> => {
  const [view] = await approvalViews(tx, [row])
  if (!view) throw new Error("one row has one view")
  return view
}
