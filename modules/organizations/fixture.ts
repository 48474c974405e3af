import type { Fixture } from "#platform/fixture"

export const fixture: Fixture = async ({ db, workspaceId, companies, id, secret, at }) => {
  // The companies of one partnership know each other by name, and by nothing else.
  const name = secret("partnership", "the name of a company")
  await db
    .insertInto("organization")
    .values([
      {
        workspaceId,
        id: companies.leading,
        name,
        domains: [`${name}.example`],
        registrationNumber: secret("organization", "the registration number of a company"),
        createdAt: at,
        updatedAt: at,
      },
      { workspaceId, id: companies.second, name: `Second beside ${companies.leading}`, createdAt: at, updatedAt: at },
      { workspaceId, id: companies.left, name: `Once beside ${companies.leading}`, createdAt: at, updatedAt: at },
    ])
    .execute()
  await db
    .insertInto("organizationMark")
    .values({
      ...{ workspaceId, id: id("mark"), organizationId: companies.leading, kind: "external_id", createdAt: at },
      value: "A-2",
    })
    .execute()
  // The leading company is what the parameter stands for.
  if (id("organization") !== companies.leading) throw new Error("the leading company is another")
}
