import { boolean, text } from "#core/expression/types"
import { isRefusal, refuse } from "#core/refusal"
import { findPartnership } from "#modules/partnerships"
import type { Approvable } from "#platform/approvable"
import type { WorkspaceTx } from "#platform/tx"
import { partnershipTypes } from "#rules/partnerships"
import { appealKind, appealSubject, appealTermsOf } from "./appeals.ts"
import { evaluate, evaluatedProgram, giveBack, knownOf } from "./evaluate.ts"
import { appealRefused, appealUpheld } from "./events.ts"
import { decideOpenAppeal, decideUpheld, versionOn } from "./rules.ts"
import * as store from "./store.ts"

const lockBoth = async (tx: WorkspaceTx, appealId: string) => {
  const known = await store.appeals.find(tx, appealId)
  // The enrolment first, as who evaluates locks it first.
  const enrolment = known && (await store.enrolments.lock(tx, known.enrolmentId))
  const appeal = enrolment && (await store.appeals.lock(tx, appealId))
  return appeal && { appeal, enrolment }
}

/** That a partner is given back a tier that it lost, or keeps one that is no longer met: decided by others than who decided before. */
export const tierAppeal: Approvable = {
  kind: appealKind,
  subjectKind: appealSubject,
  variables: () => ({
    ...{ program: text, tier: text, isLost: boolean, region: text },
    type: { kind: "choice", of: partnershipTypes },
  }),
  facts: async (tx, id) => {
    const appeal = await store.appeals.find(tx, id)
    const partnership = appeal && (await findPartnership(tx, appeal.partnershipId))
    if (!appeal || !partnership) return {}
    const enrolment = await store.enrolments.find(tx, appeal.enrolmentId)
    const { type, region } = partnership
    const { program, tier, tierName } = appeal
    return { ...{ program, tier: tierName, type, region }, isLost: enrolment !== undefined && enrolment.tier !== tier }
  },
  read: async (tx, id) => {
    const appeal = await store.appeals.find(tx, id)
    if (!appeal) return undefined
    const { partnershipId, program, tierName, words, evaluationId } = appeal
    return { partnershipId, title: `${program}: ${tierName}`, amount: null, content: { evaluationId, words } }
  },
  carryOut: async (tx, id) => {
    const locked = await lockBoth(tx, id)
    if (!locked) return { refusal: "not-found" }
    const { appeal, enrolment } = locked
    const open = decideOpenAppeal(appeal)
    if (isRefusal(open)) return open
    if (enrolment.endedOn !== null) return refuse("enrolment-ended")
    const evaluated = await evaluatedProgram(tx, enrolment.programId)
    const tiers = versionOn(evaluated.versions, tx.today)?.terms.tiers ?? []
    const terms = appealTermsOf(enrolment.standing)
    const given = decideUpheld(appeal, { tiers, terms, today: tx.today })
    if (isRefusal(given)) return given
    const factsOf = await knownOf(tx, evaluated, [enrolment])
    await giveBack(tx, evaluated, enrolment, { ...given, facts: factsOf(enrolment) })
    const { keptUntil } = given
    await store.appeals.save(tx, id, { state: "upheld", closedAt: tx.now, keptUntil })
    const { partnershipId, program, tierName } = appeal
    await tx.record(appealUpheld, { subjectId: id, partnershipId, payload: { program, tier: tierName, keptUntil } })
    return true
  },
  rejected: async (tx, id, reason) => {
    const locked = await lockBoth(tx, id)
    if (locked?.appeal.state !== "open") return
    const { appeal, enrolment } = locked
    await store.appeals.save(tx, id, { state: "refused", closedAt: tx.now, answer: reason })
    const { partnershipId, program, tierName } = appeal
    await tx.record(appealRefused, { subjectId: id, partnershipId, payload: { program, tier: tierName } })
    // What it held up is decided now, by how it stood at the end of the grace.
    if (enrolment.endedOn !== null || enrolment.graceUntil === null || tx.today <= enrolment.graceUntil) return
    const evaluated = await evaluatedProgram(tx, enrolment.programId)
    const factsOf = await knownOf(tx, evaluated, [enrolment])
    await evaluate(tx, evaluated, enrolment, factsOf(enrolment))
  },
}
