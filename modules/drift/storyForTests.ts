import type { System } from "#core/actor"
import type { Id } from "#core/ids"
import type { PlainDate } from "#core/time"
import { addDays, weekFromNumber, weekNumber } from "#core/time"
import { insertActivity } from "#modules/activities"
import { insertDeal } from "#modules/deals"
import { insertOrganization } from "#modules/organizations"
import { insertPartnership } from "#modules/partnerships"
import { markStale } from "#modules/signals"
import type { Clock } from "#platform/clock"
import { newId } from "#platform/ids"
import type { Platform } from "#platform/platform"
import type { Tx } from "#platform/tx"
import type { PartnershipType } from "#rules/partnerships"

/** A clock that a story moves. */
export const movableClock = (start: PlainDate): Clock & { goTo(day: PlainDate): void } => {
  let now = `${start}T12:00:00.000Z`
  return {
    now: () => now,
    goTo: (day) => {
      now = `${day}T12:00:00.000Z`
    },
  }
}

/** Records a partnership with one organization. */
export const makePartnership = (platform: Platform, system: System, name: string, type: PartnershipType = "reseller") =>
  platform.transact(system, async (tx) => {
    const organization = await insertOrganization(tx, newId(), {
      name,
      domains: [],
      regions: [],
      industries: [],
      capabilities: [],
      languages: [],
    })
    const partnership = await insertPartnership(tx, {
      id: newId(),
      organizationId: organization.id,
      name,
      type,
      stage: "active",
      currency: "EUR",
    })
    return { id: partnership.id, organizationId: organization.id }
  })

/** Facts of one week: contacts on its days, registrations answered after some hours. */
export type Week = Readonly<{ contacts: number; registrations: number; answerHours: number }>

type Company = Readonly<{ id: Id; organizationId: Id }>

/** Records the facts of consecutive weeks, the first one beginning on `monday`. */
export const live = (platform: Platform, system: System, company: Company, monday: PlainDate, weeks: readonly Week[]) =>
  platform.transact(system, async (tx) => {
    for (const [i, week] of weeks.entries()) await liveWeek(tx, company, weekFromNumber(weekNumber(monday) + i), week)
    await markStale(tx, [company.id])
  })

const liveWeek = async (
  tx: Tx<System>,
  { id: partnershipId, organizationId }: Company,
  monday: PlainDate,
  { contacts, registrations, answerHours }: Week,
) => {
  for (let i = 0; i < contacts; i++)
    await insertActivity(tx, {
      id: newId(),
      partnershipId,
      kind: i % 3 === 0 ? "meeting" : "call",
      partyId: null,
      occurredAt: `${addDays(monday, i % 5)}T10:00:00.000Z`,
      person: `Person ${i % 4}`,
      privateTo: null,
      recordedBy: null,
      source: "manual",
    })
  for (let i = 0; i < registrations; i++) {
    const registeredAt = `${addDays(monday, i % 2)}T08:00:00.000Z`
    const answeredAt = new Date(Date.parse(registeredAt) + answerHours * 3_600_000).toISOString()
    const made = {
      id: newId(),
      partnershipId,
      name: `Deal ${i}`,
      partyId: organizationId,
      registeredAt,
      answeredAt,
    }
    await insertDeal(tx, { ...made, state: "approved" })
  }
}

/** Weeks of a healthy reseller, with a little unevenness that is the same in every run. */
export const healthyWeeks = (count: number): Week[] =>
  Array.from({ length: count }, (_, i) => ({
    contacts: 6 + ((i * 7) % 3),
    registrations: 3 + ((i * 5) % 2),
    answerHours: 20 + ((i * 11) % 9),
  }))

/** Weeks of one who was let down: answers take long, then little happens. */
export const lostWeeks = (count: number): Week[] =>
  Array.from({ length: count }, (_, i) => ({
    contacts: i < 3 ? 6 : 1 + (i % 2),
    registrations: i < 6 ? 3 : i % 3 === 0 ? 1 : 0,
    answerHours: 110 + ((i * 13) % 40),
  }))
