import type { Fixture } from "#platform/fixture"
import { newId } from "#platform/ids"

export const fixture: Fixture = async ({ db, workspaceId, partnershipId, companies, id, secret, at }) => {
  const [programId, enrolmentId] = [id("program"), id("enrolment")]
  const requirement = (about: string) => ({
    ...{ key: id("requirement"), kind: "by_hand", about, threshold: 1, windowMonths: 0 },
  })
  const tiers = (readers: "host" | "partnership", of: string) => [
    {
      ...{ key: "gold", name: secret(readers, `a tier of ${of}`) },
      requirements: [requirement(secret(readers, `what a tier of ${of} asks for`))],
      benefits: { discountBps: 1_000, words: [secret(readers, `what a tier of ${of} gives`)] },
    },
  ]
  const terms = (of: string) =>
    JSON.stringify({ currency: "EUR", graceDays: 60, rhythm: "monthly", tiers: tiers("host", of) })
  await db
    .insertInto("program")
    .values({
      ...{ workspaceId, id: programId, partnershipType: null, published: 1, createdAt: at, updatedAt: at },
      ...{
        name: secret("host", "the name of a program"),
        draft: terms("a program that is being written"),
        retiredReason: secret("host", "why a program was retired"),
      },
    })
    .execute()
  await db
    .insertInto("programVersion")
    .values({
      ...{ workspaceId, id: newId(), programId, number: 1, holdsFrom: "2025-01-01", publishedAt: at },
      terms: terms("a program"),
    })
    .execute()
  // What both sides read of it stands with the enrolment, in words of its own.
  const standing = (of: string, program: string) =>
    JSON.stringify({
      ...{
        program,
        number: 1,
        currency: "EUR",
        graceDays: 60,
      },
      tiers: tiers("partnership", of).map(({ requirements, ...tier }) => ({
        ...{ ...tier, standing: "pending" },
        lines: requirements.map((asked) => ({
          ...{ ...asked, standing: "pending", value: null, from: null, to: "2026-11-01" },
          ...{ sources: [], counted: 0, uncounted: 0 },
        })),
      })),
      coming: null,
    })
  await db
    .insertInto("enrolment")
    .values({
      ...{ workspaceId, id: enrolmentId, programId, partnershipId, tier: "gold", tierSince: "2026-01-01" },
      ...{
        standing: standing("an enrolment", secret("partnership", "the name of a program")),
        // As if looked at already, whichever day it is: no job does it again.
        standingOn: "2099-12-31",
        evaluatedOn: "2026-11-01",
        enrolledAt: at,
      },
    })
    .execute()
  const evaluationId = id("evaluation")
  await db
    .insertInto("programEvaluation")
    .values({
      ...{ workspaceId, id: evaluationId, enrolmentId, partnershipId, evaluatedOn: "2026-11-01", evaluatedAt: at },
      ...{
        outcome: "undecided",
        tierBefore: "gold",
        tierAfter: "gold",
        standing: standing("an evaluation", "Program"),
      },
    })
    .execute()
  await db
    .insertInto("tierAppeal")
    .values({
      ...{ workspaceId, id: id("appeal"), enrolmentId, partnershipId, evaluationId, tier: "gold", appealedAt: at },
      ...{ program: "Program", tierName: "Gold", appealedBy: newId() },
      ...{
        words: secret("partnership", "why somebody appeals"),
        appealedByName: secret("partnership", "who appeals"),
        answer: secret("partnership", "why an appeal is refused"),
      },
    })
    .execute()
  await db
    .insertInto("certificate")
    .values({
      ...{ workspaceId, id: id("certificate"), organizationId: companies.leading, contactId: id("contact") },
      ...{ kind: secret("organization", "what somebody is certified for"), issuedOn: "2026-01-01", recordedAt: at },
    })
    .execute()
}
