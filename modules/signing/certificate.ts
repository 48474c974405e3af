import type { Instant } from "#core/time"
import type { Certificate, Signature, TrailRow } from "#platform/documents/contract/contract"
import type { Speech } from "#platform/texts"
import type { Standing } from "./give.ts"
import type * as store from "./store.ts"

type Told = Readonly<{
  speech: Speech
  nameOf: (partyId: string) => string
  starter: string | null
  verifyAt: string
  /** When links really went out, by signer: what was meant to be mailed is no fact. */
  mails: ReadonlyMap<string, readonly Instant[]>
}>

/** What the finished document says of how it came to be signed: only what happened, as it was on that day. */
export const certificateOf = (
  { round, signers }: Standing,
  { speech, nameOf, starter, verifyAt, mails }: Told,
): Certificate => ({
  signatures: signers.flatMap((signer) => signatureOf(signer, signers, { speech, nameOf })),
  trail: trailOf({ round, signers }, { speech, starter, mails }),
  facts: [
    [speech.say("documents:signing.round"), round.id],
    [speech.say("documents:signing.hash"), round.hash],
  ],
  verifyAt,
})

const signatureOf = (
  {
    name,
    email,
    partyId,
    mark,
    method,
    doneAt,
    address,
    insteadOf,
    replacedByName,
    replaceReason,
    addedAt,
    state,
    paperOn,
    paperByName,
    paperHash,
    countsOn,
  }: store.SignerRow,
  all: readonly store.SignerRow[],
  { speech, nameOf }: Pick<Told, "speech" | "nameOf">,
): Signature[] => {
  if (state !== "signed" || method === null || doneAt === null) return []
  const before = all.find(({ id }) => id === insteadOf)
  return [
    {
      ...{ name, party: nameOf(partyId), mark, at: doneAt, address },
      method: speech.say(`documents:signing.method.${method}`, {
        email,
        ...(paperOn === null ? {} : { day: speech.format.date(paperOn) }),
        ...(countsOn === null ? {} : { counts: speech.format.date(countsOn) }),
        ...{ by: paperByName, hash: paperHash },
      }),
      ...(before === undefined
        ? {}
        : { inPlaceOf: { name: before.name, by: replacedByName ?? "", at: addedAt, reason: replaceReason } }),
    },
  ]
}

/** In the order in which it happened; what the same moment brought stands in the order in which it must have come. */
const trailOf = (
  { round, signers }: Pick<Standing, "round" | "signers">,
  { speech, starter, mails }: Pick<Told, "speech" | "starter" | "mails">,
): TrailRow[] => {
  const say = (what: string, holes: Readonly<Record<string, unknown>> = {}) =>
    speech.say(`documents:signing.trail.${what}`, holes)
  const rows: TrailRow[] = [{ at: round.startedAt, who: starter, what: say("started") }]
  for (const signer of signers) {
    const { name, userId, askedAt, doneAt, state, insteadOf, addedAt, replacedByName } = signer
    const before = signers.find(({ id }) => id === insteadOf)
    if (before) rows.push({ at: addedAt, who: replacedByName, what: say("replaced", { name, before: before.name }) })
    if (askedAt !== null && userId !== null) rows.push({ at: askedAt, who: null, what: say("asked", { name }) })
    for (const at of mails.get(signer.id) ?? []) rows.push({ at, who: null, what: say("askedByLink", { name }) })
    if (doneAt !== null && state === "signed") rows.push({ at: doneAt, ...signedRow(signer, speech) })
    if (doneAt !== null && state === "removed")
      rows.push({ at: doneAt, who: replacedByName, what: say("removed", { name }) })
  }
  if (round.endedAt !== null) rows.push({ at: round.endedAt, who: null, what: say("finished") })
  return rows.toSorted((one, other) => Date.parse(one.at) - Date.parse(other.at))
}

/** Who did it: the signer, or whoever uploaded what they had signed on paper. */
const signedRow = ({ name, method, paperByName, paperOn }: store.SignerRow, { say, format }: Speech) =>
  method === "paper"
    ? {
        who: paperByName,
        what: say("documents:signing.trail.paper", { name, day: paperOn === null ? "" : format.date(paperOn) }),
      }
    : { who: name, what: say("documents:signing.trail.signed") }
