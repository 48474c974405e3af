import { z } from "zod"
import { abilityShape, endpoint, idShape, instantShape, plainDateShape, textShape } from "#core/endpoint"
import { roleMayNot } from "#core/refusalTexts"
import { likeBy } from "../rules.ts"

const lesson = z.object({
  isEnded: z.boolean(),
  endedOn: plainDateShape.nullable(),
  why: z.string().nullable().describe("said when it ended"),
  words: z.string().nullable().describe("what was learnt; null as long as nobody wrote it down"),
  writtenBy: z.string().nullable(),
  writtenAt: instantShape.nullable(),
  version: z.number().int().describe("0 before the first"),
  abilities: z.object({ write: abilityShape }),
})
export type Lesson = z.input<typeof lesson>

export const getLesson = endpoint("GET", "/partnerships/:partnership/lesson", {
  summary: "What was learnt of a partnership that has ended; your own side's alone.",
  reads: ["lessons", "partnerships", "members"],
  params: { partnership: idShape },
  output: lesson,
  refusals: roleMayNot,
})

export const writeLesson = endpoint("PUT", "/partnerships/:partnership/lesson", {
  summary: "Writes down what was learnt of a partnership that has ended; null takes it away.",
  changes: ["lessons"],
  params: { partnership: idShape },
  input: { lesson: textShape(2_000).nullable() },
  edits: true,
  output: lesson,
  refusals: {
    ...roleMayNot,
    "not-ended": { status: 409, title: "This partnership has not ended. What is learnt of it is written down then." },
  },
})

const like = z.object({
  id: idShape,
  name: z.string(),
  endedOn: plainDateShape.nullable(),
  by: z.array(z.enum(likeBy)).describe("in what it is alike"),
  why: z.string().nullable(),
  words: z.string().nullable(),
  writtenBy: z.string().nullable(),
})
export type LikeEnded = z.input<typeof like>

export const listLikeEnded = endpoint("GET", "/candidates/:candidate/ended-alike", {
  summary: "Partnerships of the like that have ended, the most alike first: why, and what was learnt. At most five.",
  reads: ["lessons", "partnerships", "organizations", "candidates"],
  params: { candidate: idShape },
  output: z.object({ items: z.array(like), found: z.number().int().describe("that are alike at all") }),
  refusals: roleMayNot,
})
