import { idsIn, type News } from "#platform/news"
import { agreementRenewed, noticeGiven, noticeWithdrawn } from "./events.ts"
import { speakersBut } from "./otherParties.ts"
import * as store from "./store.ts"

/** A party ended an agreement by notice: the others hear of it, until it is taken back. */
const given: News = {
  kind: "agreement_notice",
  readers: ["host", "partner"],
  usual: { inApp: true, mail: "instant" },
  on: noticeGiven,
  noticesOf: async (tx, { subjectId }) => {
    const agreement = await store.agreements.find(tx, subjectId)
    const notice = agreement && (await store.standingNotice(tx, subjectId))
    if (!agreement || !notice) return []
    const { partnershipId, title } = agreement
    const payload = { agreementId: agreement.id, noticeId: notice.id, title, endsOn: notice.endsOn }
    const of = { partnershipId, payload, dedupeKey: `agreement_notice ${notice.id}` }
    return (await speakersBut(tx, partnershipId, notice.partyId)).map((userId) => ({ userId, ...of }))
  },
  areStillThere: async (tx, payloads) => {
    const standing = await store.isStanding(tx, idsIn(payloads, "noticeId"))
    return payloads.map(({ noticeId }) => standing.has(String(noticeId)))
  },
  endsWith: { on: noticeWithdrawn, by: "agreementId" },
}

/** An agreement goes on for another term, because nobody gave notice in time; of several terms that were caught up the last is told. */
const renewed: News = {
  kind: "agreement_renewed",
  readers: ["host", "partner"],
  usual: { inApp: true, mail: "daily" },
  on: agreementRenewed,
  noticesOf: async (tx, { subjectId }) => {
    const agreement = await store.agreements.find(tx, subjectId)
    if (!agreement || agreement.endsOn === null || agreement.renewed === 0) return []
    const { id, partnershipId, title, endsOn } = agreement
    const of = {
      partnershipId,
      payload: { agreementId: id, title, endsOn },
      dedupeKey: `agreement_renewed ${id} ${endsOn}`,
    }
    return (await speakersBut(tx, partnershipId)).map((userId) => ({ userId, ...of }))
  },
  areStillThere: async (tx, payloads) => {
    const ends = await store.endsOf(tx, idsIn(payloads, "agreementId"))
    return payloads.map(({ agreementId, endsOn }) => ends.get(String(agreementId)) === endsOn)
  },
}

export const news = [given, renewed]
