import type { Fixture } from "#platform/fixture"
import { newId } from "#platform/ids"

export const fixture: Fixture = async ({ db, workspaceId, partnershipId, companies, people, id, secret, at }) => {
  // One for a type: it is the workspace's, whichever of its partnerships plants.
  const there = await db.selectFrom("onboardingPlan").select("id").where("workspaceId", "=", workspaceId).execute()
  if (there.length === 0)
    await db
      .insertInto("onboardingPlan")
      .values({
        ...{ workspaceId, id: newId(), partnershipType: "reseller", templateId: id("planTemplate") },
        ...{ startsItself: false, createdAt: at, updatedAt: at },
      })
      .execute()
  await db
    .insertInto("onboarding")
    .values({
      ...{ workspaceId, id: id("onboarding"), partnershipId, partyId: companies.leading, planId: id("plan") },
      name: secret("partnership", "by which plan somebody is onboarded"),
      ...{ startedOn: "2026-11-02", plannedEnd: "2026-12-20", startedBy: people.host, createdAt: at },
      ...{ openedAt: at, openedWhy: secret("partnership", "why the registration of deals was opened by hand") },
    })
    .execute()
  await db
    .insertInto("onboarding")
    .values({
      ...{
        workspaceId,
        id: newId(),
        partnershipId,
        partyId: companies.leading,
        planId: id("plan", "host"),
        createdAt: at,
      },
      name: secret("partnership", "by which plan somebody was being onboarded"),
      ...{
        startedOn: "2026-10-02",
        givenUpAt: at,
        givenUpWhy: secret("partnership", "why an onboarding was given up"),
      },
    })
    .execute()
}
