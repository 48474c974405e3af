import type { Id } from "#core/ids"
import { isRefusal, type Refusal, refuse } from "#core/refusal"
import type { PlainDate } from "#core/time"

/** A round of signing is open until all have signed, somebody declines, or the host recalls it; after that another one may begin. */
export const roundStates = ["open", "signed", "declined", "recalled"] as const
export type RoundState = (typeof roundStates)[number]

/** `replaced` hands over to somebody else, `removed` signs no more; both stay on record. */
export const signerStates = ["waiting", "signed", "declined", "replaced", "removed"] as const
export type SignerState = (typeof signerStates)[number]

/**
 * How somebody was known when they signed: signed in, on an account with a second factor too, or by a link and a code from their mailbox.
 * On paper nobody was known here: the host uploaded what they had signed, and nothing of it was checked.
 */
export const signingMethods = ["sign_in", "sign_in_factor", "link_code", "paper"] as const
export type SigningMethod = (typeof signingMethods)[number]

/** What somebody puts down: their name as they typed it, or strokes of points on a sheet of 1000 by 300, from its upper left. */
export type Mark = { kind: "typed"; text: string } | { kind: "drawn"; strokes: [x: number, y: number][][] }

/** Signs of a typed name. */
export const mostTyped = 200

/** As many on one agreement as we know of, with room. */
export const mostSigners = 20

type Round = Readonly<{ state: RoundState; isOrdered: boolean; mayHandOver: boolean; hash: string }>
type Signer = Readonly<{ id: Id; partyId: Id; place: number; name: string; email: string; state: SignerState }>

type Wanted = Readonly<{ partyId: Id; email: string }>

export type Lying = Readonly<{
  state: string
  /** Whether it has words, and every party holds the same. */
  hasText: boolean
  isHeldByAll: boolean
  /** Whether a number in words differs from the figure beside it, or from a term. */
  hasDoubts: boolean
  isBeingSigned: boolean
}>

/** What everybody holds to be the one text is signed, as it lies before all and says nothing in two ways. */
export const decideLying = (lying: Lying): true | Refusal<LyingRefusal> => {
  if (lying.state !== "in_review") return refuse("not-in-review", { state: lying.state })
  if (!lying.hasText) return refuse("no-words")
  if (lying.isBeingSigned) return refuse("being-signed")
  if (!lying.isHeldByAll) return refuse("not-agreed")
  return !lying.hasDoubts || refuse("text-in-doubt")
}
type LyingRefusal = "not-in-review" | "no-words" | "being-signed" | "not-agreed" | "text-in-doubt"

/** Somebody of each party signs, each with a mailbox of their own. */
export const decideSigners = (
  parties: readonly Id[],
  signers: readonly Wanted[],
): true | Refusal<"no-such-party" | "signer-doubled" | "party-without-signer"> => {
  const stranger = signers.findIndex(({ partyId }) => !parties.includes(partyId))
  if (stranger >= 0) return refuse("no-such-party", { field: `signers.${stranger}.partyId` })
  const emails = signers.map(({ email }) => mailbox(email))
  const doubled = emails.findIndex((each, at) => emails.indexOf(each) < at)
  if (doubled >= 0) return refuse("signer-doubled", { field: `signers.${doubled}.email` })
  const without = parties.find((party) => signers.every(({ partyId }) => partyId !== party))
  return without === undefined || refuse("party-without-signer", { field: "signers" })
}

/** Capitals make no difference to whom a mail reaches. */
const mailbox = (email: string): string => email.trim().toLowerCase()

/** Who signs still, the earlier place first. */
const waiting = (signers: readonly Signer[]): Signer[] =>
  signers.filter(({ state }) => state === "waiting").toSorted((one, other) => one.place - other.place)

/** Whose turn it is: of an ordered round whoever stands in the earliest place that waits, else all who wait. */
export const inTurn = ({ isOrdered, state }: Pick<Round, "isOrdered" | "state">, signers: readonly Signer[]) => {
  const left = state === "open" ? waiting(signers) : []
  const first = left[0]?.place
  return isOrdered ? left.filter(({ place }) => place === first) : left
}

/** Nobody signs twice, before their turn, or another text than the one they read. */
export const decideSign = (
  round: Round,
  signer: Signer,
  signers: readonly Signer[],
  hash: string,
): true | Refusal<ActRefusal | "not-your-turn" | "other-text"> => {
  const open = decideOpenFor(round, signer)
  if (isRefusal(open)) return open
  const before = waiting(signers).filter(({ place }) => round.isOrdered && place < signer.place)
  if (before.length > 0) return refuse("not-your-turn", { names: before.map(({ name }) => name) })
  return hash === round.hash || refuse("other-text", { hash: round.hash })
}
type ActRefusal = "signing-over" | "signed-already" | "not-signing"

