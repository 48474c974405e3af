import { idsIn, type News } from "#platform/news"
import { answersSent, assessorAsked, assessorRecused, assessorTakenBack, candidateDecided } from "./events.ts"
import * as store from "./store.ts"

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
  place: ({ candidateId }) => `/recruit/candidates/${candidateId}`,
}

export const news = [assessmentAsked]
