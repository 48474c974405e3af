import { z } from "zod"
import { partyInput, partyRefusals } from "#contract/partnerships"
import { attentionShape } from "#core/attention"
import { abilityShape, endpoint, idShape, listOf, listQuery, plainDateShape, textShape } from "#core/endpoint"
import { roleMayNot } from "#core/refusalTexts"
import * as shape from "./shapes.ts"

const task = { task: idShape }
const said = { note: textShape(2_000).optional(), link: shape.webAddress.optional() }

export const listTasks = endpoint("GET", "/tasks", {
  summary: "Tasks over all partnerships, or of one thing, by their day; what has none comes last.",
  reads: ["tasks"],
  query: {
    ...listQuery(["sortOn", "-sortOn"]),
    whose: z
      .enum(["mine", "party", "all"])
      .default("mine")
      .describe("mine: given to oneself; party: to do for one's own party"),
    state: z.enum(["open", "closed", "all"]).default("open"),
    partnership: idShape.optional(),
    subjectKind: shape.subject.subjectKind.optional(),
    subjectId: idShape.optional(),
    overdue: z.stringbool().optional(),
  },
  output: listOf(shape.taskView),
})

const planView = z.object({
  id: idShape,
  name: z.string(),
  edition: z.number(),
  startsOn: plainDateShape,
  done: z.number().describe("done or skipped, of those one may see"),
  tasks: z.number(),
  version: z.number(),
})

export const getTasksOf = endpoint("GET", "/tasks-of", {
  summary: "All tasks on one thing in their order, with the plans they belong to and how far they are.",
  reads: ["tasks"],
  query: shape.subject,
  output: z.object({
    today: plainDateShape,
    subjectName: z.string(),
    partnershipId: idShape,
    items: z.array(shape.taskView),
    plans: z.array(planView),
    done: z.number(),
    abilities: z.object({ createForHost: abilityShape, createForPartner: abilityShape, startPlan: abilityShape }),
  }),
})

export const getTask = endpoint("GET", "/tasks/:task", {
  summary: "One task.",
  reads: ["tasks"],
  params: task,
  output: shape.taskView,
})

export const listTaskOwners = endpoint("GET", "/partnerships/:partnership/task-owners", {
  summary: "Who a task of a party can be given to.",
  reads: ["members", "partner-users"],
  params: { partnership: idShape },
  query: { side: shape.side, party: partyInput },
  output: z.object({ items: z.array(z.object({ userId: z.string(), name: z.string(), isSelf: z.boolean() })) }),
  refusals: { ...roleMayNot, ...shape.notYours, ...partyRefusals },
})

export const createTask = endpoint("POST", "/tasks", {
  makes: true,
  summary: "Adds something to do by one party, shared with the others or private to one's own.",
  changes: ["tasks"],
  input: {
    ...shape.subject,
    title: shape.title,
    description: shape.description.optional(),
    side: shape.side.describe("which side does it"),
    party: partyInput,
    isPrivate: z.boolean().default(false).describe("private to one's own party, for what one's own party does"),
    ownerId: z.string().max(100).optional().describe("a user, as /task-owners names them"),
    due: shape.due.default({ how: "none" }),
    waitsFor: shape.waits.default([]),
    isOptional: z.boolean().default(false),
  },
  output: shape.taskView,
  refusals: {
    ...roleMayNot,
    ...shape.notYours,
    ...partyRefusals,
    ...shape.order,
    ...shape.owner,
    ...shape.dating,
    ...shape.full,
    ...shape.subjectPrivate,
  },
})

export const editTask = endpoint("PUT", "/tasks/:task", {
  summary:
    "Changes an open task: what it says, whose it is, its day and what it waits for. What is dated after it follows.",
  changes: ["tasks"],
  params: task,
  input: {
    title: shape.title,
    description: shape.description.optional(),
    ownerId: z.string().max(100).optional(),
    due: shape.due,
    waitsFor: shape.waits,
    isOptional: z.boolean().default(false),
  },
  edits: true,
  output: shape.taskView,
  refusals: {
    ...roleMayNot,
    ...shape.notYours,
    ...shape.closed,
    ...shape.order,
    ...shape.owner,
    ...shape.dating,
  },
})

export const reDateTask = endpoint("POST", "/tasks/:task/re-date", {
  summary: "Gives a task another day by hand. It is counted, and no plan moves that day again.",
  changes: ["tasks"],
  params: task,
  input: { dueOn: shape.plannedDay },
  output: shape.taskView,
  refusals: { ...roleMayNot, ...shape.notYours, ...shape.closed },
})

export const giveTask = endpoint("POST", "/tasks/:task/give", {
  summary: "Gives a task to a person of its party, or to nobody in particular.",
  changes: ["tasks"],
  params: task,
  input: { ownerId: z.string().max(100).optional() },
  output: shape.taskView,
  refusals: { ...roleMayNot, ...shape.notYours, ...shape.closed, ...shape.owner },
})

export const finishTask = endpoint("POST", "/tasks/:task/done", {
  summary: "Says that a task is done. What is dated after it moves with the day on which it was done.",
  changes: ["tasks"],
  params: task,
  input: { doneOn: shape.plannedDay.optional().describe("today when left out"), ...said },
  output: shape.taskView,
  refusals: {
    ...roleMayNot,
    ...shape.notYours,
    ...shape.closed,
    "waits-for": { status: 409, title: "This task waits for others that are not done. Finish or skip those first." },
    "task-evidence-needed": {
      status: 422,
      title: "This task is done only with what shows it. Add a note, a link or a file.",
    },
    "done-in-future": {
      status: 422,
      title: "A task cannot be done on a day that has not come yet. Choose today or an earlier day.",
    },
  },
})

export const skipTask = endpoint("POST", "/tasks/:task/skip", {
  summary: "Leaves a task out, with the reason. Nothing waits for it any more.",
  changes: ["tasks"],
  params: task,
  input: { reason: textShape(2_000) },
  output: shape.taskView,
  refusals: {
    ...roleMayNot,
    ...shape.notYours,
    ...shape.closed,
    "needed-by-the-plan": {
      status: 403,
      title: "This task is not optional. The host's partner managers may leave it out.",
    },
  },
})

export const reopenTask = endpoint("POST", "/tasks/:task/reopen", {
  summary: "Opens a task again that was done or skipped. What is dated after it follows.",
  changes: ["tasks"],
  params: task,
  output: shape.taskView,
  refusals: {
    ...roleMayNot,
    ...shape.notYours,
    "task-open": { status: 409, title: "This task is open." },
    "others-went-on": {
      status: 409,
      title: "Tasks that waited for this one are done already. Open those again first.",
    },
  },
})

/** What waits for one on the home page. */
export const tasksWaiting = attentionShape(
  "tasks",
  shape.taskView.pick({
    id: true,
    partnershipId: true,
    partnershipName: true,
    subjectKind: true,
    subjectId: true,
    title: true,
    owner: true,
    owedBy: true,
    visibility: true,
    dueOn: true,
    isWaiting: true,
    isOverdue: true,
    needsEvidence: true,
    state: true,
    abilities: true,
  }),
  ["overdue", "soon"],
  ({ id, partnershipId, dueOn }) => ({ id, partnershipId, on: dueOn }),
)
