import { z } from "zod"
import { heldFile } from "#contract/files"
import { abilityShape, idShape, instantShape, plainDateShape, textShape } from "#core/endpoint"
import { mostTyped, roundStates, signerStates, signingMethods } from "../rules.ts"

const side = z.enum(["host", "partner"])
export const party = {
  side,
  partyId: idShape,
  partyName: z.string().nullable().describe("which company, where several take part"),
}

/** A signature as it is put down by hand: strokes of points on a sheet of 1000 by 300, from its upper left. */
const strokes = z
  .array(
    z
      .array(z.tuple([z.number().int().min(0).max(1_000), z.number().int().min(0).max(300)]))
      .min(1)
      .max(500),
  )
  .min(1)
  .max(60)
export const markShape = z.discriminatedUnion("kind", [
  z.strictObject({ kind: z.literal("typed"), text: textShape(mostTyped) }),
  z.strictObject({ kind: z.literal("drawn"), strokes }),
])

/** What was signed on paper, as the host uploaded it: nothing of it was checked. */
const paperView = z.object({
  file: heldFile.nullable(),
  sha256: z.string(),
  on: plainDateShape.describe("the day written on it"),
  countsOn: plainDateShape.describe("the day that it counts for, as whoever uploaded it said"),
  by: z.string(),
})

const signerView = z.object({
  id: idShape,
  ...party,
  name: z.string(),
  email: z.string().nullable().describe("null where the reader is of another company"),
  place: z.number().int().describe("of an ordered round: who stands earlier signs earlier"),
  hasAccount: z.boolean().describe("signs signed in; everybody else by a link and a code from their mailbox"),
  isYou: z.boolean(),
  state: z.enum(signerStates),
  isInTurn: z.boolean(),
  askedAt: instantShape.nullable(),
  remindedAt: instantShape.nullable(),
  mailedAt: instantShape.nullable().describe("when the last link to them really went out; null for a partner"),
  doneAt: instantShape.nullable(),
  method: z.enum(signingMethods).nullable(),
  paper: paperView.nullable(),
  mark: markShape.nullable(),
  insteadOf: z
    .object({ name: z.string(), by: z.string(), reason: z.string(), at: instantShape })
    .nullable()
    .describe("whose place they took, who arranged that, when and why"),
  version: z.number(),
  abilities: z.object({
    sign: abilityShape,
    paper: abilityShape,
    decline: abilityShape,
    replace: abilityShape,
    remove: abilityShape,
    remind: abilityShape,
  }),
})
export type SignerView = z.input<typeof signerView>

export const signingView = z.object({
  id: idShape,
  draftId: idShape,
  partnershipId: idShape,
  versionNumber: z.number().int(),
  hash: z.string().describe("SHA-256 of what is signed: words, terms, promises and goals"),
  state: z.enum(roundStates),
  isOrdered: z.boolean(),
  mayHandOver: z.boolean(),
  startedAt: instantShape,
  startedBy: z.string().nullable(),
  ended: z
    .object({
      ...party,
      by: z.string().nullable(),
      at: instantShape,
      reason: z.string().nullable().describe("null where it was not given, or not to the reader's company"),
    })
    .nullable(),
  /** When what all had signed was put in force, or why it could not be yet. */
  concludedAt: instantShape.nullable(),
  stuck: z.string().nullable(),
  /** The finished document, once it is sealed. */
  sealed: z.object({ fileId: idShape, sha256: z.string(), at: instantShape }).nullable(),
  signers: z.array(signerView),
  version: z.number(),
  abilities: z.object({ recall: abilityShape }),
})
export type SigningView = z.input<typeof signingView>
