import type { System } from "#core/actor"
import { seededRandom } from "#core/stats/seededRandom"
import type { PlainDate } from "#core/time"
import { addDays, startOfDayIn, weekFromNumber, weekNumber } from "#core/time"
import { newId } from "#platform/ids"
import type { Platform } from "#platform/platform"
import type { Tx } from "#platform/tx"
import type { Role } from "./cast.ts"
import { consortiumParties } from "./cast.ts"
import { playOut } from "./history.ts"
import { castPeople } from "./people.ts"
import { promisesOf } from "./promises.ts"
import * as store from "./store.ts"
import { storyWeeks } from "./story.ts"

type Owner = Readonly<{ memberId: string; name: string; email: string; title: string }>

/** Writes one role's company, partnership, people, promises and history into the demo workspace, as if it had been kept all along. */
export const recordRole = (
  { transact }: Platform,
  system: System,
  role: Role,
  seed: number,
  owner: Owner,
  today: PlainDate,
): Promise<void> =>
  transact(system, async (tx) => {
    const history = playOut(role, seed, today)
    const organizationId = await store.insertOrganization(tx, role, history.startedOn)
    const partnershipId = await store.insertPartnership(tx, role, organizationId, owner.memberId, history.startedOn)
    for (const name of consortiumParties[role.name] ?? [])
      await store.insertParty(tx, partnershipId, name, history.startedOn)
    const people = castPeople(role, organizationId, owner, history.startedOn, weekDate(today), seededRandom(seed + 1))
    await store.insertContacts(tx, people.contacts)
    await store.insertAssignments(tx, partnershipId, people.assignments)
    const promises = promisesOf(role, history.startedOn, today, seededRandom(seed + 2))
    await store.insertPromises(tx, partnershipId, promises)
    const partners = people.contacts.filter(({ side }) => side === "partner")
    await store.insertActivities(tx, partnershipId, [
      ...history.happened.map(({ person, ...happened }) => ({
        ...happened,
        contactId: partners[person % partners.length]?.id ?? null,
      })),
      ...role.story.incidents.map(({ week, kind, side, note }) => ({
        kind,
        direction: side === "host" ? ("from_host" as const) : ("from_partner" as const),
        at: startOfDayIn("UTC", weekDate(today)(week)),
        contactId: null,
        summary: note,
        effortMinutes: 0,
      })),
    ])
    await store.insertDeals(tx, partnershipId, history.registered)
    await store.insertMeasurements(tx, partnershipId, history.measured)
    await recordSigning(tx, role, partnershipId, history.startedOn)
    await store.markForScan(tx, partnershipId)
  })

/** Monday of a week of the story. */
const weekDate =
  (today: PlainDate) =>
  (week: number): PlainDate =>
    weekFromNumber(weekNumber(today) - storyWeeks + week)

const recordSigning = async (
  tx: Tx<System>,
  role: Role,
  partnershipId: string,
  startedOn: PlainDate,
): Promise<void> => {
  const occurredAt = startOfDayIn(tx.actor.timeZone, startedOn)
  const about = { subjectType: "partnership", subjectId: partnershipId, partnershipId, occurredAt, source: "demo" }
  await tx.record("partnership.recorded", { ...about, payload: { name: role.name, type: role.type } })
  await tx.record("agreement.entered", {
    ...about,
    occurredAt: startOfDayIn(tx.actor.timeZone, addDays(startedOn, 1)),
    subjectId: newId(),
    subjectType: "agreement",
  })
}
