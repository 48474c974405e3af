import { z } from "zod"
import { partyFields } from "#contract/partnerships"
import { abilityShape, idShape, plainDateShape, textShape } from "#core/endpoint"
import { datings, mostGrants, mostWaits, offsetUnits, taskStates } from "../rules.ts"

/** What a task is about: a kind of thing, such as partnership, and which one. */
export const subject = {
  subjectKind: z.string().regex(/^[a-z_]{1,40}$/, "a kind of thing, such as partnership"),
  subjectId: idShape,
}

/** Days that somebody plans with; far beyond them no offset leads anywhere. */
export const plannedDay = plainDateShape.refine(
  (day) => day >= "1990-01-01" && day <= "2199-12-31",
  "a day between 1990 and 2199",
)

export const side = z.enum(["host", "partner"])
export const webAddress = z.url({ protocol: /^https?$/, error: "a web address, https://..." }).max(2_000)
export const offset = z.strictObject({ count: z.number().int().min(0).max(999), unit: z.enum(offsetUnits) })
export const grant = z.discriminatedUnion("opens", [
  z.strictObject({ opens: z.literal("deal_registration") }),
  z.strictObject({ opens: z.literal("resource"), name: textShape(120), link: webAddress }),
])
export const grants = z.array(grant).max(mostGrants)
export const waits = z.array(idShape).max(mostWaits)

/** How a task comes by its day. */
export const due = z.discriminatedUnion("how", [
  z.strictObject({ how: z.literal("none") }),
  z.strictObject({ how: z.literal("by_hand"), dueOn: plannedDay }),
  z.strictObject({ how: z.literal("after_start"), offset }),
  z.strictObject({ how: z.literal("after_task"), offset, task: idShape }),
])
export type Due = z.output<typeof due>

/** Another task as one reads of it beside this one. */
const neighbour = z.object({
  id: idShape,
  title: z.string(),
  state: z.enum(taskStates),
  owedBy: side,
  partyName: z.string().nullable(),
  dueOn: plainDateShape.nullable(),
  closedOn: plainDateShape.nullable(),
})
export type Neighbour = z.input<typeof neighbour>

export const taskView = z.object({
  id: idShape,
  partnershipId: idShape,
  partnershipName: z.string(),
  ...subject,
  planId: idShape.nullable(),
  title: z.string(),
  description: z.string().nullable(),
  ...partyFields,
  owedBy: side,
  visibility: z.enum(["shared", "host", "partner"]),
  owner: z
    .object({
      userId: z.string(),
      name: z.string(),
      isSelf: z.boolean(),
      hasLeft: z.boolean().describe("nobody holds it then, until it is given to somebody else"),
    })
    .nullable()
    .describe("null: anybody of its party may take it"),
  dueOn: plainDateShape.nullable(),
  /** How the day was found: so many days after the start or after a task, by the workdays of a country. */
  dated: z.object({
    how: z.enum(datings),
    count: z.number().nullable(),
    unit: z.enum(offsetUnits).nullable(),
    startsOn: plainDateShape.nullable().describe("the plan's start, where it is reckoned from that"),
    after: neighbour.nullable().describe("the task, where it is reckoned from one"),
    country: z.string().nullable().describe("whose workdays are counted; not told of another company"),
  }),
  waitsFor: z.array(neighbour).describe("tasks that come before it, whatever became of them"),
  isWaiting: z.boolean(),
  isOverdue: z.boolean(),
  workdaysLate: z.number().describe("after its day, or after the last of those it waited for"),
  isOptional: z.boolean(),
  needsEvidence: z.boolean().describe("done only with a note, a link or a file that shows it"),
  grants: z
    .array(
      z.object({
        opens: z.enum(["deal_registration", "resource"]),
        name: z.string().nullable(),
        link: z.string().nullable().describe("not told to a partner before it is open"),
        isOpen: z.boolean(),
      }),
    )
    .describe("what it opens for the partner once it is done; left out it opens nothing"),
  state: z.enum(taskStates),
  closedOn: plainDateShape.nullable(),
  reason: z.string().nullable(),
  note: z.string().nullable(),
  link: z.string().nullable(),
  reDated: z.number().describe("how often somebody gave it another day by hand"),
  version: z.number(),
  abilities: z.object({ edit: abilityShape, done: abilityShape, skip: abilityShape, reopen: abilityShape }),
})
export type TaskView = z.input<typeof taskView>

export const title = textShape()
export const description = textShape(4_000)

export const notYours = {
  "not-your-task": {
    status: 403,
    title: "This is for another party to do. You may change what your own company does.",
  },
} as const
export const closed = {
  "task-closed": { status: 409, title: "This task is done or skipped. Open it again first." },
} as const
export const order = {
  "no-such-task": { status: 422, title: "A task can wait only for tasks on the same thing. Choose one of them." },
  "kept-private-from-it": {
    status: 422,
    title:
      "A task cannot wait for, or be dated after, what some of its readers may not see. Choose a task with the same readers.",
  },
  "goes-in-circles": { status: 422, title: "These tasks would wait for each other in a circle. Take one of them out." },
} as const
export const owner = {
  "owner-not-of-party": { status: 422, title: "The owner must be an active person of the party that does it." },
} as const
export const dating = {
  "no-start": { status: 422, title: "Only a task of a plan can be dated after the plan's start. Choose a day." },
} as const
export const full = {
  "too-many-tasks": {
    status: 409,
    title: "There are 500 tasks here, more than anybody reads. Finish a plan before the next.",
  },
} as const
export const subjectPrivate = {
  "private-is-own": { status: 422, title: "Only what your own party does can be private to it." },
  "kept-to-one-party": {
    status: 422,
    title: "This is kept to one party: what is to be done about it is that party's, and private.",
  },
} as const
