import type { Actor, MemberRole, PartnerRole, System } from "#core/actor"
import type { Id } from "#core/ids"
import type { Refusal } from "#core/refusal"
import { isRefusal, refuse } from "#core/refusal"
import { admitPartnerUser, findMemberByUser, insertMember, memberJoined, saveMember } from "#modules/workspaces"
import { action, whoeverHoldsTheLink } from "#platform/action"
import type { User } from "#platform/identity"
import { newId } from "#platform/ids"
import type { Platform } from "#platform/platform"
import type { Tx } from "#platform/tx"
import * as contract from "../contract.ts"
import { partnerUserJoined } from "../events.ts"
import { hashOfToken } from "../invitationToken.ts"
import { decideAcceptance } from "../rules.ts"
import * as store from "../store.ts"

const leastPassword = 10

/** Whoever holds the link acts as Keelson itself in that one workspace, for this one act. */
const insideOf = ({ workspaceId, timeZone }: store.FoundInvitation, userId?: string): System => ({
  kind: "system",
  side: "host",
  workspaceId,
  timeZone,
  job: "invitation",
  ...(userId === undefined ? {} : { userId }),
})

export const read = action(contract.readInvitation, {
  load: (tx, { token }) => store.findByToken(tx, hashOfToken(token)),
  may: whoeverHoldsTheLink,
  act: async ({ now, platform }, found) => {
    const allowed = decideAcceptance(found, now)
    if (isRefusal(allowed)) return allowed
    const { workspaceName, slug, email, side } = found
    const row = await platform.transact(insideOf(found), (tx) => store.findInvitation(tx, found.id))
    const hasAccount = (await platform.identity.findByEmail(email)) !== undefined
    return { workspaceName, slug, email, side, invitedBy: row?.invitedBy ?? workspaceName, hasAccount }
  },
})

type Given = Readonly<{ name: string; password: string }>

/** The account the invitation is for: the one signed in, or a new one. Someone who has one must show it is theirs. */
const accountFor = async (
  { identity }: Platform,
  actor: Actor,
  email: string,
  { name, password }: Given,
): Promise<User | Refusal<"sign-in-first" | "other-address" | "name-needed" | "password-too-short">> => {
  const known = await identity.findByEmail(email)
  if (known) {
    if (actor.kind !== "person") return refuse("sign-in-first", { email })
    return actor.userId === known.id ? known : refuse("other-address", { email })
  }
  if (name === "") return refuse("name-needed", { field: "name" })
  if (password.length < leastPassword) return refuse("password-too-short", { field: "password", least: leastPassword })
  return identity.createUser({ email, name, password })
}

/** Lets the person in, as whom; undefined when they are in already. Someone who left the host side comes back in the new role. */
const admit = async (
  tx: Tx<System>,
  { side, role, organizationId }: store.FoundInvitation,
  user: User,
): Promise<Id | undefined> => {
  const person = { id: newId(), userId: user.id, name: user.name, email: user.email }
  if (side === "partner" && organizationId !== null)
    return admitPartnerUser(tx, { ...person, organizationId, role: role as PartnerRole })
  const earlier = await findMemberByUser(tx, user.id)
  if (earlier && earlier.deactivatedAt === null) return undefined
  if (earlier) await saveMember(tx, earlier.id, { role: role as MemberRole, deactivatedAt: null })
  else await insertMember(tx, { ...person, role: role as MemberRole })
  return earlier?.id ?? person.id
}

export const accept = action(contract.acceptInvitation, {
  load: (tx, { token }) => store.findByToken(tx, hashOfToken(token)),
  may: whoeverHoldsTheLink,
  act: async ({ actor, platform }, found, given) =>
    platform.transact(insideOf(found), async (inside) => {
      // Locked, so that a link opened twice at the same moment makes one account and one member.
      const invitation = await store.lockInvitation(inside, found.id)
      if (!invitation) return refuse("invitation-revoked")
      const allowed = decideAcceptance(invitation, inside.now)
      if (isRefusal(allowed)) return allowed
      const user = await accountFor(platform, actor, found.email, given)
      if (isRefusal(user)) return user
      const subjectId = await admit(inside, found, user)
      if (subjectId === undefined) return refuse("already-a-member")
      await store.invitations.save(inside, found.id, { acceptedAt: inside.now })
      const payload = { name: user.name, email: user.email, role: found.role }
      if (found.organizationId === null) await inside.record(memberJoined, { subjectId, payload })
      else
        await inside.record(partnerUserJoined, {
          subjectId,
          payload: { ...payload, organizationId: found.organizationId },
        })
      return { slug: found.slug, side: found.side }
    }),
})