/** What was signed on paper is put down in its turn, too, and was signed by the day that has come; the text is the one of the round. */
export const decidePaper = (
  round: Round,
  signer: Signer,
  signers: readonly Signer[],
): true | Refusal<ActRefusal | "not-your-turn" | "other-text"> => decideSign(round, signer, signers, round.hash)

/** On which day a signature on paper counts: a person says so, none is taken for the other by itself. */
export const countingDays = ["uploaded", "written"] as const
export type CountingDay = (typeof countingDays)[number]

type Signed = Readonly<{ state: SignerState; doneAt: string | null; countsOn: PlainDate | null }>

/** The day on which all had signed: the latest one that a signature counts for. */
export const signedOnDay = (signers: readonly Signed[], dayOf: (at: string) => PlainDate): PlainDate | undefined =>
  signers
    .flatMap(({ state, doneAt, countsOn }) =>
      state === "signed" && doneAt !== null ? [countsOn ?? dayOf(doneAt)] : [],
    )
    .toSorted()
    .at(-1)

/** Whoever was asked may say no, before their turn too: a signature that was given stands. */
export const decideDecline = (round: Round, signer: Signer): true | Refusal<ActRefusal> => decideOpenFor(round, signer)

const decideOpenFor = ({ state }: Round, signer: Signer): true | Refusal<ActRefusal> => {
  if (signer.state === "signed") return refuse("signed-already")
  if (state !== "open") return refuse("signing-over", { state })
  return signer.state === "waiting" || refuse("not-signing", { state: signer.state })
}

export const decideRecall = ({ state }: Pick<Round, "state">): true | Refusal<"signing-over"> =>
  state === "open" || refuse("signing-over", { state })

/** Somebody else of the same party: the host sees to it, and whoever signs may hand over where the host allows it. */
export const decideReplace = (
  round: Round,
  signer: Signer,
  signers: readonly Signer[],
  { email, isHost }: Readonly<{ email: string; isHost: boolean }>,
): true | Refusal<ActRefusal | "no-hand-over" | "signer-doubled"> => {
  const open = decideOpenFor(round, signer)
  if (isRefusal(open)) return open
  if (!isHost && !round.mayHandOver) return refuse("no-hand-over")
  const isThere = signers.some(
    (each) =>
      each.id !== signer.id &&
      (each.state === "waiting" || each.state === "signed") &&
      mailbox(each.email) === mailbox(email),
  )
  return !isThere || refuse("signer-doubled", { field: "email" })
}

/** One of several of a party is let go; the last one of it is replaced instead. */
export const decideRemove = (
  round: Round,
  signer: Signer,
  signers: readonly Signer[],
): true | Refusal<ActRefusal | "last-of-party"> => {
  const open = decideOpenFor(round, signer)
  if (isRefusal(open)) return open
  const others = signers.filter(
    ({ id, partyId, state }) =>
      id !== signer.id && partyId === signer.partyId && (state === "waiting" || state === "signed"),
  )
  return others.length > 0 || refuse("last-of-party")
}

/** Everybody who is to sign has signed. */
export const isSignedByAll = (signers: readonly Signer[]): boolean =>
  signers.some(({ state }) => state === "signed") &&
  signers.every(({ state }) => state !== "waiting" && state !== "declined")

/** How long somebody is left in peace before they are reminded by themselves, and by hand. */
export const daysBetweenReminders = 3
const hourMs = 3_600_000

type Told = Readonly<{ remindedAt: string | null }>

/** Of whom it is the turn, and who was not told of it just now. */
export const decideReminder = (
  round: Round,
  signer: Signer & Told,
  signers: readonly Signer[],
  now: string,
): true | Refusal<ActRefusal | "not-your-turn" | "reminded-just-now"> => {
  const open = decideOpenFor(round, signer)
  if (isRefusal(open)) return open
  if (inTurn(round, signers).every(({ id }) => id !== signer.id)) return refuse("not-your-turn")
  // Whoever was not told yet is about to be.
  const since = signer.remindedAt === null ? 0 : Date.parse(now) - Date.parse(signer.remindedAt)
  return since >= hourMs || refuse("reminded-just-now")
}

/** Who signed for a party, one after the other, as an agreement keeps it. */
export const namesOf = (signers: readonly Signer[], isOf: (partyId: Id) => boolean): string =>
  signers
    .filter(({ state, partyId }) => state === "signed" && isOf(partyId))
    .map(({ name }) => name)
    .join(", ")
