import { inReadingOrder } from "#core/readingOrder"
import { isRefusal, refuse } from "#core/refusal"
import { findPartnership } from "#modules/partnerships"
import { action, whoeverSeesIt } from "#platform/action"
import { newId } from "#platform/ids"
import type { WorkspaceTx } from "#platform/tx"
import { isLive } from "#rules/partnerships"
import { settleByEnd } from "../appeals.ts"
import * as contract from "../contract.ts"
import { evaluate, evaluatedProgram, knownOf, lookAt } from "../evaluate.ts"
import { checkedByHand, enrolled, enrolmentEnded } from "../events.ts"
import { judgedNow } from "../knownNow.ts"
import { mayEditPrograms, mayReadPrograms } from "../policy.ts"
import { decideOngoing, versionOn } from "../rules.ts"
import * as store from "../store.ts"
import { comparedViews, enrolledView, evaluationViews, standingView, standingViews, tierNamed } from "../view.ts"

const lockEnrolment = (tx: WorkspaceTx, { enrolment }: Readonly<{ enrolment: string }>) =>
  store.enrolments.lock(tx, enrolment)

/** A program that ended and a partnership that left it are told apart. */
const decideOpen = (row: store.EnrolmentRow) => {
  const ongoing = decideOngoing(row)
  return isRefusal(ongoing) || row.endedOn === null ? ongoing : refuse("enrolment-ended")
}

const listIn = action(contract.listEnrolled, {
  load: (tx, { program }) => store.programs.find(tx, program),
  may: mayReadPrograms,
  act: async ({ tx }, { id }) => {
    const rows = await store.shownIn(tx, id)
    const names = await store.partnershipsOf(
      tx,
      rows.map(({ partnershipId }) => partnershipId),
    )
    return {
      items: rows
        .map((row) => enrolledView(row, names.get(row.partnershipId) ?? ""))
        .sort((one, other) => inReadingOrder(one.name, other.name)),
    }
  },
})

const listOf = action(contract.listStandings, {
  load: (tx, { partnership }) => findPartnership(tx, partnership),
  may: whoeverSeesIt,
  act: async ({ tx }, { id }) => ({ items: await standingViews(tx, await store.shownOf(tx, id)) }),
})

/** As many as three years of months: older ones are in the record, and nobody looks through them on a page. */
const mostEvaluations = 36

const get = action(contract.getEnrolment, {
  load: (tx, { enrolment }) => store.enrolments.find(tx, enrolment),
  may: whoeverSeesIt,
  act: async ({ tx }, { id }) => ({
    evaluations: await evaluationViews(tx, await store.evaluationsOf(tx, id, mostEvaluations)),
  }),
})

const knownNow = action(contract.getKnownNow, {
  load: (tx, { evaluation }) => store.findEvaluation(tx, evaluation),
  may: whoeverSeesIt,
  act: async ({ tx }, evaluation) => {
    const { evaluatedOn, standing: then } = evaluation
    const enrolment = await store.enrolments.find(tx, evaluation.enrolmentId)
    const tiers = enrolment && (await judgedNow(tx, enrolment, evaluation))
    return { evaluatedOn, currency: then.currency, tiers: tiers ? await comparedViews(tx, then.tiers, tiers) : null }
  },
})

const enrolOne = action(contract.enrol, {
  // Locked, so that two who enrol the same partnership at once make one enrolment.
  load: (tx, { program }) => store.programs.lock(tx, program),
  may: mayEditPrograms,
  act: async ({ tx, today }, program, { partnershipId, tier = null }) => {
    const ongoing = decideOngoing(program)
    if (isRefusal(ongoing)) return ongoing
    const evaluated = { program, versions: await store.versionsOf(tx, [program.id]) }
    const holds = versionOn(evaluated.versions, today)
    if (!holds) return refuse("not-in-force-yet")
    const partnership = await findPartnership(tx, partnershipId)
    if (!partnership || !isLive(partnership.stage)) return refuse("partnership-not-known", { field: "partnershipId" })
    if (program.partnershipType !== null && program.partnershipType !== partnership.type)
      return refuse("type-differs", { field: "partnershipId" })
    const given = holds.terms.tiers.find(({ key }) => key === tier)
    if (tier !== null && !given) return refuse("tier-not-known", { field: "tier" })
    if ((await store.openOf(tx, partnershipId)).some(({ programId }) => programId === program.id))
      return refuse("already-enrolled")
    if ((await store.countOpenIn(tx, program.id)) >= contract.mostEnrolled) return refuse("too-many-enrolled")
    const row = await store.enrolments.insert(tx, {
      ...{ id: newId(), programId: program.id, partnershipId, tier, tierSince: tier === null ? null : today },
    })
    const payload = { program: program.name, tier: given?.name ?? null }
    await tx.record(enrolled, { subjectId: row.id, partnershipId, payload })
    const factsOf = await knownOf(tx, evaluated, [row])
    return standingView(tx, await evaluate(tx, evaluated, row, factsOf(row)))
  },
})

const end = action(contract.endEnrolment, {
  load: lockEnrolment,
  may: mayEditPrograms,
  act: async ({ tx, today }, row) => {
    const open = decideOpen(row)
    if (isRefusal(open)) return open
    const { id, partnershipId, tier, standing } = row
    await store.enrolments.save(tx, id, { endedOn: today })
    await settleByEnd(tx, id)
    const payload = { program: standing?.program ?? "", tier: tierNamed(standing, tier) }
    await tx.record(enrolmentEnded, { subjectId: id, partnershipId, payload })
    return { endedOn: today }
  },
})

const evaluateNow = action(contract.evaluateEnrolment, {
  load: lockEnrolment,
  may: mayEditPrograms,
  act: async ({ tx }, row) => {
    const open = decideOpen(row)
    if (isRefusal(open)) return open
    const evaluated = await evaluatedProgram(tx, row.programId)
    const factsOf = await knownOf(tx, evaluated, [row])
    return standingView(tx, await evaluate(tx, evaluated, row, factsOf(row)))
  },
})

const check = action(contract.checkByHand, {
  load: lockEnrolment,
  may: mayEditPrograms,
  act: async ({ tx, today }, row, { requirement, isMet }) => {
    const open = decideOpen(row)
    if (isRefusal(open)) return open
    const evaluated = await evaluatedProgram(tx, row.programId)
    const asked = (versionOn(evaluated.versions, today)?.terms.tiers ?? [])
      .flatMap(({ requirements }) => requirements)
      .find(({ key, kind }) => key === requirement && kind === "by_hand")
    if (!asked) return refuse("not-by-hand")
    const byHand = JSON.stringify({ ...row.byHand, [requirement]: { isMet, on: today } })
    const said = await store.enrolments.save(tx, row.id, { byHand })
    const payload = { program: evaluated.program.name, what: asked.about, isMet }
    await tx.record(checkedByHand, { subjectId: row.id, partnershipId: row.partnershipId, payload })
    const factsOf = await knownOf(tx, evaluated, [said])
    return standingView(tx, await lookAt(tx, evaluated, said, factsOf(said)))
  },
})

export const enrolmentActions = [listIn, listOf, get, knownNow, enrolOne, end, evaluateNow, check]
