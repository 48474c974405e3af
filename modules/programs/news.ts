import type { System } from "#core/actor"
import type { Id } from "#core/ids"
import { findPartnership, partiesNow } from "#modules/partnerships"
import { peopleOfParty } from "#modules/workspaces"
import { type Heard, idsIn, type News, type Notice } from "#platform/news"
import type { Tx } from "#platform/tx"
import {
  appealMade,
  appealRefused,
  appealSettled,
  appealUpheld,
  appealWithdrawn,
  demotedByRuleChange,
  graceBegan,
  tierLost,
  tierReached,
} from "./events.ts"
import type { Outcome } from "./rules.ts"
import * as store from "./store.ts"

/** Of each company those who speak for it. */
const partnersPeople = async (tx: Tx<System>, partnershipId: Id): Promise<readonly string[]> => {
  const partnership = await findPartnership(tx, partnershipId)
  if (!partnership) return []
  const { companies } = await partiesNow(tx, partnership)
  const people: string[] = []
  for (const company of companies) {
    const all = await peopleOfParty(tx, company)
    const speakers = all.filter(({ role }) => role === "partner_admin")
    people.push(...(speakers.length > 0 ? speakers : all).map(({ userId }) => userId))
  }
  return people
}

/** What the last evaluation came to, told to whoever looks after the partnership and to the partner, while nothing newer was decided. */
const noticesOf =
  (kind: string, outcome: Outcome) =>
  async (tx: Tx<System>, { subjectId }: Heard): Promise<readonly Notice[]> => {
    // Of what a retired program decided last, nobody hears any more.
    const row = await store.enrolments.find(tx, subjectId)
    if (!row || row.retiredOn !== null) return []
    const [latest] = await store.evaluationsOf(tx, subjectId, 1)
    if (!latest || latest.outcome !== outcome) return []
    const { id, partnershipId, standing, tierBefore, tierAfter, graceUntil } = latest
    const named = (key: string | null) => standing.tiers.find((tier) => tier.key === key)?.name ?? key ?? ""
    const payload = {
      ...{ enrolmentId: subjectId, program: standing.program, from: named(tierBefore), tier: named(tierAfter) },
      ...(graceUntil === null ? {} : { until: graceUntil }),
    }
    const notice = { partnershipId, payload }
    return [
      { ...notice, dedupeKey: `${kind} ${id}` },
      ...(await partnersPeople(tx, partnershipId)).map((userId) => ({
        ...{ ...notice, userId, dedupeKey: `${kind} ${id} ${userId}` },
      })),
    ]
  }

/** An appeal is the host's to hear of; how it was decided, both sides'. */
const appealNotices =
  (kind: string, state: store.AppealRow["state"]) =>
  async (tx: Tx<System>, { subjectId }: Heard): Promise<readonly Notice[]> => {
    const row = await store.appeals.find(tx, subjectId)
    if (row?.state !== state) return []
    const { id, partnershipId, program, tierName, keptUntil, answer } = row
    const payload = {
      ...{ appealId: id, program, tier: tierName },
      ...(keptUntil === null ? {} : { until: keptUntil }),
      ...(answer === null ? {} : { answer }),
    }
    const notice = { partnershipId, payload }
    const people = state === "open" ? [] : await partnersPeople(tx, partnershipId)
    return [
      { ...notice, dedupeKey: `${kind} ${id}` },
      ...people.map((userId) => ({ ...notice, userId, dedupeKey: `${kind} ${id} ${userId}` })),
    ]
  }

const told = { readers: ["host", "partner"], usual: { inApp: true, mail: "instant" } } as const

export const news: readonly News[] = [
  { ...told, kind: "tier_reached", on: tierReached, noticesOf: noticesOf("tier_reached", "rises") },
  { ...told, kind: "tier_grace_began", on: graceBegan, noticesOf: noticesOf("tier_grace_began", "grace_begins") },
  { ...told, kind: "tier_lost", on: [tierLost, demotedByRuleChange], noticesOf: noticesOf("tier_lost", "falls") },
  {
    ...{ ...told, readers: ["host"], kind: "tier_appealed", on: appealMade },
    noticesOf: appealNotices("tier_appealed", "open"),
    endsWith: { on: [appealWithdrawn, appealUpheld, appealRefused, appealSettled], by: "appealId" },
    areStillThere: async (tx, payloads) => {
      const open = new Set<unknown>((await store.openAppealsAmong(tx, idsIn(payloads, "appealId"))).map(({ id }) => id))
      return payloads.map(({ appealId }) => open.has(appealId))
    },
  },
  {
    ...{ ...told, kind: "tier_given_back", on: appealUpheld },
    noticesOf: appealNotices("tier_given_back", "upheld"),
  },
  {
    ...{ ...told, kind: "tier_appeal_refused", on: appealRefused },
    noticesOf: appealNotices("tier_appeal_refused", "refused"),
  },
]
