import { isRefusal } from "#core/refusal"
import { action, nothing } from "#platform/action"
import type { Approvable } from "#platform/approvable"
import { newId } from "#platform/ids"
import type { WorkspaceTx } from "#platform/tx"
import { closeApproval } from "./asking.ts"
import * as contract from "./contract.ts"
import { deputies } from "./deputies.ts"
import { approvalAnswered } from "./events.ts"
import { goOn } from "./goingOn.ts"
import { hashOfState } from "./hashOf.ts"
import { mayAnswer, mayReadApprovals, mayWithdraw } from "./policy.ts"
import { rules } from "./ruleActions.ts"
import { administrators, decideAnswer, decideEdition, decideOpen, openSeatsOf } from "./rules.ts"
import { nameOf, readScene, seatsNow } from "./scene.ts"
import * as store from "./store.ts"
import { approvalView, approvalViews } from "./view.ts"

const list = action(contract.listApprovals, {
  load: nothing,
  may: mayReadApprovals,
  act: async ({ tx }, _nothing, filter) => {
    const { items, next } = await store.listApprovals(tx, filter)
    return { items: await approvalViews(tx, items), next }
  },
})

const get = action(contract.getApproval, {
  load: (tx, { approval }) => store.findApproval(tx, approval),
  may: mayReadApprovals,
  act: ({ tx }, row) => approvalView(tx, row),
})

/** What would be approved now, said as it was said when it was asked for, and of a text which version that is. */
const subjectNow = async (tx: WorkspaceTx, approvables: readonly Approvable[], row: store.ApprovalRow) => {
  const subject = await approvables.find(({ kind }) => kind === row.kind)?.read(tx, row.subjectId)
  return { hash: subject ? hashOfState(subject, row.intent) : "", number: subject?.edition?.number }
}

const answer = action(contract.answerApproval, {
  load: async (tx, { approval }) => {
    const row = await store.lockApproval(tx, approval)
    if (!row) return undefined
    const scene = await readScene(tx, [row])
    const given = (await store.answersTo(tx, [row.id])).filter(({ step }) => step === row.step)
    return { row, scene, openSeats: openSeatsOf(tx.actor.userId ?? "", seatsNow(tx, scene, row), given) }
  },
  // What is over is told so by the rule.
  may: (actor, { row, openSeats }) =>
    row.state === "waiting" ? mayAnswer(actor, row, openSeats) : mayReadApprovals(actor),
  act: async ({ tx, actor, platform }, { row, scene, openSeats }, { decision, reason, hash }) => {
    const { approvables } = platform.contributed
    const now = await subjectNow(tx, approvables, row)
    const newest = decideEdition(row.intent["number"], now.number)
    if (isRefusal(newest)) return newest
    const decided = decideAnswer(row, { decision, reason, seen: hash, now: now.hash })
    if (isRefusal(decided)) return decided
    const userId = actor.userId ?? ""
    const holders = openSeats.map(({ holder }) => holder)
    const name = nameOf(scene, userId) ?? ""
    const standsFor = holders
      .map((holder) => (holder === administrators ? name : (nameOf(scene, holder) ?? "")))
      .join(", ")
    await store.insertAnswer(tx, {
      ...{
        id: newId(),
        approvalId: row.id,
        step: row.step,
        userId,
        name,
        standsFor: holders,
        standsForNames: standsFor,
      },
      ...{ decision, reason: reason ?? null, hash },
    })
    const { kind, title, partnershipId, steps, step } = row
    await tx.record(approvalAnswered, {
      ...{ subjectId: row.id, partnershipId },
      payload: { kind, title, step: steps[step]?.name ?? "", decision, standsFor, hash, ...(reason ? { reason } : {}) },
    })
    const after = await goOn(tx, approvables, row)
    return isRefusal(after) ? after : approvalView(tx, after)
  },
})

const withdraw = action(contract.withdrawApproval, {
  load: (tx, { approval }) => store.lockApproval(tx, approval),
  may: mayWithdraw,
  act: async ({ tx, platform }, row) => {
    const open = decideOpen(row)
    if (isRefusal(open)) return open
    const { approvables } = platform.contributed
    return approvalView(tx, await closeApproval(tx, approvables, row, { state: "withdrawn" }))
  },
})

export const actions = [list, get, answer, withdraw, ...rules, ...deputies]
