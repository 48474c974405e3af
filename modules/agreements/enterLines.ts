import type { Id } from "#core/ids"
import { isRefusal, type Refusal } from "#core/refusal"
import type { PlainDate } from "#core/time"
import { enterCommitments } from "#modules/commitments"
import { insertObjectives } from "#modules/objectives"
import { newId } from "#platform/ids"
import type { Row } from "#platform/table"
import type { WorkspaceTx } from "#platform/tx"
import type { Parties } from "#rules/partnerships"
import { agreementEntered } from "./events.ts"
import { noticeReckoner } from "./noticeReckoner.ts"
import type { Content } from "./rules.ts"
import { decideLines, decideParties, signingOf, termFields, termOf } from "./rules.ts"
import * as store from "./store.ts"

type Held = Omit<Content, "objectives" | "commitments"> &
  Readonly<{
    objectives: readonly Omit<Content["objectives"][number], "id">[]
    commitments: readonly Omit<Content["commitments"][number], "id">[]
  }>
export type Signatures = Readonly<{
  signedOn?: PlainDate | null | undefined
  hostSigner?: string | null | undefined
  partnerSigner?: string | null | undefined
}>
/** Of what was agreed of notice and renewal what was said. */
const noticeSaid = (content: Held) =>
  Object.fromEntries(termFields.flatMap((field) => (content[field] === undefined ? [] : [[field, content[field]]])))

type Entered = Readonly<{
  id: Id
  partnership: Readonly<{ id: Id; currency: string }>
  parties: Parties
  signatures: Signatures
}>

/** The lines of a first version with whose they are, or why they cannot come into force. */
export const decideEnterable = (parties: Parties, content: Held) => {
  const lines = decideLines(content, content)
  return isRefusal(lines) ? lines : decideParties(parties, lines)
}

/** An agreement comes into force with its objectives and both sides' promises: from now on its due days are asked for. */
export const enterInForce = async (
  tx: WorkspaceTx,
  { id, partnership: { id: partnershipId, currency }, parties, signatures }: Entered,
  content: Held,
): Promise<
  | Row<typeof store.agreements>
  | Refusal<
      | ("dates-out-of-order" | "notice-said-twice" | "objective-needs-end" | "share-uneven")
      | ("company-needed" | "no-such-party")
    >
> => {
  const { title, startsOn, endsOn = null, autoRenews, value } = content
  const term = { startsOn, endsOn, autoRenews, ...termOf(content) }
  const owned = decideEnterable(parties, content)
  if (isRefusal(owned)) return owned
  const { signedOn = null, hostSigner = null, partnerSigner = null } = signatures
  const row = await store.agreements.insert(tx, {
    ...{ state: "in_force", id, partnershipId, title, ...term },
    ...(await noticeReckoner(tx))(term),
    ...{ signedOn, hostSigner, partnerSigner },
    valueMinor: value?.amountMinor ?? null,
    currency: value?.currency ?? currency,
  })
  const of = { partnershipId, agreementId: id }
  await insertObjectives(
    tx,
    owned.objectives.map((line) => ({ id: newId(), ...of, ...line, endsOn: line.endsOn ?? startsOn })),
  )
  await enterCommitments(tx, of, owned.commitments)
  await tx.record(agreementEntered, {
    subjectId: id,
    partnershipId,
    payload: {
      ...{ title, ...noticeSaid(content), startsOn, endsOn },
      ...{ objectives: owned.objectives.length, commitments: owned.commitments.length },
      ...{ signing: signingOf(row), signedOn },
    },
  })
  return row
}
