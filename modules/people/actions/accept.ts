import type { MemberRole, PartnerRole } from "#core/actor"
import type { Id } from "#core/ids"
import type { Refusal } from "#core/refusal"
import { isRefusal, refuse } from "#core/refusal"
import { closeLink, findLink, isProven } from "#modules/links"
import { partnershipsOf } from "#modules/partnerships"
import {
  admitPartnerUser,
  findMemberByUser,
  findWorkspace,
  insertMember,
  memberJoined,
  saveMember,
} from "#modules/workspaces"
import { accountByEmail, accountById, makeAccount, type User } from "#platform/accounts"
import { action, whoeverHoldsTheLink } from "#platform/action"
import { newId } from "#platform/ids"
import { type Guessable, guessable } from "#platform/passwords/chosen"
import type { WorkspaceTx } from "#platform/tx"
import * as contract from "../contract.ts"
import { partnerUserJoined } from "../events.ts"
import { acceptInvitation } from "../linkActs.ts"
import { decideAcceptance } from "../rules.ts"
import * as store from "../store.ts"

export const read = action(contract.readInvitation, {
  load: async (tx, { token }) => {
    const link = await findLink(tx, acceptInvitation, token)
    return link && store.findInvitation(tx, link.subjectId)
  },
  may: whoeverHoldsTheLink,
  act: async ({ tx, now }, invitation) => {
    const allowed = decideAcceptance(invitation, now)
    if (isRefusal(allowed)) return allowed
    const { email, side, invitedBy } = invitation
    const { name: workspaceName = "", slug = "" } = (await findWorkspace(tx)) ?? {}
    const hasAccount = (await accountByEmail(tx, email)) !== undefined
    return { workspaceName, slug, email, side, invitedBy: invitedBy ?? workspaceName, hasAccount }
  },
})

type Given = Readonly<{
  name: string
  password: string
  signedInAs?: string | undefined
  /** Whether the code from the invited mailbox was typed. */
  hasProof: boolean
}>

/**
 * The account the invitation is for: the one signed in, or a new one. Someone who has one must show it is theirs. Whoever is signed in
 * with another address learns nothing of accounts before they have shown that the invited mailbox is theirs, too; then it joins
 * their one account.
 */
const accountFor = async (
  tx: WorkspaceTx,
  email: string,
  { name, password, signedInAs, hasProof }: Given,
): Promise<User | Refusal<"sign-in-first" | "other-address" | "name-needed" | "password-too-short" | Guessable>> => {
  const known = await accountByEmail(tx, email)
  const signedIn = signedInAs === undefined ? undefined : await accountById(tx, signedInAs)
  if (signedIn && signedIn.id !== known?.id && name === "") {
    if (!hasProof) return refuse("other-address", { email })
    return known ? refuse("sign-in-first", { email }) : signedIn
  }
  if (known) {
    if (signedInAs === undefined) return refuse("sign-in-first", { email })
    return signedInAs === known.id ? known : refuse("other-address", { email })
  }
  if (name === "") return refuse("name-needed", { field: "name" })
  if (password.length < leastPassword) return refuse("password-too-short", { field: "password", least: leastPassword })
  const guessed = guessable(password, [name, email, (await findWorkspace(tx))?.name ?? ""])
  if (guessed) return refuse(guessed, { field: "password" })
  return makeAccount(tx, { email, name, password })
}

const leastPassword = 10

/** Lets the person in, as whom; undefined when they are in already. Someone who left the host side comes back in the new role. */
const admit = async (
  tx: WorkspaceTx,
  { side, role, organizationId, email }: store.InvitationRow,
  user: User,
): Promise<Id | undefined> => {
  const person = { id: newId(), userId: user.id, name: user.name, email }
  if (side === "partner" && organizationId !== null)
    return admitPartnerUser(tx, { ...person, organizationId, role: role as PartnerRole })
  const earlier = await findMemberByUser(tx, user.id)
  if (earlier && earlier.deactivatedAt === null) return undefined
  // Who was erased and comes back by themselves has a name again.
  const again = { role: role as MemberRole, deactivatedAt: null }
  const named = earlier?.erasedAt ? { name: person.name, email, erasedAt: null } : {}
  if (earlier) await saveMember(tx, earlier.id, { ...again, ...named })
  else await insertMember(tx, { ...person, role: role as MemberRole })
  return earlier?.id ?? person.id
}

export const accept = action(contract.acceptInvitation, {
  load: async (tx, { token }) => {
    const link = await findLink(tx, acceptInvitation, token)
    // Locked, so that a link opened twice at the same moment makes one account and one member.
    const invitation = link && (await store.lockInvitation(tx, link.subjectId))
    return invitation && { link, invitation }
  },
  may: whoeverHoldsTheLink,
  act: async ({ tx, now, platform }, { link, invitation }, { proof, ...given }) => {
    const allowed = decideAcceptance(invitation, now)
    if (isRefusal(allowed)) return allowed
    const user = await accountFor(tx, invitation.email, { ...given, hasProof: isProven(platform, link, now, proof) })
    if (isRefusal(user)) return user
    const subjectId = await admit(tx, invitation, user)
    if (subjectId === undefined) return refuse("already-a-member")
    await store.invitations.save(tx, invitation.id, { acceptedAt: now })
    await closeLink(tx, link, "accept")
    const { organizationId, role, side } = invitation
    // The address that was invited: what other addresses somebody has is nobody's business here.
    const payload = { name: user.name, email: invitation.email, role }
    if (organizationId === null) await tx.record(memberJoined, { subjectId, payload })
    else await tx.record(partnerUserJoined, { subjectId, payload: { ...payload, organizationId } })
    const { slug = "" } = (await findWorkspace(tx)) ?? {}
    return { slug, side, partnershipId: await onlyPartnershipOf(tx, organizationId) }
  },
})

/** Where somebody of a company goes first: into its partnership, when it has one only. */
const onlyPartnershipOf = async (tx: WorkspaceTx, organizationId: Id | null): Promise<Id | null> => {
  if (organizationId === null) return null
  const [first = null, ...others] = await partnershipsOf(tx, tx.actor.workspaceId, organizationId)
  return others.length === 0 ? first : null
}
