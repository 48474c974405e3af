import { z } from "zod"
import {
  abilityShape,
  endpoint,
  idShape,
  instantShape,
  listOf,
  listQuery,
  stored,
  storedDownloadShape,
  textShape,
} from "#core/endpoint"
import { languageCodes } from "#core/languages"
import { roleMayNot } from "#core/refusalTexts"
import { applicationStates, candidateStages, suspicions } from "../rules.ts"
import { conflictShape } from "./conflicts.ts"

/** An address as an applicant types it. */
export const emailShape = z.email().max(254)

const application = z.object({
  id: idShape,
  formId: idShape,
  formTitle: z.string(),
  state: z.enum(applicationStates),
  suspicions: z.array(z.enum(suspicions)).describe("why it was held back; they stay with it"),
  company: z.string(),
  country: z.string().nullable(),
  person: z.string(),
  email: z.string().describe("as typed: nobody has shown that it is theirs"),
  candidateId: idShape.nullable(),
  stage: z.enum(candidateStages).nullable().describe("of the candidate it became"),
  receivedAt: instantShape,
  version: z.number().int(),
})
export type ApplicationRow = z.input<typeof application>

const whole = application.extend({
  language: z.enum(languageCodes),
  website: z.string().nullable(),
  registrationNumber: z.string().nullable(),
  answers: z.array(z.object({ question: z.string(), answer: z.string() })),
  additions: z
    .array(
      z.object({ asked: z.string(), askedAt: instantShape, words: z.string().nullable(), at: instantShape.nullable() }),
    )
    .describe("what more was asked for, and what came"),
  files: z.array(
    z.object({
      id: idShape,
      name: z.string(),
      bytes: z.number(),
      check: z.string(),
      download: abilityShape,
    }),
  ),
  conflicts: z.array(conflictShape).describe("what is known of the company; of a candidate its own page says it"),
  why: z.string().nullable(),
  settledBy: z.string().nullable(),
  settledAt: instantShape.nullable(),
  abilities: z.object({ accept: abilityShape, discard: abilityShape, ask: abilityShape }),
})
export type WholeApplication = z.input<typeof whole>

export const listApplications = endpoint("GET", "/applications", {
  summary: "Applications, the latest first; of one state or form if asked for.",
  reads: ["applications", "application-forms", "candidates"],
  query: {
    ...listQuery(["-receivedAt", "receivedAt"]),
    state: z.enum(applicationStates).optional(),
    form: idShape.optional(),
    candidate: idShape.optional(),
  },
  output: listOf(application),
  refusals: roleMayNot,
})

const params = { application: idShape }

export const getApplication = endpoint("GET", "/applications/:application", {
  summary: "One application: what was answered, its files, and what is known of the company.",
  reads: ["applications", "application-forms", "candidates", "organizations", "files"],
  params,
  output: whole,
  refusals: roleMayNot,
})

const settled = {
  "application-settled": { status: 409, title: "This application was taken or discarded already." },
} as const

export const acceptApplication = endpoint("POST", "/applications/:application/acceptance", {
  summary: "Takes an application that was held back: it becomes a candidate.",
  changes: ["applications", "candidates", "organizations"],
  params,
  edits: true,
  output: whole,
  refusals: { ...roleMayNot, ...settled },
})

export const discardApplication = endpoint("POST", "/applications/:application/discarding", {
  summary: "Discards an application that was held back. Whoever sent it is told nothing.",
  changes: ["applications"],
  params,
  input: { why: textShape(1_000) },
  edits: true,
  output: whole,
  refusals: { ...roleMayNot, ...settled },
})

export const askApplicant = endpoint("POST", "/applications/:application/questions", {
  summary: "Asks whoever applied for something more, by mail; they add it by a link.",
  changes: ["applications", "links"],
  params,
  input: { asked: textShape(1_000) },
  edits: true,
  output: whole,
  refusals: {
    ...roleMayNot,
    "application-held": { status: 409, title: "This application is held back. Take it first." },
    "asked-already": { status: 409, title: "Something was asked for already. Wait for what comes." },
    "stage-decided": { status: 409, title: "This was decided. Look at it again first." },
  },
})

export const downloadApplicationFile = endpoint("GET", "/applications/:application/files/:applicationFile/content", {
  summary: "The bytes of a file that came with an application, to be saved.",
  reads: [],
  params: { ...params, applicationFile: idShape },
  output: storedDownloadShape,
  downloads: stored,
  refusals: {
    ...roleMayNot,
    "still-being-checked": {
      status: 409,
      title: "This file is still being checked for viruses. Try again in a minute.",
    },
    "file-quarantined": {
      status: 423,
      title: "A virus was found in this file, so nobody can open it. Ask for a clean one.",
    },
    "file-removed": { status: 410, title: "This file was removed." },
  },
})
