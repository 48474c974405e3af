import type { System } from "#core/actor"
import { askForPartner, voidApprovals, waitsForApproval } from "#modules/approvals"
import { eventPayload, everyWorkspace, untilDone, workspaceJob } from "#platform/jobs"
import type { Texts } from "#platform/texts"
import type { Tx } from "#platform/tx"
import { appealKind, appealSubject } from "./appeals.ts"
import { tierAppeal } from "./approvable.ts"
import { evaluate, evaluatedProgram, knownOf, lookAt } from "./evaluate.ts"
import { appealMade, appealWithdrawn } from "./events.ts"
import { isEvaluationDue, versionOn } from "./rules.ts"
import * as store from "./store.ts"

const perBatch = 100

/** One batch of those that nobody has looked at today; true while there may be more. */
const lookAtSome = async (tx: Tx<System>): Promise<boolean> => {
  const unseen = await store.lockUnseen(tx, perBatch)
  for (const [programId, rows] of Map.groupBy(unseen, (row) => row.programId)) {
    const evaluated = await evaluatedProgram(tx, programId)
    const rhythm = versionOn(evaluated.versions, tx.today)?.terms.rhythm
    if (rhythm === undefined) throw new Error("whoever is enrolled is in a program that holds")
    const factsOf = await knownOf(tx, evaluated, rows)
    for (const row of rows) {
      const isDue = isEvaluationDue({ ...row, rhythm, today: tx.today })
      await (isDue ? evaluate : lookAt)(tx, evaluated, row, factsOf(row))
    }
  }
  return unseen.length === perBatch
}

/** Each day everybody is looked at, so that progress is shown as it is; on the program's days their tier is decided. */
const turnDay = everyWorkspace({
  name: "programs.turn-day",
  cron: "25 * * * *",
  visit: async (context) => {
    await untilDone(context, lookAtSome)
    await context.transact((tx) => askOpen(tx, context.platform.texts))
  },
})

/** Asks whoever may decide an open appeal: nobody who decided what it is against. Where nobody else is there, it is asked again tomorrow. */
const askFor = async (tx: Tx<System>, texts: Texts, appeal: store.AppealRow): Promise<void> => {
  const { id, enrolmentId, evaluationId, program, tierName, words } = appeal
  const enrolment = await store.enrolments.find(tx, enrolmentId)
  const evaluation = await store.findEvaluation(tx, evaluationId)
  if (!enrolment || !evaluation) return
  const { evaluatedAt, evaluatedOn, standing } = evaluation
  const asker = { userId: appeal.appealedBy, name: appeal.appealedByName }
  const barred = await store.whoDecided(tx, {
    ...{ programId: enrolment.programId, enrolmentId, evaluatedAt, number: standing.number },
  })
  const intent = { program, tier: tierName, decidedOn: evaluatedOn, words }
  await askForPartner(tx, texts, tierAppeal, { subjectId: id, intent, asker, barred })
}

/** As many appeals as are looked through in a day: more are never open. */
const mostOpen = 500

const askOpen = async (tx: Tx<System>, texts: Texts): Promise<void> => {
  const open = await store.openAppeals(tx, mostOpen)
  const asked = await waitsForApproval(
    tx,
    appealKind,
    open.map(({ id }) => id),
  )
  for (const appeal of open) if (!asked.has(appeal.id)) await askFor(tx, texts, appeal)
}

/** The host's side hears of an appeal in its own rights: a partner who appeals reads nothing of who is asked. */
const appealed = workspaceJob({
  name: "programs.appealed",
  payload: eventPayload,
  on: [appealMade, appealWithdrawn],
  run: async ({ subjectId }, { transact, platform }) =>
    transact(async (tx) => {
      const appeal = await store.appeals.lock(tx, subjectId)
      if (!appeal) return
      if (appeal.state !== "open") return voidApprovals(tx, appealSubject, subjectId)
      const asked = await waitsForApproval(tx, appealKind, [subjectId])
      if (!asked.has(subjectId)) await askFor(tx, platform.texts, appeal)
    }),
})

export const jobs = [turnDay, appealed]
