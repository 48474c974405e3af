import type { Refusal } from "#core/refusal"
import { isRefusal, refuse } from "#core/refusal"
import type { PlainDate } from "#core/time"
import { isReadingOpen } from "#rules/objectives"
import type { Content } from "./content.ts"

/** A first version becomes an agreement. A correction puts right what was entered wrongly, from the beginning; a change holds from a day. */
export const draftKinds = ["first", "correction", "change"] as const
export type DraftKind = (typeof draftKinds)[number]

/** `agreed` is a change that both sides signed and whose day has not come. */
export const draftStates = ["draft", "in_review", "agreed", "in_force", "withdrawn"] as const
export type DraftState = (typeof draftStates)[number]

const moves: Readonly<Record<DraftState, readonly DraftState[]>> = {
  draft: ["in_review", "withdrawn"],
  in_review: ["draft", "agreed", "in_force", "withdrawn"],
  agreed: ["in_force", "withdrawn"],
  in_force: [],
  withdrawn: [],
}

type InState = Readonly<{ state: DraftState }>

/** Whether a draft may be brought there by hand; putting it in force is an act of its own. */
export const decideMove = ({ state }: InState, to: DraftState): true | Refusal<"draft-moved-on"> =>
  moves[state].includes(to) || refuse("draft-moved-on", { state })

/** What is in review is the text that was sent there: it is changed after it was taken back. */
export const decideDraftEdit = ({ state }: InState): true | Refusal<"not-a-draft"> =>
  state === "draft" || refuse("not-a-draft", { state })

/** Only what was reviewed is put in force. */
export const decideReviewed = ({ state }: InState): true | Refusal<"not-reviewed"> =>
  state === "in_review" || refuse("not-reviewed", { state })

type Said = Readonly<{
  signedOn?: PlainDate | null | undefined
  hostSigner?: string | null | undefined
  partnerSigner?: string | null | undefined
}>

/** What is on file of the signatures. Where nothing is, an agreement was taken over as in force, and that is said. */
export const signingStates = ["signed", "in_part", "not_on_file"] as const
type Signing = (typeof signingStates)[number]

export const signingOf = ({ signedOn, hostSigner, partnerSigner }: Said): Signing => {
  const said = [signedOn, hostSigner, partnerSigner].filter((each) => (each ?? "") !== "").length
  return said === 3 ? "signed" : said === 0 ? "not_on_file" : "in_part"
}

/** Nobody signs on a day that has not come. */
export const decideSignedOn = (
  signedOn: PlainDate | null | undefined,
  today: PlainDate,
): true | Refusal<"not-yet-signed"> =>
  signedOn == null || signedOn <= today || refuse("not-yet-signed", { field: "signedOn", today })

/**
 * Nothing is put in force unsigned. Putting right what was entered wrongly changes nothing that was signed; and a first version
 * that was in force long before may be taken over, by saying so, while its signature is looked for.
 */
export const decideSigning = (
  kind: DraftKind,
  said: Said & Readonly<{ takenOver?: boolean | undefined }>,
  today: PlainDate,
): true | Refusal<"signature-needed" | "not-yet-signed"> => {
  const day = decideSignedOn(said.signedOn, today)
  if (isRefusal(day) || kind === "correction") return day
  if (signingOf(said) === "signed" || (kind === "first" && said.takenOver === true)) return true
  const missing = (["hostSigner", "partnerSigner", "signedOn"] as const).find((field) => (said[field] ?? "") === "")
  return refuse("signature-needed", { field: missing })
}

type Term = Readonly<{ startsOn: PlainDate; endsOn: PlainDate | null }>

/** A change holds from a day inside the agreement's term; a correction names none. */
export const decideValidFrom = (
  kind: DraftKind,
  validFrom: PlainDate | null | undefined,
  { startsOn, endsOn }: Term,
): true | Refusal<"valid-from-expected" | "outside-term"> => {
  if (kind !== "change")
    return validFrom == null || refuse("valid-from-expected", { field: "validFrom", expected: "none" })
  if (validFrom == null) return refuse("valid-from-expected", { field: "validFrom", expected: "a day" })
  if (validFrom < startsOn || (endsOn !== null && validFrom > endsOn))
    return refuse("outside-term", { field: "validFrom", from: startsOn, to: endsOn })
  return true
}

/** An agreed change of a target says how the new figure is meant; the first that does not is named. */
export const decideReadings = (
  kind: DraftKind,
  base: Content | null,
  { objectives }: Pick<Content, "objectives">,
): true | Refusal<"reading-expected"> => {
  const open = objectives.findIndex((goal) => isReadingLeftOpen(kind, base, goal))
  return open < 0 || refuse("reading-expected", { field: `objectives.${open}.reading` })
}

export const isReadingLeftOpen = (
  kind: DraftKind,
  base: Content | null,
  goal: Content["objectives"][number],
): boolean => {
  const before = kind === "change" ? base?.objectives.find(({ id }) => id !== undefined && id === goal.id) : undefined
  return before !== undefined && isReadingOpen({ ...before, partyId: before.party }, { ...goal, partyId: goal.party })
}
