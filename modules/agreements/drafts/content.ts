import type { Id } from "#core/ids"
import { type Refusal, refuse } from "#core/refusal"
import { standingCommitments } from "#modules/commitments"
import { standingObjectives } from "#modules/objectives"
import { arePeople } from "#modules/people"
import type { Row } from "#platform/table"
import type { WorkspaceTx } from "#platform/tx"
import type { Parties } from "#rules/partnerships"
import { type Content, rebased, termOf } from "../rules.ts"
import { type agreements, openAmendmentsOf } from "../store.ts"

type Objective = Content["objectives"][number]
type Commitment = Content["commitments"][number]

/** Without what is not said. */
const said = <Given extends object>(given: Given) =>
  Object.fromEntries(Object.entries(given).filter(([, value]) => value !== null && value !== undefined)) as {
    [K in keyof Given]: NonNullable<Given[K]>
  }

/** What an agreement holds today, as a draft would say it: an amendment begins with it. */
export const contentOf = async (tx: WorkspaceTx, agreement: Row<typeof agreements>): Promise<Content> => {
  const [promises, goals] = await Promise.all([
    standingCommitments(tx, agreement.id, tx.today),
    standingObjectives(tx, agreement.id),
  ])
  const { title, startsOn, endsOn, autoRenews, valueMinor, currency } = agreement
  return {
    ...said({ title, startsOn, endsOn, autoRenews, ...termOf(agreement) }),
    ...(valueMinor === null ? {} : { value: { amountMinor: valueMinor, currency } }),
    objectives: goals.map((row): Objective => {
      const { id, category, metric, title: goal, clause, clauseKey, target, unit, ramp, weight } = row
      const { hostOwnerId, partnerOwnerId } = row
      const line = {
        id,
        category,
        metric,
        title: goal,
        clause,
        clauseKey,
        target,
        unit,
        startsOn: row.startsOn,
        endsOn: row.endsOn,
      }
      return said({ ...line, ramp, weight, hostOwnerId, partnerOwnerId, party: row.partyId }) as Objective
    }),
    commitments: promises.map((row): Commitment => {
      const {
        id,
        owedBy,
        partyId,
        title: promise,
        clause,
        clauseKey,
        measure,
        cadence,
        amount,
        unit,
        withinHours,
      } = row
      const { startsOn: from, endsOn: to, windowDays, evidenceNeeded, weight, answers } = row
      const { periods, partial, firstAmount, lastAmount } = row
      const parts = { periods, partial, firstAmount, lastAmount }
      const line = {
        id,
        owedBy,
        title: promise,
        clause,
        clauseKey,
        measure,
        cadence,
        amount,
        unit,
        ...parts,
        withinHours,
        answers,
      }
      const party = owedBy === "host" ? null : partyId
      return said({ ...line, party, startsOn: from, endsOn: to, windowDays, evidenceNeeded, weight }) as Commitment
    }),
  } as Content
}

/** What an agreement will hold when the changes that were agreed and wait for their day hold too: upon this the next one is written. */
export const headOf = async (tx: WorkspaceTx, agreement: Row<typeof agreements>, but?: Id): Promise<Content> => {
  const waiting = (await openAmendmentsOf(tx, agreement.id)).filter(({ id, state }) => state === "agreed" && id !== but)
  return waiting.reduce(
    (head, { base, content }) => rebased(base ?? content, content, head).content,
    await contentOf(tx, agreement),
  )
}

/** Where its promises ran to the agreement's end, they run to the new one. */
export const following =
  (base: Content | null, content: Content) =>
  <Line extends Readonly<{ endsOn?: string | undefined }>>({ endsOn, ...line }: Line) => ({
    ...line,
    endsOn: base !== null && endsOn === base.endsOn ? content.endsOn : endsOn,
  })

/** Ids that a content names are of this workspace: companies that take part, people, and lines that the agreement has. */
export const decideNamed = async (
  tx: WorkspaceTx,
  { companies }: Parties,
  content: Content,
  base: Content | null,
): Promise<true | Refusal<"no-such-party" | "unknown-owner" | "no-such-line">> => {
  const inBase = base === null ? [] : [...base.objectives, ...base.commitments]
  const known = new Set([...companies, ...inBase.flatMap(({ party }) => (party === undefined ? [] : [party]))])
  for (const kind of ["objectives", "commitments"] as const)
    for (const [index, { id, party }] of content[kind].entries()) {
      if (party !== undefined && !known.has(party)) return refuse("no-such-party", { field: `${kind}.${index}.party` })
      if (id !== undefined && !(base?.[kind] ?? []).some((line) => line.id === id))
        return refuse("no-such-line", { field: `${kind}.${index}.id` })
    }
  const owners = content.objectives.flatMap(({ hostOwnerId, partnerOwnerId }) =>
    [hostOwnerId, partnerOwnerId].filter((owner) => owner !== undefined),
  )
  return (await arePeople(tx, owners)) || refuse("unknown-owner")
}
