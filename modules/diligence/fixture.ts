import type { Fixture } from "#platform/fixture"
import { newId } from "#platform/ids"

export const fixture: Fixture = async ({ db, workspaceId, companies, people, id, secret, at }) => {
  const said = (of: string) => secret("host", of)
  const itemId = id("diligenceItem")
  // One for a type: it is the workspace's, whichever of its partnerships plants.
  const there = await db.selectFrom("diligenceList").select("id").where("workspaceId", "=", workspaceId).execute()
  if (there.length === 0)
    await db
      .insertInto("diligenceList")
      .values({
        ...{ workspaceId, id: newId(), partnershipType: "reseller", createdAt: at, updatedAt: at },
        requirements: JSON.stringify([
          {
            kind: "other",
            asks: said("what partners of a type are asked for"),
            isRequired: true,
            months: 12,
            remindDays: 30,
            needsAnother: false,
          },
        ]),
      })
      .execute()
  const item = (of: string) => ({
    ...{ workspaceId, organizationId: companies.leading, isRequired: true, months: 12, remindDays: 30 },
    ...{ asks: said(`what a company is asked for ${of}`), ownerId: people.member, createdAt: at, updatedAt: at },
  })
  await db
    .insertInto("diligenceItem")
    .values([
      {
        ...{ ...item("by name of a check"), id: itemId, kind: "sanctions_screening", state: "received" },
        ...{
          isMatchOpen: true,
          matchGivenAt: at,
          acceptedRound: 1,
          validThrough: "2026-12-20",
          remindOn: "2026-11-20",
        },
      },
      {
        ...{ ...item("and need not give"), id: newId(), kind: "tax_certificate", state: "not_needed" },
        ...{ why: said("why an item is not needed"), settledBy: people.member, settledAt: at },
      },
    ])
    .execute()
  const round = (of: string) => ({
    ...{ workspaceId, itemId, note: said(`what is noted of ${of}`), issuedOn: "2026-01-10" },
    ...{ link: `https://${said(`where ${of} lies`)}.example/`, checkResult: "possible_match", checkedOn: "2026-01-10" },
    ...{ register: said(`where one looked for ${of}`), reference: said(`the reference of ${of}`) },
    ...{ givenBy: people.member, givenAt: at },
  })
  await db
    .insertInto("diligenceRound")
    .values([
      {
        ...{
          ...round("evidence that was accepted"),
          id: newId(),
          number: 1,
          state: "accepted",
          validThrough: "2026-12-20",
        },
        ...{ reviewedBy: people.member, reviewedAt: at, review: said("why what a check met was cleared") },
      },
      { ...round("evidence that waits"), id: id("diligenceRound"), number: 2, state: "received" },
    ])
    .execute()
}
