import type { Fixture } from "#platform/fixture"

export const fixture: Fixture = async ({ db, workspaceId, partnershipId, companies, id, secret, at }) => {
  const figure = { workspaceId, partnershipId, periodStart: "2026-11-02", value: 5 }
  await db
    .insertInto("measurement")
    .values([
      { ...figure, id: id("measurement"), signal: secret("partnership", "the name of a figure"), recordedAt: at },
      {
        ...figure,
        id: id("measurement", "host"),
        privateTo: workspaceId,
        signal: secret("host", "the name of a figure"),
        recordedAt: at,
      },
      {
        ...figure,
        id: id("measurement", "company"),
        privateTo: companies.leading,
        partyId: companies.leading,
        signal: secret("company", "the name of a figure"),
        recordedAt: at,
      },
    ])
    .execute()
  await db
    .insertInto("signalSource")
    .values({
      workspaceId,
      partnershipId,
      signal: "registrations",
      counted: "acts",
      chosenAt: at,
    })
    .execute()
}
