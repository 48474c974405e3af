import type { Id } from "#core/ids"
import { type Heard, idsIn, type News, type Payload } from "#platform/news"
import type { WorkspaceTx } from "#platform/tx"
import {
  answersSent,
  applicantAnswered,
  applicationAccepted,
  applicationReceived,
  assessorAsked,
  assessorRecused,
  assessorTakenBack,
  candidateDecided,
  candidateMoved,
} from "./events.ts"
import { type CandidateStage, workingStages } from "./rules.ts"
import * as store from "./store.ts"

const pageOf = ({ candidateId }: Payload) => `/recruit/candidates/${candidateId}`

/** A colleague was asked what they think of a candidate: they hear of it until they have answered, or nobody asks any more. */
const assessmentAsked: News = {
  kind: "assessment_asked",
  readers: ["host"],
  usual: { inApp: true, mail: "instant" },
  on: assessorAsked,
  noticesOf: async (tx, { subjectId }) =>
    (await store.askedAbout(tx, subjectId)).map(({ id, userId, company, profile }) => ({
      ...{ userId, partnershipId: null, dedupeKey: `assessment_asked ${id}` },
      payload: { assessmentId: id, candidateId: subjectId, company, profile },
    })),
  areStillThere: async (tx, payloads) => {
    const open = new Set<unknown>(await store.ownAskedAmong(tx, idsIn(payloads, "assessmentId")))
    return payloads.map(({ assessmentId }) => open.has(assessmentId))
  },
  endsWith: { on: [answersSent, assessorRecused, assessorTakenBack, candidateDecided], by: "candidateId" },
  place: pageOf,
}

/** What whoever looks after a candidate hears of its application, while the candidate stands where there is something to do about it. */
const ofApplication = (
  { kind, stages, ...news }: Pick<News, "kind" | "on" | "usual"> & Readonly<{ stages: readonly CandidateStage[] }>,
  told: (tx: WorkspaceTx, id: Id) => ReturnType<typeof store.whoHearsOf>,
  factOf: (heard: Heard) => string,
): News => ({
  ...{ ...news, kind, readers: ["host"], place: pageOf },
  noticesOf: async (tx, heard) =>
    (await told(tx, heard.subjectId)).map(({ userId, candidateId, company, form }) => ({
      ...{ userId, partnershipId: null, dedupeKey: `${kind} ${factOf(heard)}` },
      payload: { applicationId: heard.subjectId, candidateId, company, form },
    })),
  areStillThere: async (tx: WorkspaceTx, payloads) => {
    const there = await store.candidatesIn(tx, idsIn(payloads, "candidateId"), stages)
    return payloads.map(({ candidateId }) => there.has(candidateId))
  },
  endsWith: { on: [candidateMoved, candidateDecided], by: "candidateId" },
})

/** What is held back is a candidate of nobody yet: it stands on Today, and whoever it is taken for hears of it then. */
const applied = ofApplication(
  {
    ...{ kind: "application_received", stages: ["sourced"] },
    usual: { inApp: true, mail: "daily" },
    on: [applicationReceived, applicationAccepted],
  },
  // Whoever took it knows.
  async (tx, id) => (await store.whoHearsOf(tx, id)).filter(({ hasTaken }) => !hasTaken),
  ({ subjectId }) => subjectId,
)

/** What was asked for has come. */
const answered = ofApplication(
  {
    ...{ kind: "application_answered", stages: workingStages },
    usual: { inApp: true, mail: "instant" },
    on: applicantAnswered,
  },
  store.whoHearsOf,
  ({ subjectId, recordedAt }) => `${subjectId} ${recordedAt}`,
)

export const news = [assessmentAsked, applied, answered]
