import { z } from "zod"
import { receivedFileRefusals, unavailableFileRefusals } from "#contract/files"
import {
  abilityShape,
  endpoint,
  idShape,
  instantShape,
  plainDateShape,
  stored,
  storedDownloadShape,
  textShape,
} from "#core/endpoint"
import { roleMayNot } from "#core/refusalTexts"
import { checkResults, mostRounds, roundStates } from "../rules.ts"

const file = z.object({
  ...{ id: idShape, name: z.string(), bytes: z.number(), hash: z.string(), check: z.string() },
  ...{ uploaderName: z.string(), uploadedAt: instantShape, download: abilityShape },
})

const checkShape = z.strictObject({
  result: z.enum(checkResults),
  register: textShape(200).describe("the list or register that was looked into, such as the EU consolidated list"),
  reference: textShape(200).optional().describe("of the search or the entry, to find it again"),
  checkedOn: plainDateShape,
})

export const roundShape = z.object({
  id: idShape,
  number: z.number().int(),
  state: z.enum(roundStates),
  note: z.string().nullable(),
  link: z.string().nullable(),
  issuedOn: plainDateShape.nullable(),
  validThrough: plainDateShape.nullable().describe("its last day, that day included; null has no end"),
  check: checkShape.extend({ reference: z.string().nullable() }).nullable(),
  givenBy: z.string().nullable(),
  givenAt: instantShape,
  reviewedBy: z.string().nullable(),
  reviewedAt: instantShape.nullable(),
  review: z.string().nullable().describe("why it was refused, or why what a check met is cleared"),
  files: z.array(file),
  version: z.number().int(),
  abilities: z.object({ change: abilityShape, accept: abilityShape, refuse: abilityShape }),
})
export type DiligenceRoundView = z.input<typeof roundShape>

const evidence = {
  note: textShape(4_000).optional(),
  link: z
    .url({ protocol: /^https?$/ })
    .max(500)
    .optional(),
  issuedOn: plainDateShape.optional(),
  validThrough: plainDateShape
    .optional()
    .describe("its last day; reckoned from the day it was issued or checked on where left out"),
  check: checkShape.optional(),
}

const unfit = {
  "issued-ahead": { status: 422, title: "This day has not come yet. Choose today or a day that has passed." },
  "ends-before-begins": { status: 422, title: "The last day lies before the first. Look at both days again." },
  "last-day-needed": {
    status: 422,
    title: "This is good for a time only. Say until when, or when it was issued or checked.",
  },
} as const

export const giveEvidence = endpoint("POST", "/diligence-items/:diligenceItem/rounds", {
  makes: true,
  summary:
    "Gives evidence of an item, or records what a check by hand or by another system met. It is valid once somebody has accepted it; what was accepted before stays valid through its last day.",
  changes: ["diligence"],
  params: { diligenceItem: idShape },
  input: evidence,
  output: roundShape,
  refusals: {
    ...roleMayNot,
    ...unfit,
    "review-first": {
      status: 409,
      title: "There is evidence here that nobody has reviewed. Change that, or have it reviewed first.",
    },
    "not-needed-now": {
      status: 409,
      title: "This is not needed, as somebody said with a reason. Put it back on first.",
    },
    "too-many-rounds": { status: 409, title: `There are ${mostRounds} rounds of evidence here. Ask for it anew.` },
  },
})

const params = { diligenceRound: idShape }
const reviewed = {
  "already-reviewed": { status: 409, title: "This was reviewed already. Give newer evidence instead." },
} as const

export const changeEvidence = endpoint("PUT", "/diligence-rounds/:diligenceRound", {
  summary: "Replaces what was given as long as nobody has reviewed it.",
  changes: ["diligence"],
  params,
  input: evidence,
  edits: true,
  output: roundShape,
  refusals: { ...roleMayNot, ...unfit, ...reviewed },
})

export const reviewEvidence = endpoint("POST", "/diligence-rounds/:diligenceRound/review", {
  summary: "Accepts or refuses evidence. What was accepted can be refused later, as when a certificate is withdrawn.",
  changes: ["diligence"],
  params,
  input: {
    outcome: z.enum(["accepted", "refused"]),
    why: textShape(4_000).optional().describe("needed to refuse, and to accept what a check met"),
  },
  edits: true,
  output: roundShape,
  refusals: {
    ...roleMayNot,
    ...reviewed,
    "own-evidence": { status: 409, title: "You gave this evidence. Here somebody else has to review it." },
    "review-why-needed": { status: 422, title: "Say why it is refused." },
    "clearing-why-needed": { status: 422, title: "The check met something. Say why it is cleared even so." },
    "no-evidence": {
      status: 409,
      title: "There is nothing to go by yet: add a file, a link, a note or what a check met.",
    },
    "check-needed": { status: 409, title: "This needs a check against a list: say which, when, and what it met." },
    "evidence-expired": { status: 409, title: "Its last day has passed. Ask for newer evidence." },
  },
})

export const addEvidenceFile = endpoint("POST", "/diligence-rounds/:diligenceRound/files", {
  makes: true,
  summary: "Receives one file of evidence, as long as nobody has reviewed it. It is for the host's people alone.",
  changes: ["diligence"],
  params,
  uploads: "file",
  output: roundShape,
  refusals: { ...roleMayNot, ...reviewed, ...receivedFileRefusals },
})

const fileParams = { ...params, evidenceFile: idShape }

export const downloadEvidenceFile = endpoint("GET", "/diligence-rounds/:diligenceRound/files/:evidenceFile/content", {
  summary: "The bytes of a file of evidence, to be saved.",
  reads: [],
  params: fileParams,
  output: storedDownloadShape,
  downloads: stored,
  refusals: { ...roleMayNot, ...unavailableFileRefusals },
})

export const removeEvidenceFile = endpoint("DELETE", "/diligence-rounds/:diligenceRound/files/:evidenceFile", {
  summary: "Takes a file of evidence away, as long as nobody has reviewed it.",
  changes: ["diligence"],
  params: fileParams,
  output: roundShape,
  refusals: { ...roleMayNot, ...reviewed },
})
