import { z } from "zod"
import { memberRoles } from "#core/actor"
import { attentionShape } from "#core/attention"
import {
  abilityShape,
  endpoint,
  idShape,
  instantShape,
  listOf,
  listQuery,
  moneyShape,
  plainDateShape,
  textShape,
} from "#core/endpoint"
import { complaintShape, expressionShape, reasonsShape, vocabularyShape } from "#core/expression/shapes"
import { expressionRefused, roleMayNot } from "#core/refusalTexts"
import { approvalStates, becauses, decisions, needs, posts } from "./rules.ts"

const kind = z.string().regex(/^[a-z_.]{1,60}$/, "an act that can be approved, such as agreement.termination")
const userId = z.string().min(1).max(100)

const stepShape = z.strictObject({
  name: textShape(80),
  from: moneyShape.optional().describe("needed from this amount on; always when left out"),
  condition: expressionShape
    .min(1)
    .optional()
    .describe("needed when this holds, and when nobody knows whether it does; always when left out"),
  userIds: z.array(userId).min(1).max(20).optional(),
  role: z.enum(memberRoles).optional(),
  post: z.enum(posts).optional().describe("who looks after the partnership, or our executive sponsor of it"),
  needs: z.enum(needs).default("one").describe("one of them, or all"),
})
export type RuleStep = z.input<typeof stepShape>

/** Why a step is asked. */
export const becauseShape = z.object({ asked: z.enum(becauses), reasons: reasonsShape })

const answer = z.object({
  name: z.string(),
  standsFor: z.string().describe("whose word it is, by name"),
  decision: z.enum(decisions),
  reason: z.string().nullable(),
  answeredAt: instantShape,
})

export const approvalView = z.object({
  id: idShape,
  kind: z.string(),
  subjectKind: z.string(),
  subjectId: idShape,
  partnershipId: idShape,
  partnershipName: z.string(),
  title: z.string(),
  amount: moneyShape.nullable(),
  intent: z.record(z.string(), z.unknown()).describe("what is to be done, as the act that asked says it"),
  hash: z.string().describe("of what is to be approved; an answer says which it has seen"),
  askedBy: z.object({
    name: z.string(),
    isSelf: z.boolean(),
    isPartner: z.boolean().describe("a partner asked, who is told the answer, and reads why"),
  }),
  askedAt: instantShape,
  state: z.enum(approvalStates),
  steps: z.array(
    z.object({
      name: z.string().describe("empty where no rule names anybody, and the owners and admins are asked"),
      needs: z.enum(needs),
      because: becauseShape.nullable().describe("why it is asked; null of requests from before conditions"),
      before: z
        .object({ version: z.number().nullable(), seen: reasonsShape.element.shape.seen })
        .nullable()
        .describe("of a text: the version that the same step agreed to before, and what it saw then and is not so now"),
      stand: z.enum(["done", "reached", "coming", "left"]).describe("left: it ended before this step was asked"),
      waitsFor: z.array(z.string()).describe("who may answer now, by name"),
      answers: z.array(answer),
    }),
  ),
  edition: z.number().nullable().describe("of the rule it was asked by, which it keeps"),
  leftOut: z
    .array(z.object({ name: z.string(), reasons: reasonsShape }))
    .describe("steps that are not needed, and why"),
  closedAt: instantShape.nullable(),
  abilities: z.object({ answer: abilityShape, withdraw: abilityShape }),
})
export type ApprovalView = z.input<typeof approvalView>

const approval = { approval: idShape }
const decided = {
  "already-decided": { status: 409, title: "This is decided, withdrawn or void. Look at how it stands." },
} as const

/** Of what comes after a text that has to be approved first. */
export const approvalFirst = {
  "approval-first": {
    status: 409,
    title: "Your own side approves this text first. Ask for it beside the text, or wait for the answer.",
  },
} as const

/** For acts that may have to be approved. */
export const approvalRefusals = {
  "approval-waits": { status: 409, title: "This was asked for already and waits to be approved. Withdraw that first." },
  "nobody-may-approve": {
    status: 409,
    title: "Nobody but you could approve this. Invite a colleague, or let an administrator change the rule.",
  },
} as const

export const listApprovals = endpoint("GET", "/approvals", {
  summary: "What was asked to be approved, the latest first.",
  reads: ["approvals"],
  query: {
    ...listQuery(["-askedAt"]),
    state: z.enum([...approvalStates, "all"]).default("all"),
    partnership: idShape.optional(),
  },
  output: listOf(approvalView),
  refusals: roleMayNot,
})

export const getApproval = endpoint("GET", "/approvals/:approval", {
  summary: "One act that was asked to be approved, with its steps and answers.",
  reads: ["approvals"],
  params: approval,
  output: approvalView,
  refusals: roleMayNot,
})

