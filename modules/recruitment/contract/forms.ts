import { z } from "zod"
import { ownerMust } from "#contract/partnerships"
import { abilityShape, endpoint, idShape, textShape } from "#core/endpoint"
import { languageCodes } from "#core/languages"
import { roleMayNot } from "#core/refusalTexts"
import { mostForms, mostQuestions } from "../rules.ts"

const question = z.strictObject({
  key: z.string().regex(/^[a-z0-9][a-z0-9_-]{0,39}$/, "small letters, digits, - and _, such as market-reach"),
  isRequired: z.boolean(),
})

const words = z.strictObject({
  language: z.enum(languageCodes),
  title: textShape(120),
  intro: textShape(4_000).nullable().default(null),
  questions: z.array(textShape(300)).max(mostQuestions).describe("in the order of the form’s questions"),
})

const details = {
  profileId: idShape.describe(
    "the ideal profile by which whoever applies is looked at; its type and region are the form’s",
  ),
  ownerId: idShape.optional().describe("who looks after the candidates that come by it"),
  words: z
    .array(words)
    .min(1)
    .max(languageCodes.length)
    .describe("a language each that it is offered in, its own first"),
  questions: z.array(question).max(mostQuestions).default([]),
  takesFiles: z.boolean().default(true),
  isOpen: z.boolean().default(false),
}

const form = z.object({
  id: idShape,
  profileId: idShape,
  profileName: z.string(),
  ownerId: idShape.nullable(),
  words: z.array(words),
  questions: z.array(question),
  takesFiles: z.boolean(),
  isOpen: z.boolean(),
  url: z.string().describe("where anybody fills it in"),
  applications: z.number().int().describe("that became candidates"),
  suspected: z.number().int().describe("that are held back for a person"),
  version: z.number().int(),
  abilities: z.object({ edit: abilityShape }),
})
export type ApplicationForm = z.input<typeof form>

const refusals = {
  ...roleMayNot,
  ...ownerMust,
  "profile-not-usable": {
    status: 422,
    title: "This profile is not published, or is retired. Publish it, or choose another.",
  },
  "language-twice": { status: 422, title: "A language is there twice. Take one of them out." },
  "form-question-twice": { status: 422, title: "Two questions have the same name. Give one of them another." },
  "question-unworded": {
    status: 422,
    title: "A question has no words in one of the languages. Write them, or take it out.",
  },
} as const

export const listForms = endpoint("GET", "/application-forms", {
  summary: `Forms by which companies apply; at most ${mostForms}.`,
  reads: ["application-forms", "applications", "ideal-profiles"],
  output: z.object({ items: z.array(form), abilities: z.object({ make: abilityShape }) }),
  refusals: roleMayNot,
})

export const getForm = endpoint("GET", "/application-forms/:form", {
  summary: "One form, in every language that it is offered in.",
  reads: ["application-forms", "applications", "ideal-profiles"],
  params: { form: idShape },
  output: form,
  refusals: roleMayNot,
})

export const makeForm = endpoint("POST", "/application-forms", {
  makes: true,
  summary: "Makes a form at a public address of its own.",
  changes: ["application-forms"],
  input: details,
  output: form,
  refusals: {
    ...refusals,
    "too-many-forms": { status: 409, title: `There are ${mostForms} forms. Change one of them.` },
  },
})

export const editForm = endpoint("PUT", "/application-forms/:form", {
  summary: "Replaces what a form says and asks, and opens or closes it. Its address stays.",
  changes: ["application-forms"],
  params: { form: idShape },
  input: details,
  edits: true,
  output: form,
  refusals,
})
