import type { Fixture, Ground } from "#platform/fixture"
import { newId } from "#platform/ids"
import { hashOfToken } from "#platform/link"

type Planted = Readonly<{
  act: string
  subjectId: string
  token: string
  name: string
  email: string
  id?: string
  userId?: string
  partyId: string
  expiresAt?: string
  pressedAt?: string
  press?: string
  revokedAt?: string
  replacedAt?: string
  lockedAt?: string
}>

/** Plants a link to a thing of whoever plants it, as `issueLink` would have made it. */
export const plantLink = async (
  { db, workspaceId, partnershipId }: Ground,
  { token, id = newId(), expiresAt = "2099-01-01", ...link }: Planted,
): Promise<void> => {
  const dates = { issuedAt: "2024-11-30T09:00:00Z", expiresAt }
  const row = { workspaceId, id, partnershipId, tokenHash: hashOfToken(token), ...dates, ...link }
  await db.insertInto("link").values(row).execute()
  const { userId, email } = link
  const code = { workspaceId, id: newId(), linkId: id, ...(userId ? { userId } : {}), email }
  await db
    .insertInto("linkCode")
    .values({ ...code, askedAt: "2024-11-30T09:01:00Z", expiresAt: "2024-11-30T09:11:00Z" })
    .execute()
}

export const fixture: Fixture = async (ground) => {
  const { workspaceId, companies, people, id, secret } = ground
  const mailed = (of: string) => ({
    ...{ act: "confirm_promise", subjectId: id("occurrence"), token: newId() },
    name: secret("host", `the name of ${of} whom a link was mailed to`),
    email: `${secret("host", `the address of ${of} whom a link was mailed to`)}@linked.example`,
  })
  await plantLink(ground, { ...mailed("a member"), id: id("link"), userId: people.host, partyId: workspaceId })
  const pressed = { pressedAt: "2026-11-30T10:00:00Z", press: "dispute" }
  const partner = { userId: people.company, partyId: companies.leading }
  await plantLink(ground, { ...mailed("a partner's person"), ...partner, ...pressed })
}
