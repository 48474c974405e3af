import { abilityOf } from "#core/ability"
import { sideOf } from "#core/actor"
import type { Id } from "#core/ids"
import { companyNames } from "#modules/partnerships"
import { forecastOf, type TaskRow, tasksOfPlans, taskViews } from "#modules/tasks"
import type { WorkspaceTx } from "#platform/tx"
import type { OnboardingView, OnboardingWithSteps } from "./contract.ts"
import { firstValuesFor } from "./firstValue.ts"
import { closingSteps } from "./gate.ts"
import { mayRunOnboarding } from "./policy.ts"
import { decideGiveUp, decideOpening, hangsOn, isHeldByNobody, isRunning, lateOf, stateOf } from "./rules.ts"
import type { OnboardingRow } from "./store.ts"

type Steps = Readonly<{ rows: readonly TaskRow[]; views: OnboardingWithSteps["tasks"] }>

const hangingOn = (steps: OnboardingWithSteps["tasks"]): OnboardingView["hangsOn"] => {
  const step = hangsOn(steps)
  if (!step) return null
  const { id, title, owedBy, partyId, partyName, owner, dueOn, isOverdue, workdaysLate } = step
  return {
    ...{ taskId: id, title, owedBy, partyId, partyName, dueOn, isOverdue, workdaysLate },
    ...{ ownerName: owner?.name ?? null, isHeldByNobody: isHeldByNobody(step) },
  }
}

/** How many workdays each side held it up. */
const lateBySide = (tx: WorkspaceTx, steps: OnboardingWithSteps["tasks"]): OnboardingView["late"] => {
  const late = { host: 0, partner: 0 }
  for (const [partyId, days] of lateOf(steps)) late[sideOf(partyId, tx.actor)] += days
  return late
}

/** Whether the partner may register deals, as far as this onboarding has a say in it. */
const registrationOf = (row: OnboardingRow, rows: readonly TaskRow[]): OnboardingView["registration"] => {
  if (!rows.some(({ grants }) => grants.some(({ opens }) => opens === "deal_registration"))) return null
  return closingSteps([row], rows).length > 0 ? "closed" : "open"
}

const finishedOn = (rows: readonly TaskRow[]) =>
  rows.reduce<string | null>(
    (last, { closedOn }) => (closedOn !== null && closedOn > (last ?? "") ? closedOn : last),
    null,
  )

const viewOf = (
  tx: WorkspaceTx,
  row: OnboardingRow,
  { rows, views }: Steps,
  { forecastEnd, ...more }: Pick<OnboardingView, "forecastEnd" | "partyName" | "firstValue">,
): OnboardingView => {
  const { givenUpAt, givenUpWhy, openedAt, openedWhy, startedBy: _, startsOn: __, ...shown } = row
  const state = stateOf({ isGivenUp: givenUpAt !== null }, views)
  const isUnderWay = isRunning({ state })
  const registration = registrationOf(row, rows)
  const may = mayRunOnboarding(tx.actor)
  return {
    ...shown,
    partnershipName: row.partnershipName ?? "",
    ...more,
    state,
    forecastEnd: isUnderWay ? forecastEnd : null,
    finishedOn: state === "finished" ? finishedOn(rows) : null,
    settled: views.filter((step) => step.state !== "open").length,
    steps: views.length,
    hangsOn: isUnderWay ? hangingOn(views) : null,
    late: lateBySide(tx, views),
    registration,
    givenUp: givenUpAt === null ? null : { at: givenUpAt, why: givenUpWhy ?? "" },
    openedByHand: openedAt === null ? null : { at: openedAt, why: openedWhy ?? "" },
    abilities: {
      giveUp: abilityOf(may, decideGiveUp(isUnderWay)),
      openRegistration: abilityOf(
        may,
        decideOpening({ isGivenUp: givenUpAt !== null, isClosed: registration === "closed" }),
      ),
    },
  }
}

/** Onboardings as one reader sees them, with their steps: of those, the ones that the reader sees. */
export const onboardingsWithSteps = async (
  tx: WorkspaceTx,
  rows: readonly OnboardingRow[],
): Promise<OnboardingWithSteps[]> => {
  const tasks = await tasksOfPlans(
    tx,
    rows.map(({ planId }) => planId),
  )
  const [views, nameOf, firstValueOf] = await Promise.all([
    taskViews(tx, tasks),
    companyNames(tx, [...new Set(rows.map(({ partnershipId }) => partnershipId))]),
    firstValuesFor(tx, rows),
  ])
  const forecast = forecastOf(
    tx,
    tasks,
    new Map(rows.map(({ planId, startsOn, startedOn }) => [planId, startsOn ?? startedOn])),
  )
  const rowsOf = Map.groupBy(tasks, ({ planId }) => planId)
  const viewsOf = Map.groupBy(views, ({ planId }) => planId)
  return rows.map((row) => {
    const steps = { rows: rowsOf.get(row.planId) ?? [], views: viewsOf.get(row.planId) ?? [] }
    const more = {
      forecastEnd: forecast.get(row.planId) ?? null,
      partyName: nameOf(row.partnershipId, row.partyId),
      firstValue: firstValueOf(row.partnershipId),
    }
    return { ...viewOf(tx, row, steps, more), tasks: steps.views }
  })
}

/** The same without the steps. */
export const onboardingViews = async (tx: WorkspaceTx, rows: readonly OnboardingRow[]): Promise<OnboardingView[]> =>
  (await onboardingsWithSteps(tx, rows)).map(({ tasks: _, ...view }) => view)

export const onboardingView = async (tx: WorkspaceTx, row: OnboardingRow): Promise<OnboardingView> => {
  const [view] = await onboardingViews(tx, [row])
  if (!view) throw new Error("one row has one view")
  return view
}

/** Whether an onboarding of this company is running or stuck. */
export const isUnderWay = async (tx: WorkspaceTx, rows: readonly OnboardingRow[], partyId: Id): Promise<boolean> =>
  (await onboardingViews(tx, rows)).some((view) => view.partyId === partyId && isRunning(view))
