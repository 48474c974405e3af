import type { System } from "#core/actor"
import type { Id } from "#core/ids"
import { clockBreached, clockWarned, findClockOf, holderOf } from "#modules/clocks"
import { ownersOf } from "#modules/partnerships"
import { hostSponsorsOf } from "#modules/people"
import { listMembers } from "#modules/workspaces"
import type { Heard, News, Notice } from "#platform/news"
import type { Tx } from "#platform/tx"
import { deals } from "./store.ts"

/** Later it helps nobody: a server that was away for a week, or a registration entered long after, floods no one. */
const toldWithinMs = 3 * 86_400_000

/** The registration a clock is about, while it still waits for us. */
const waitingIn = async (tx: Tx<System>, { subjectId }: Heard) => {
  const clock = await findClockOf(tx, subjectId)
  if (clock?.subjectKind !== "deal" || clock.dueAt === null) return undefined
  if (clock.stoppedAt !== null || clock.cancelledAt !== null) return undefined
  if (clock.dueAt < clock.madeAt || Date.parse(tx.now) - Date.parse(clock.dueAt) > toldWithinMs) return undefined
  const deal = await deals.find(tx, clock.subjectId)
  if (!deal || deal.retractedAt !== null) return undefined
  return { clock, payload: { dealId: deal.id, title: deal.name, dueAt: clock.dueAt } }
}

type Waiting = NonNullable<Awaited<ReturnType<typeof waitingIn>>>

/** Whoever it was handed over to, while they are here; nobody in particular where that is whoever looks after the partnership. */
const holderIn = async (tx: Tx<System>, { clock }: Waiting): Promise<string | undefined> => {
  const memberId = holderOf(clock)?.memberId
  if (!memberId) return undefined
  return (await listMembers(tx)).find(({ id, deactivatedAt }) => id === memberId && !deactivatedAt)?.userId
}

const noticesFor =
  (kind: string) =>
  async (tx: Tx<System>, heard: Heard): Promise<readonly Notice[]> => {
    const waiting = await waitingIn(tx, heard)
    if (!waiting) return []
    const { clock, payload } = waiting
    const userId = await holderIn(tx, waiting)
    const to = userId === undefined ? {} : { userId }
    return [{ ...to, partnershipId: clock.partnershipId, dedupeKey: `${kind} ${clock.id} ${clock.dueAt}`, payload }]
  }

/** Who stands above whoever let it pass: our executive sponsors of the partnership; owners and admins where it has none. */
const superiorsIn = async (tx: Tx<System>, partnershipId: Id): Promise<readonly string[]> => {
  const sponsors = (await hostSponsorsOf(tx, [partnershipId])).get(partnershipId) ?? []
  if (sponsors.length > 0) return sponsors
  const members = (await listMembers(tx)).filter(({ deactivatedAt }) => deactivatedAt === null)
  return members.filter(({ role }) => role === "owner" || role === "admin").map(({ userId }) => userId)
}

/** A registration whose time is nearly over. */
const answerDueSoon: News = {
  kind: "deal_answer_due_soon",
  readers: ["host"],
  usual: { inApp: true, mail: "instant" },
  on: clockWarned,
  noticesOf: noticesFor("deal_answer_due_soon"),
}

/** One that we did not answer in time. */
const answerLate: News = {
  kind: "deal_answer_late",
  readers: ["host"],
  usual: { inApp: true, mail: "instant" },
  on: clockBreached,
  noticesOf: noticesFor("deal_answer_late"),
}

/** The same, to those above; whoever is told of it as its holder is not told twice. */
const answerEscalated: News = {
  kind: "deal_answer_escalated",
  readers: ["host"],
  usual: { inApp: true, mail: "instant" },
  on: clockBreached,
  noticesOf: async (tx, heard) => {
    const waiting = await waitingIn(tx, heard)
    if (!waiting) return []
    const { clock, payload } = waiting
    const { id, partnershipId, dueAt } = clock
    const owner = (await ownersOf(tx, [partnershipId])).get(partnershipId)
    const holder = (await holderIn(tx, waiting)) ?? owner
    return (await superiorsIn(tx, partnershipId))
      .filter((userId) => userId !== holder)
      .map((userId) => ({
        ...{ userId, partnershipId, payload, dedupeKey: `deal_answer_escalated ${id} ${dueAt} ${userId}` },
      }))
  },
}

export const news = [answerDueSoon, answerLate, answerEscalated]
