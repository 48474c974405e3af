import { abilityOf } from "#core/ability"
import { isFigureFor } from "#core/actor"
import type { Id } from "#core/ids"
import { companyNames } from "#modules/partnerships"
import { stillHere } from "#modules/workspaces"
import { workdaysOf } from "#platform/business-calendar"
import type { WorkspaceTx } from "#platform/tx"
import type { Neighbour, TaskView } from "./contract.ts"
import { mayDo, mayPlan, maySkip } from "./policy.ts"
import {
  decideChangeable,
  decideDoable,
  decideReopen,
  decideSkip,
  type Grant,
  heldUpBy,
  isOpened,
  isOverdue,
  workdaysLate,
} from "./rules.ts"
import * as store from "./store.ts"

type Neighbouring = Awaited<ReturnType<typeof store.tasksById>>[number]

/** What several tasks have in common with their neighbours, read once for all of them. */
const readAround = async (tx: WorkspaceTx, rows: readonly store.TaskRow[]) => {
  const partnershipIds = [...new Set(rows.map(({ partnershipId }) => partnershipId))]
  const ids = new Set(rows.map(({ id }) => id))
  const [before, after, nameOf, startOf, here] = await Promise.all([
    store.tasksById(
      tx,
      rows.flatMap(({ waitsFor }) => waitsFor).filter((id) => !ids.has(id)),
    ),
    store.doneAfter(
      tx,
      rows.flatMap(({ id, state }) => (state === "open" ? [] : [id])),
    ),
    companyNames(tx, partnershipIds),
    store.startsOf(
      tx,
      rows.flatMap(({ planId, dating }) => (dating === "after_start" && planId ? [planId] : [])),
    ),
    stillHere(
      tx,
      rows.flatMap(({ ownerId }) => ownerId ?? []),
    ),
  ])
  const known: ReadonlyMap<Id, Neighbouring> = new Map([...before, ...after, ...rows].map((row) => [row.id, row]))
  return { known, nameOf, startOf, here }
}

/** Where something lies is the partner's to know once it is open; who writes plans reads it before. */
const grantView = (grant: Grant, isOpen: boolean, isForHost: boolean): TaskView["grants"][number] => ({
  opens: grant.opens,
  name: grant.opens === "resource" ? grant.name : null,
  link: grant.opens === "resource" && (isOpen || isForHost) ? grant.link : null,
  isOpen,
})

/** Tasks as one reader sees them, with what they wait for. */
export const taskViews = async (tx: WorkspaceTx, rows: readonly store.TaskRow[]): Promise<TaskView[]> => {
  const { actor, today } = tx
  const { known, nameOf, startOf, here } = await readAround(tx, rows)
  const neighbourOf = ({ id, partyId, partnershipId, ...row }: Neighbouring): Neighbour => ({
    ...{ id, title: row.title, state: row.state, owedBy: row.owedBy, dueOn: row.dueOn, closedOn: row.closedOn },
    partyName: nameOf(partnershipId, partyId),
  })
  const viewOf = (row: store.TaskRow): TaskView => {
    const before = row.waitsFor.flatMap((id) => known.get(id) ?? [])
    const held = heldUpBy(row, before)
    const followed = row.follows === null ? undefined : known.get(row.follows)
    const { ownerId, ownerName } = row
    return {
      ...{
        id: row.id,
        partnershipId: row.partnershipId,
        partnershipName: row.partnershipName ?? "",
        planId: row.planId,
      },
      ...{ subjectKind: row.subjectKind, subjectId: row.subjectId, title: row.title, description: row.description },
      ...{ partyId: row.partyId, owedBy: row.owedBy, visibility: row.visibility, dueOn: row.dueOn, state: row.state },
      partyName: nameOf(row.partnershipId, row.partyId),
      owner:
        ownerId === null
          ? null
          : { userId: ownerId, name: ownerName ?? "", isSelf: ownerId === actor.userId, hasLeft: !here.has(ownerId) },
      dated: {
        ...{ how: row.dating, count: row.offsetCount, unit: row.offsetUnit },
        startsOn: row.dating === "after_start" ? (startOf.get(row.planId ?? "") ?? null) : null,
        after: followed ? neighbourOf(followed) : null,
        country: isFigureFor(actor, row.partyId) ? row.country : null,
      },
      waitsFor: before.map(neighbourOf),
      isWaiting: row.state === "open" && held.length > 0,
      isOverdue: isOverdue(row, held.length > 0, today),
      workdaysLate: workdaysLate(row, before, today, workdaysOf),
      needsEvidence: row.needsEvidence,
      grants: row.grants.map((grant) => grantView(grant, isOpened(row), actor.side === "host")),
      ...{ isOptional: row.isOptional, closedOn: row.closedOn, reason: row.reason, note: row.note, link: row.link },
      ...{ reDated: row.reDated, version: row.version },
      abilities: {
        edit: abilityOf(mayPlan(actor, row), decideChangeable(row)),
        done: abilityOf(mayDo(actor, row), decideDoable(row, before)),
        skip: abilityOf(maySkip(actor, row), decideSkip(row, today)),
        reopen: abilityOf(mayDo(actor, row), decideReopen(row, [...known.values()])),
      },
    }
  }
  return rows.map(viewOf)
}

export const taskView = async (tx: WorkspaceTx, row: store.TaskRow): Promise<TaskView> => {
  const [view] = await taskViews(tx, [row])
  if (!view) throw new Error("one row has one view")
  return view
}
