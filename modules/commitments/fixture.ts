import { plantLink } from "#modules/links"
import type { Fixture, Ground } from "#platform/fixture"
import { newId } from "#platform/ids"

export const fixture: Fixture = async (ground) => {
  await plantPromises(ground)
  await plantLinked(ground)
}

const plantPromises = async ({ db, workspaceId, partnershipId, companies, id, secret, at }: Ground) => {
  const promise = { workspaceId, partnershipId, measure: "per_cadence", cadence: "monthly", startsOn: "2025-01-01" }
  const [theirs, ours] = [id("commitment"), newId()]
  await db
    .insertInto("commitment")
    .values([
      {
        ...promise,
        id: theirs,
        agreementId: id("agreement"),
        partyId: companies.leading,
        title: secret("partnership", "what a company promised"),
        clause: secret("partnership", "the clause of a promise"),
        createdAt: at,
      },
      {
        ...promise,
        id: ours,
        agreementId: id("agreement"),
        partyId: workspaceId,
        title: secret("partnership", "what the host promised"),
        createdAt: at,
      },
    ])
    .execute()
  const day = { workspaceId, partnershipId, dueOn: "2026-11-20", firstDueOn: "2026-11-20" }
  const [due, reported] = [id("occurrence"), newId()]
  await db
    .insertInto("occurrence")
    .values([
      {
        ...day,
        id: due,
        commitmentId: theirs,
        partyId: companies.leading,
        state: "due",
        note: secret("partnership", "a note on a promise"),
      },
      { ...day, id: reported, commitmentId: ours, partyId: workspaceId, state: "due", reportedOn: "2026-11-19" },
    ])
    .execute()
  await db
    .insertInto("evidence")
    .values({
      workspaceId,
      id: newId(),
      partnershipId,
      occurrenceId: due,
      kind: "note",
      note: secret("partnership", "evidence"),
      partyId: companies.leading,
      givenAt: at,
    })
    .execute()
  const proposal = { workspaceId, partnershipId, kind: "waive", wasDueOn: "2026-11-20", proposedAt: at }
  await db
    .insertInto("promiseProposal")
    .values([
      {
        ...{ ...proposal, id: newId(), batchId: newId(), occurrenceId: due, partyId: companies.leading },
        reason: secret("partnership", "why a waiver is asked for"),
        state: "recorded",
        agreedWith: secret("partnership", "with whom it was agreed"),
        agreedOn: "2026-11-19",
      },
    ])
    .execute()
}

/** What a mailed link asks to confirm: whoever holds the link reads it, so that it holds no word that anybody is kept from. */
const plantLinked = async (ground: Ground) => {
  const { db, workspaceId, partnershipId, companies, people, id, at } = ground
  const [commitmentId, subjectId] = [newId(), newId()]
  const promise = { workspaceId, partnershipId, partyId: workspaceId }
  await db
    .insertInto("commitment")
    .values({
      ...promise,
      ...{ id: commitmentId, agreementId: id("agreement"), title: "training for two", startsOn: "2025-01-01" },
      ...{ measure: "per_cadence", cadence: "monthly", evidenceNeeded: "confirmation", createdAt: at },
    })
    .execute()
  await db
    .insertInto("occurrence")
    .values({
      ...promise,
      ...{ id: subjectId, commitmentId, dueOn: "2026-11-21", firstDueOn: "2026-11-21" },
      ...{ state: "due", reportedOn: "2026-11-20" },
    })
    .execute()
  const to = { userId: people.company, partyId: companies.leading, name: "Kim Lee", email: "kim@linked.example" }
  await plantLink(ground, { act: "confirm_promise", subjectId, token: id("linkToken"), ...to })
}
