import type { Side } from "#core/actor"
import type { Id } from "#core/ids"
import type { Refusal } from "#core/refusal"
import { isRefusal, refuse } from "#core/refusal"
import type { PlainDate } from "#core/time"
import { findPartnership, ownersOf, partyMeant } from "#modules/partnerships"
import { peopleOfParty } from "#modules/workspaces"
import { workdaysOf } from "#platform/business-calendar"
import type { Contributed } from "#platform/contributed"
import { newId } from "#platform/ids"
import { findSubject, type SubjectRow } from "#platform/subject"
import type { WorkspaceTx } from "#platform/tx"
import { told } from "./board.ts"
import { planStarted, taskCreated } from "./events.ts"
import { countryOf } from "./people.ts"
import { datedSteps, type Grant, idsOf, mostTasks, needsOf, ownerOf, type Step } from "./rules.ts"
import * as store from "./store.ts"

export type Starting = Readonly<{
  planTemplate: Id
  subjectKind: string
  subjectId: Id
  party?: Id | undefined
}>

/** A template and what it is started on; each is missing for who may not see it. */
export type Start = Readonly<{
  template: store.TemplateRow
  steps: readonly Step[]
  kind: string
  subject: SubjectRow
  /** Who its steps of the partner's side are for. */
  company: Id | Refusal<"company-needed" | "no-such-party">
}>

export const readStart = async (
  tx: WorkspaceTx,
  { planTemplate, subjectKind: kind, subjectId, party }: Starting,
  { contributed }: { contributed: Contributed },
): Promise<Start | undefined> => {
  const subject = await findSubject(tx, contributed.subjects, { kind, id: subjectId })
  const partnership = subject && (await findPartnership(tx, subject.partnershipId))
  const template = await store.findTemplate(tx, planTemplate)
  const edition = template && (await store.findEdition(tx, template.id, template.edition))
  if (!partnership || !edition) return undefined
  const company = await partyMeant(tx, partnership, "partner", party)
  return { template, steps: edition.steps, kind, subject, company }
}

type Started = Omit<store.NewTask, "partnershipId" | "subjectKind" | "subjectId" | "planId" | "grants"> &
  Readonly<{
    title: string
    partyId: Id
    ownerName: string | null
    privateTo: Id | null
    dueOn: PlainDate | null
    grants: readonly Grant[]
  }>

/** The tasks that a plan makes when it starts on a day, with their owners; what is previewed is what is made. */
export const tasksToMake = async (
  tx: WorkspaceTx,
  { template, steps, subject, company }: Start,
  startsOn: PlainDate,
): Promise<
  readonly Started[] | Refusal<"archived-template" | "company-needed" | "no-such-party" | "kept-to-one-party">
> => {
  if (template.archivedAt !== null) return refuse("archived-template")
  const hasPartner = steps.some(({ side }) => side === "partner")
  if (hasPartner && subject.privateTo !== null) return refuse("kept-to-one-party")
  if (hasPartner && isRefusal(company)) return company
  const partyOf = (side: Side): Id => (side === "host" || isRefusal(company) ? tx.actor.workspaceId : company)
  const about = async (side: Side) => ({
    country: await countryOf(tx, partyOf(side)),
    people: await peopleOfParty(tx, partyOf(side)),
  })
  const [host, partner] = [await about("host"), hasPartner ? await about("partner") : { country: null, people: [] }]
  const lookedAfterBy = (await ownersOf(tx, [subject.partnershipId])).get(subject.partnershipId)
  const countries = { host: host.country, partner: partner.country }
  const ids = idsOf(steps, newId)
  const idOf = (key: string): Id => ids.get(key) as Id
  const dated = datedSteps(steps, startsOn, { countryOf: (side) => countries[side], calendars: workdaysOf })
  return dated.map(({ step, dueOn }) => {
    const owner = ownerOf(step, { host: host.people, partner: partner.people }, lookedAfterBy)
    return {
      ...{ id: idOf(step.key), title: step.title, description: step.description ?? null, isOptional: step.isOptional },
      ...{ partyId: partyOf(step.side), privateTo: step.isPrivate ? tx.actor.workspaceId : subject.privateTo },
      ...{
        ownerId: owner?.userId ?? null,
        ownerName: owner?.name ?? null,
        givenBy: owner ? (tx.actor.userId ?? null) : null,
      },
      ...{ dating: step.after === undefined ? "after_start" : "after_task", country: countries[step.side], dueOn },
      ...{ offsetCount: step.offset.count, offsetUnit: step.offset.unit },
      ...{ grants: [...(step.grants ?? [])], needsEvidence: step.needsEvidence ?? false },
      follows: step.after === undefined ? null : idOf(step.after),
      waitsFor: needsOf(step).map(idOf),
    }
  })
}

type Asked = Readonly<{ startsOn: PlainDate; name?: string | undefined }>

/** Makes a plan's tasks, with their days and owners; whoever was given some of them hears of it. */
export const startOn = async (tx: WorkspaceTx, start: Start, { startsOn, name = start.template.name }: Asked) => {
  const tasks = await tasksToMake(tx, start, startsOn)
  if (isRefusal(tasks)) return tasks
  const { subject, kind, template } = start
  const known = await store.lockTasksOf(tx, { kind, id: subject.id })
  if (known.length + tasks.length > mostTasks) return refuse("too-many-tasks")
  const about = { partnershipId: subject.partnershipId, subjectKind: kind, subjectId: subject.id }
  const plan = await store.insertPlan(tx, {
    ...{ ...about, id: newId(), privateTo: subject.privateTo, templateId: template.id, edition: template.edition },
    ...{ name, startsOn, startedBy: tx.actor.userId ?? null },
  })
  const last = Math.max(0, ...known.map(({ position }) => position))
  const made = await store.insertTasks(
    tx,
    tasks.map((task, at) => ({ ...about, ...task, planId: plan.id, position: last + at + 1 })),
  )
  await tx.recordBatch(taskCreated, made.map(told))
  await tx.record(planStarted, {
    ...{ subjectId: plan.id, partnershipId: subject.partnershipId, visibility: plan.visibility },
    concerns: [...new Set(made.flatMap(({ ownerId }) => ownerId ?? []))],
    payload: { name, startsOn, tasks: made.length, edition: template.edition },
  })
  return { plan, tasks: made }
}
