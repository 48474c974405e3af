import type { DemoChapter } from "#platform/demo"
import { newId } from "#platform/ids"
import { moveAnswerClock, startAnswer } from "./answer.ts"
import { deals } from "./store.ts"

/** What waits for the host's answer: sent this morning, yesterday, a week ago; one of them asked back about. */
const waiting = [
  { hoursAgo: 3, isAsked: false },
  { hoursAgo: 26, isAsked: false },
  { hoursAgo: 30, isAsked: true },
  { hoursAgo: 170, isAsked: false },
] as const
const customers = [
  ...[
    "Hartmann Logistik",
    "Kessler Werke",
    "Stadtwerke Brunnau",
    "Lindqvist Foods",
    "Aldersey Rail",
    "Bianchi Tessuti",
  ],
  ...["Van Houten Ports", "Okoye Retail", "Solberg Energi", "Duarte Hotels", "Nakamura Optics"],
] as const
const wants = ["new site", "expansion", "pilot"] as const

const registering = ["reseller", "distributor", "integrator", "msp", "referral"]

/** A registration that waits, in some of the partnerships that register deals. By the name, so that no other story is told otherwise. */
const registrations: DemoChapter = async (tx, { id: partnershipId, organizationId, name, type }) => {
  const number = [...name].reduce((sum, letter) => sum + letter.charCodeAt(0), 0)
  const one = waiting[number % 9]
  const customer = customers[number % customers.length] ?? customers[0]
  if (one === undefined || !registering.includes(type)) return
  const deal = await deals.insert(tx, {
    ...{ id: newId(), partnershipId, partyId: organizationId, name: `${customer}: ${wants[number % 3]}`, customer },
    state: "submitted",
    registeredAt: new Date(Date.parse(tx.now) - one.hoursAgo * 3_600_000).toISOString(),
  })
  await startAnswer(tx, deal)
  if (!one.isAsked) return
  await moveAnswerClock(tx, deal, await deals.save(tx, deal.id, { state: "info_requested" }))
}

export const demo = [registrations]
