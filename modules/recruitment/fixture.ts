import type { Fixture, Ground } from "#platform/fixture"
import { newId } from "#platform/ids"

export const fixture: Fixture = async (ground) => {
  const { db, workspaceId, companies, people, id, secret, at } = ground
  const [profileId, candidateId, assessmentId] = [id("profile"), id("candidate"), id("assessment")]
  const criterion = (of: string) => ({
    ...{ key: "reach", dimension: "market_coverage", weight: 10, isKnockOut: true },
    question: secret("host", `a question of ${of}`),
    anchors: ["none", "few", "some", "many", secret("host", `an anchor of ${of}`)],
  })
  await db
    .insertInto("idealProfile")
    .values({
      ...{ workspaceId, id: profileId, partnershipType: "reseller", published: 1, createdAt: at, updatedAt: at },
      ...{ name: secret("host", "the name of an ideal profile"), region: secret("host", "the region of a profile") },
      draft: JSON.stringify([criterion("a profile that is being written")]),
    })
    .execute()
  await db
    .insertInto("idealProfileVersion")
    .values({
      ...{ workspaceId, id: newId(), profileId, number: 1, publishedAt: at },
      criteria: JSON.stringify([criterion("a profile")]),
    })
    .execute()
  await db
    .insertInto("candidate")
    .values({
      ...{ workspaceId, id: candidateId, organizationId: companies.leading, profileId, stage: "assessing" },
      ...{ movedAt: at, sourceKind: "referral", source: secret("host", "where a candidate comes from") },
      ...{ ownerId: people.member, nextStep: secret("host", "the next step with a candidate") },
      ...{ nextStepOn: "2026-12-01", yardstick: 1, createdAt: at, updatedAt: at },
    })
    .execute()
  const answer = (readers: "host" | "host person", of: string) =>
    JSON.stringify([{ criterion: "reach", level: 50, confidence: "low", note: secret(readers, of), links: [] }])
  await db
    .insertInto("assessment")
    .values([
      {
        ...{
          workspaceId,
          id: assessmentId,
          candidateId,
          round: 1,
          yardstick: 1,
          assessorId: people.member,
          state: "sent",
        },
        ...{ draft: answer("host person", "what somebody writes of a candidate"), askedAt: at, settledAt: at },
      },
      {
        ...{
          workspaceId,
          id: newId(),
          candidateId,
          round: 2,
          yardstick: 1,
          assessorId: people.member,
          state: "recused",
        },
        ...{ recusal: secret("host", "why somebody stepped aside"), askedAt: at, settledAt: at },
      },
    ])
    .execute()
  await db
    .insertInto("assessmentAnswers")
    .values({
      ...{ workspaceId, id: newId(), assessmentId, number: 1, afterSeeing: false, sentAt: at },
      answers: answer("host", "what somebody answered of a candidate"),
    })
    .execute()
  await db
    .insertInto("candidateDecision")
    .values({
      ...{ workspaceId, id: newId(), candidateId, outcome: "on_hold", why: secret("host", "why it was decided so") },
      ...{ dissent: secret("host", "who saw it otherwise"), knockOutReason: secret("host", "why even so") },
      ...{
        conflicts: JSON.stringify([{ kind: "competitor", name: secret("host", "what stood against a candidate") }]),
      },
      conflictReason: secret("host", "why even so, though it is a competitor"),
      diligence: JSON.stringify({ missing: 1, expired: 0, matches: 1 }),
      diligenceReason: secret("host", "why even so, though a check met something"),
      ...{ lookAgainOn: "2027-01-10", alternatives: "[]", decidedBy: people.member, decidedAt: at },
      figures: JSON.stringify({ total: 50, spread: null, knockOuts: 0, yardstick: 1 }),
    })
    .execute()
  await db
    .insertInto("conflictEntry")
    .values({
      ...{ workspaceId, id: id("entry"), kind: "competitor", name: secret("host", "a competitor") },
      ...{ domains: ["rival.example"], note: secret("host", "why it is listed"), addedBy: people.member, addedAt: at },
    })
    .execute()
  await db
    .insertInto("coverageTarget")
    .values({
      ...{ workspaceId, id: id("target"), places: "area", place: secret("host", "where partners are wanted") },
      ...{ entries: "industry", entry: secret("host", "in which industry partners are wanted"), wanted: 3 },
      ...{ setBy: people.member, setAt: at },
    })
    .execute()
  await db
    .insertInto("partnershipLesson")
    .values({
      ...{ workspaceId, id: id("lesson"), partnershipId: id("partnership"), writtenBy: people.member },
      ...{ words: secret("host", "what was learnt of a partnership"), createdAt: at, updatedAt: at },
    })
    .execute()
  await plantApplications(ground, profileId, candidateId)
}

const plantApplications = async (
  { db, workspaceId, people, id, secret, at }: Ground,
  profileId: string,
  candidateId: string,
): Promise<void> => {
  const said = (of: string) => secret("host", of)
  const words = [{ language: "en", title: said("the title of a form"), intro: said("what a form says"), questions: [] }]
  await db
    .insertInto("applicationForm")
    .values({
      ...{ workspaceId, id: id("form"), address: `apply-${id("form")}`, profileId, ownerId: people.member },
      ...{ words: JSON.stringify(words), questions: "[]", createdAt: at, updatedAt: at },
    })
    .execute()
  const application = (of: string) => ({
    ...{ workspaceId, formId: id("form"), pageKey: newId(), digest: newId(), suspicions: [], language: "en" },
    ...{ company: said(`the company of ${of}`), website: `${said(`the site of ${of}`)}.example`, country: "DE" },
    ...{ registrationNumber: said(`the number of ${of}`), person: said(`who wrote ${of}`) },
    email: `${said(`the address of ${of}`)}@applied.example`,
    answers: JSON.stringify([{ question: "Why?", answer: said(`an answer of ${of}`) }]),
    additions: JSON.stringify([{ asked: said(`what was asked of ${of}`), askedAt: at, words: null, at: null }]),
    receivedAt: at,
  })
  await db
    .insertInto("application")
    .values([
      { ...application("an application"), id: id("application"), state: "asked", candidateId },
      {
        ...{ ...application("one that was discarded"), id: newId(), state: "discarded" },
        ...{ why: said("why it was discarded"), settledBy: people.member, settledAt: at },
      },
    ])
    .execute()
}
