import type { System } from "#core/actor"
import type { Id } from "#core/ids"
import { seededRandom } from "#core/stats/seededRandom"
import type { PlainDate } from "#core/time"
import { addDays, startOfDayIn, weekFromNumber, weekNumber } from "#core/time"
import { agreementEntered } from "#modules/agreements"
import { partnershipRecorded } from "#modules/partnerships"
import type { DemoPartnership } from "#platform/demo"
import type { Platform } from "#platform/platform"
import { keepBytes } from "#platform/storage/keep"
import type { Tx } from "#platform/tx"
import type { Role } from "./cast.ts"
import { recordMembers } from "./consortia.ts"
import { playOut } from "./history.ts"
import { type Colleague, castPeople, knownOnce } from "./people.ts"
import type { Promises } from "./promises.ts"
import { promisesOf } from "./promises.ts"
import * as store from "./store.ts"
import { storyWeeks } from "./story.ts"

type Owner = Colleague & Readonly<{ memberId: string; userId: string; sponsor: Colleague }>

export type Company = Readonly<{ name: string; organizationId: Id }>

/** By which vendor a role is told, from which seed, who looks after it there, until which day, and who lets its people in. */
type Told = Readonly<{
  vendor: DemoPartnership["vendor"]
  seed: number
  owner: Owner
  today: PlainDate
  /** Before the modules tell what they have to: some of it is done by the company's own people. */
  admit(tx: Tx<System>, company: Company): Promise<void>
}>

/** Writes one role's company, partnership, people, promises and history into the demo workspace, as if it had been kept all along. */
export const recordRole = async (
  platform: Platform,
  system: System,
  role: Role,
  { seed, owner, today, vendor, admit }: Told,
): Promise<void> => {
  const { contributed, texts, config } = platform
  const say = texts.in(config.demoLanguage)
  await platform.transact(system, async (tx) => {
    const history = playOut(role, seed, today)
    const organizationId = await store.insertOrganization(tx, role, history.startedOn)
    const partnershipId = await store.insertPartnership(tx, role, organizationId, owner.memberId, history.startedOn)
    const company = { partnershipId, organizationId }
    const people = knownOnce(
      castPeople(role, organizationId, owner, history.startedOn, weekDate(today), seededRandom(seed + 1)),
      await store.colleagues(tx),
    )
    await store.insertContacts(tx, people.contacts)
    await store.insertAssignments(tx, partnershipId, people.assignments)
    const promises = promisesOf(role, say, { startedOn: history.startedOn, today, random: seededRandom(seed + 2) })
    const agreementId = await store.insertPromises(tx, company, promises)
    const partners = people.contacts.filter((contact) => contact.organizationId !== null)
    await store.insertActivities(tx, partnershipId, [
      ...history.happened.map(({ person, direction, ...happened }) => ({
        ...happened,
        partyId: direction === "two_way" ? null : organizationId,
        contactId: partners[person % partners.length]?.id ?? null,
      })),
      ...role.story.incidents.map(({ week, kind, side, note }) => ({
        kind,
        partyId: side === "host" ? system.workspaceId : organizationId,
        at: startOfDayIn("UTC", weekDate(today)(week)),
        contactId: null,
        summary: note,
        effortMinutes: 0,
      })),
    ])
    await store.insertDeals(tx, company, history.registered)
    await store.insertMeasurements(tx, company, history.measured)
    await recordSigning(tx, role, partnershipId, agreementId, promises)
    const keep = (content: Uint8Array) => keepBytes(platform, system.workspaceId, content)
    const about = {
      say,
      keep,
      id: partnershipId,
      organizationId,
      name: role.name,
      type: role.type,
      today,
      owner,
      vendor,
    }
    await admit(tx, { name: role.name, organizationId })
    for (const chapter of contributed.demo)
      await chapter(tx, { ...about, startedOn: history.startedOn, random: seededRandom(seed + 3) })
    await tx.markStale([partnershipId])
    const { startedOn } = history
    await recordMembers(tx, role, {
      ...{ partnershipId, agreementId, startedOn, today, seed, owner, say },
      weekDate: weekDate(today),
    })
  })
}

/** Monday of a week of the story. */
const weekDate =
  (today: PlainDate) =>
  (week: number): PlainDate =>
    weekFromNumber(weekNumber(today) - storyWeeks + week)

const recordSigning = async (
  tx: Tx<System>,
  { name, type }: Role,
  partnershipId: Id,
  agreementId: Id,
  { title, startsOn, endsOn, noticeDays, objectives, commitments }: Promises,
): Promise<void> => {
  const on = (day: PlainDate) => ({ partnershipId, source: "demo", occurredAt: startOfDayIn(tx.actor.timeZone, day) })
  await tx.record(partnershipRecorded, { ...on(startsOn), subjectId: partnershipId, payload: { name, type } })
  await tx.record(agreementEntered, {
    ...on(addDays(startsOn, 1)),
    subjectId: agreementId,
    payload: { title, startsOn, endsOn, noticeDays, objectives: objectives.length, commitments: commitments.length },
  })
}