export const answerApproval = endpoint("POST", "/approvals/:approval/answer", {
  summary: "Approves or rejects. With the last approval the act is done; one rejection ends it.",
  changes: ["approvals", "agreements", "commitments", "programs"],
  params: approval,
  input: {
    decision: z.enum(decisions),
    reason: textShape(2_000).optional().describe("needed to reject"),
    hash: z.string().max(100).describe("of what was seen"),
  },
  output: approvalView,
  refusals: {
    ...roleMayNot,
    ...decided,
    "asked-yourself": { status: 403, title: "You asked for this. Somebody else decides." },
    "decided-yourself": { status: 403, title: "You decided what this is against. Somebody else decides on it." },
    "not-your-answer": {
      status: 403,
      title: "This does not wait for your answer: others are asked, or you have answered.",
    },
    "subject-changed": {
      status: 409,
      title: "What is to be approved has changed since. Look at it again; it may have to be asked for anew.",
    },
    "reason-to-reject": { status: 422, title: "Say why you reject it." },
    "version-replaced-since": {
      status: 409,
      title:
        "The version you were asked about was replaced, and nothing was approved. Look at the one that lies there now: you are asked again where it needs you.",
    },
    "not-possible-any-more": {
      status: 409,
      title: "What was asked for cannot be done any more. Reject it, or let it be withdrawn.",
    },
  },
})

export const withdrawApproval = endpoint("POST", "/approvals/:approval/withdraw", {
  summary: "Takes back what was asked for.",
  changes: ["approvals"],
  params: approval,
  output: approvalView,
  refusals: { ...roleMayNot, ...decided },
})

const ruleView = z.object({
  kind: z.string(),
  steps: z.array(stepShape),
  /** Conditions that cannot be read any more: the workspace's currency, or the language, has changed. Their steps are asked. */
  complaints: z.array(z.object({ step: z.number(), complaint: complaintShape })),
  ...vocabularyShape,
  version: z.number(),
  abilities: z.object({ edit: abilityShape }),
})
export type ApprovalRule = z.input<typeof ruleView>

export const listApprovalRules = endpoint("GET", "/approval-rules", {
  summary: "Which acts have to be approved here, by whom and from which amount on.",
  reads: ["approval-rules", "workspaces"],
  output: z.object({ items: z.array(ruleView) }),
  refusals: roleMayNot,
})

export const checkApprovalCondition = endpoint("GET", "/approval-rules/check", {
  summary: "Whether a condition for a step could be kept as it stands, for whoever is typing it.",
  reads: ["approval-rules"],
  query: { approvable: kind, expression: expressionShape },
  output: z.object({ complaint: complaintShape.nullable() }),
  refusals: roleMayNot,
})

export const setApprovalRule = endpoint("PUT", "/approval-rules", {
  summary:
    "Says who approves an act. Without steps nobody has to. What waits already keeps the steps it was asked with.",
  changes: ["approval-rules"],
  input: { approvable: kind, steps: z.array(stepShape).max(5) },
  edits: true,
  output: ruleView,
  refusals: {
    ...roleMayNot,
    "approvers-needed": { status: 422, title: "Each step needs people, a role or a post, and one of these only." },
    "unknown-approver": { status: 422, title: "Somebody who is to approve is not an active member of this workspace." },
    ...expressionRefused,
  },
})

const deputyView = z.object({
  id: idShape,
  personName: z.string(),
  isOwn: z.boolean(),
  deputyName: z.string(),
  fromOn: plainDateShape,
  toOn: plainDateShape,
  abilities: z.object({ end: abilityShape }),
})

export const listDeputies = endpoint("GET", "/deputies", {
  summary: "Who stands in for whom, now and later.",
  reads: ["deputies"],
  output: z.object({ items: z.array(deputyView) }),
  refusals: roleMayNot,
})

export const nameDeputy = endpoint("POST", "/deputies", {
  makes: true,
  summary: "Lets somebody else approve in one's place, from a day to a day.",
  changes: ["deputies", "approvals"],
  input: {
    personId: userId.optional().describe("oneself when left out"),
    deputyId: userId,
    fromOn: plainDateShape,
    toOn: plainDateShape,
  },
  output: deputyView,
  refusals: {
    ...roleMayNot,
    "deputy-of-oneself": { status: 422, title: "A deputy is somebody else." },
    "deputy-days": { status: 422, title: "The last day comes after the first, and not in the past." },
    "deputy-overlaps": { status: 409, title: "There is a deputy for some of these days already. End that first." },
    "not-a-member": { status: 422, title: "Both must be active members of this workspace." },
  },
})

export const endDeputy = endpoint("DELETE", "/deputies/:deputy", {
  summary: "Ends a deputy's time.",
  changes: ["deputies", "approvals"],
  params: { deputy: idShape },
  output: z.object({ id: idShape }),
  refusals: roleMayNot,
})

/** What waits for one's answer, on the home page. */
export const approvalsWaiting = attentionShape("approvals", approvalView, ["waiting"], ({ id, partnershipId }) => ({
  id,
  partnershipId,
  on: null,
}))
