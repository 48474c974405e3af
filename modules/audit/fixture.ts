import type { Fixture } from "#platform/fixture"
import { newId } from "#platform/ids"

/** The ledger is the platform's; this module is the one that shows it. */
export const fixture: Fixture = async ({ db, workspaceId, partnershipId, companies, people, id, secret, at }) => {
  const event = {
    workspaceId,
    partnershipId,
    kind: "partnership.moved",
    subjectType: "partnership",
    subjectId: id("partnership"),
    source: "manual",
    occurredAt: "2026-11-02T09:00:00Z",
  }
  const byHost = { partyId: workspaceId, actorKind: "member", actorId: people.host }
  const byCompany = { partyId: companies.leading, actorKind: "partner-user", actorId: people.company }
  const said = (text: string) => JSON.stringify({ reason: text })
  await db
    .insertInto("event")
    .values([
      { ...event, ...byHost, id: newId(), payload: said(secret("partnership", "an event")), recordedAt: at },
      {
        ...event,
        ...byHost,
        id: newId(),
        privateTo: workspaceId,
        payload: said(secret("host", "an event")),
        recordedAt: at,
      },
      {
        ...event,
        ...byCompany,
        id: newId(),
        privateTo: companies.leading,
        payload: said(secret("company", "an event")),
        recordedAt: at,
      },
    ])
    .execute()
}
