import { canonical } from "#core/canonical"
import type { Id } from "#core/ids"
import { type Refusal, refuse } from "#core/refusal"
import type { DraftState } from "./drafts.ts"
import type { AgreementText, Block } from "./text/clause.ts"
import { decideKeys } from "./text/keys.ts"
import { linesOf } from "./text/lines.ts"
import { openTerms } from "./text/words.ts"

/** Signs of all clauses together: the longest contracts that we know have a third of it, and two of this length are compared in a second. */
export const mostSigns = 300_000

const signsOf = ({ clauses }: Pick<AgreementText, "clauses">): number =>
  clauses.reduce((sum, { heading, content }) => sum + heading.length + signsIn(content), 0)

const signsIn = (content: readonly Block[]): number =>
  linesOf(content).reduce(
    (sum, line) =>
      sum + line.content.reduce((signs, inline) => signs + (inline.type === "text" ? inline.text.length : 1), 0),
    0,
  )

/** A text that is written or proposed: each key once, and no longer than can be read and compared. */
export const decideText = (text: AgreementText): true | Refusal<"clause-key-doubled" | "text-too-long"> => {
  const keys = decideKeys(text.clauses)
  if (keys !== true) return keys
  const signs = signsOf(text)
  return signs <= mostSigns || refuse("text-too-long", { field: "clauses", most: mostSigns, signs })
}

/** Whether two texts are one, in whatever order their fields are kept. */
export const isSameText = (one: AgreementText, other: AgreementText): boolean => canonical(one) === canonical(other)

type Version = Readonly<{ number: number; agreedBy: readonly Id[]; text: AgreementText }>

/** The parties that do not hold this version yet: nothing binds before all of them hold the same one. */
export const missingConsents = (parties: readonly Id[], { agreedBy }: Pick<Version, "agreedBy">): readonly Id[] =>
  parties.filter((party) => !agreedBy.includes(party))

/** Whether a party may say that it holds a version: the latest of a draft in review, once. */
export const decideConsent = (
  { state }: Readonly<{ state: DraftState }>,
  latest: Version | undefined,
  number: number,
  party: Id,
): true | Refusal<"not-in-review" | "version-replaced" | "agreed-already" | "terms-open"> => {
  if (state !== "in_review" || latest === undefined) return refuse("not-in-review", { state })
  if (latest.number !== number) return refuse("version-replaced", { number: latest.number })
  if (latest.agreedBy.includes(party)) return refuse("agreed-already", { number })
  const open = openTerms(latest.text)
  return open.length === 0 || refuse("terms-open", { terms: open })
}

type Given = Readonly<{ isTakenOver: boolean; hasSignedFile: boolean; isDataOnly: boolean }>

/**
 * An agreement that has words is put in force when every party holds the same ones. What was signed elsewhere says so by the file
 * that was signed; what was in force before is taken over; and putting right data that was entered wrongly touches no words.
 */
export const decideHeldByAll = (
  parties: readonly Id[],
  latest: Version | undefined,
  { isTakenOver, hasSignedFile, isDataOnly }: Given,
): true | Refusal<"not-agreed"> =>
  latest === undefined ||
  isTakenOver ||
  hasSignedFile ||
  isDataOnly ||
  missingConsents(parties, latest).length === 0 ||
  refuse("not-agreed", { number: latest.number })
