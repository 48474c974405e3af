import { z } from "zod"
import { approvalRefusals } from "#contract/approvals"
import { partyFields, partyInput, partyRefusals } from "#contract/partnerships"
import { abilityShape, endpoint, idShape, instantShape, plainDateShape, textShape } from "#core/endpoint"
import { roleMayNot } from "#core/refusalTexts"
import { noticeBases } from "../rules.ts"
import { notInForce } from "./holding.ts"

const notYoursToEnd = {
  "not-yours-to-end": {
    status: 403,
    title:
      "Notice is given by owners, admins and partner managers; for a company by whoever leads its team or an executive.",
  },
} as const

/** A notice that was given. */
const notice = z.object({
  id: idShape,
  ...partyFields,
  /** The side of the party that gave it. */
  givenBySide: z.enum(["host", "partner"]),
  givenOn: plainDateShape.nullable(),
  receivedOn: plainDateShape.nullable(),
  countsOn: plainDateShape.describe("the day from which it counts, of the two"),
  endsOn: plainDateShape.describe("the day on which it ends the agreement"),
  reason: z.string().nullable(),
  recordedAt: instantShape,
  /** The end that the agreement had, where a renewal was taken back because it was in time. */
  takesBack: plainDateShape.nullable(),
  withdrawnAt: instantShape.nullable(),
  withdrawnBecause: z.string().nullable(),
})
export type NoticeView = z.input<typeof notice>

export const standingNotice = notice

const exit = z.object({
  endsOn: plainDateShape,
  lastOn: plainDateShape.describe("the last day of notice for it, to 24:00 where the agreement's days end"),
  closesAt: instantShape.describe("the moment in which that day is over"),
  actBy: plainDateShape.describe("that day, or the workday before it"),
})

const noticeState = z.object({
  agreementId: idShape,
  timeZone: z.string().describe("where its days end"),
  today: plainDateShape.describe("the day it is there"),
  counts: z.enum(noticeBases),
  /** What notice given or received on the day asked about would do; null with the reason where it would do nothing. */
  would: z.object({ countsOn: plainDateShape, endsOn: plainDateShape }).nullable(),
  wouldNot: z
    .object({ code: z.string(), endsOn: plainDateShape.nullable(), opensOn: plainDateShape.nullable() })
    .nullable(),
  /** The next days on which it can be ended, the earliest first. */
  exits: z.array(exit),
  /** One's own side has asked for the approval of a notice. */
  isAsked: z.boolean(),
  /** All there were, the latest first. */
  given: z.array(notice),
  abilities: z.object({ give: abilityShape, withdraw: abilityShape, recordOthers: abilityShape }),
})
export type NoticeState = z.input<typeof noticeState>

const agreement = { agreement: idShape }

export const getNotice = endpoint("GET", "/agreements/:agreement/notice", {
  summary:
    "When an agreement can be ended: its next exits with the last day of notice for each, what notice of a day would do, and the notices there were.",
  reads: ["agreements"],
  params: agreement,
  query: { countsOn: plainDateShape.optional().describe("the day from which notice would count; today when left out") },
  output: noticeState,
})

export const giveNotice = endpoint("POST", "/agreements/:agreement/notice", {
  makes: true,
  summary:
    "Gives notice for one's own party today, or records one that was given elsewhere; it ends the agreement on the first day that was agreed for it, or on a later one. A renewal is taken back that would not have come.",
  changes: ["agreements", "commitments", "approvals"],
  params: agreement,
  input: {
    side: z
      .enum(["host", "partner"])
      .optional()
      .describe("whose notice it is, where the host records it; one's own when left out"),
    party: partyInput,
    givenOn: plainDateShape.optional().describe("today when left out"),
    receivedOn: plainDateShape.optional().describe("today when left out"),
    endsOn: plainDateShape.describe("the day on which it ends the agreement, as it was shown"),
    reason: textShape(2_000).optional(),
  },
  output: noticeState,
  refusals: {
    ...notYoursToEnd,
    ...notInForce,
    ...partyRefusals,
    ...approvalRefusals,
    "notice-stands": { status: 409, title: "Notice was given already, and stands." },
    "notice-in-future": {
      status: 422,
      title: "Notice cannot have been given or received on a day that has not come yet.",
    },
    "received-before-given": { status: 422, title: "A notice is not received before it was given. Look at both days." },
    "only-today": {
      status: 422,
      title: "Here you give notice today. What was given on another day the other side records.",
    },
    "no-notice-agreed": {
      status: 409,
      title: "No notice was agreed for this agreement. Amend it, or end it by agreement of both sides.",
    },
    "ends-by-itself": { status: 409, title: "This agreement ends by itself before a notice would have run." },
    "notice-too-early": { status: 409, title: "Notice cannot be given yet." },
    "notice-too-late": { status: 409, title: "It is too late for that day. Look at the next one, and confirm it." },
    "no-such-exit": { status: 422, title: "It cannot be ended on that day. Choose one of the days that were agreed." },
  },
})

/** What is asked for when one's own notice has to be approved. */
export const noticeIntent = z.object({
  endsOn: plainDateShape,
  givenOn: plainDateShape,
  receivedOn: plainDateShape,
  isElsewhere: z.boolean().describe("it was given by letter, on these days; else on the day of the last yes"),
  reason: textShape(2_000).optional(),
})

export const withdrawNotice = endpoint("POST", "/agreements/:agreement/notice/withdraw", {
  summary:
    "Takes a notice back, because both sides want to go on or it was recorded wrongly: the agreement runs as it did before, and what comes due is asked for again.",
  changes: ["agreements", "commitments", "approvals"],
  params: agreement,
  input: { reason: textShape(2_000) },
  output: noticeState,
  refusals: {
    ...roleMayNot,
    ...notInForce,
    "no-notice-stands": { status: 409, title: "No notice stands that could be taken back." },
  },
})
