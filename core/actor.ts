import type { Id } from "./ids.ts"

/** Who of the two sides: the host runs the workspace, the partner is any company it works with. It follows from the party. */
export type Side = "host" | "partner"

/** Who may see a row: every party, the host alone, or one company alone. */
export type Visibility = "shared" | Side

/** Roles of a user on the host side, from most to least powerful. */
export const memberRoles = [
  "owner",
  "admin",
  "partner_manager",
  "executive",
  "contributor",
  "finance",
  "viewer",
] as const
export type MemberRole = (typeof memberRoles)[number]

/** Roles of a user who acts for a partner organization. */
export const partnerRoles = ["partner_admin", "seller", "marketer", "technical", "executive"] as const
export type PartnerRole = (typeof partnerRoles)[number]

type Tenant = Readonly<{ workspaceId: Id; timeZone: string }>

/** A user on the host side of a workspace. */
export type Member = Tenant & Readonly<{ kind: "member"; side: "host"; userId: Id; memberId: Id; role: MemberRole }>

/** A user who acts for a partner organization; sees only that organization's partnerships. */
export type PartnerUser = Tenant &
  Readonly<{
    kind: "partner-user"
    side: "partner"
    userId: Id
    partnerUserId: Id
    organizationId: Id
    partnershipIds: readonly Id[]
    role: PartnerRole
  }>

/** Keelson itself, working for one workspace: a job, an import, the demo story. `userId` is the person who asked. */
export type System = Tenant & Readonly<{ kind: "system"; side: "host"; job: string; userId?: Id }>

/** A signed-in person outside any workspace: choosing one, accepting an invitation. */
export type Person = Readonly<{ kind: "person"; userId: Id }>

/** Nobody known: the first owner's set-up, a public form. */
export type Anonymous = Readonly<{ kind: "anonymous" }>

/** Who acts inside a workspace. */
export type WorkspaceActor = Member | PartnerUser | System

/** The party that someone acts for: the host's id is its workspace's, a company's its organization's. */
export const partyOf = (actor: WorkspaceActor): Id =>
  actor.kind === "partner-user" ? actor.organizationId : actor.workspaceId

/** Which side a party is on, in a workspace. */
export const sideOf = (partyId: Id, { workspaceId }: Readonly<{ workspaceId: Id }>): Side =>
  partyId === workspaceId ? "host" : "partner"

/** The party that a row is kept to; null is shared. One keeps things for one's own party only. */
export const privateTo = (actor: WorkspaceActor, visibility: Visibility): Id | null => {
  if (visibility === "shared") return null
  if (visibility !== actor.side) throw new TypeError(`the ${actor.side} keeps nothing for the ${visibility} alone`)
  return partyOf(actor)
}

/** Whose figures someone is shown: the host everybody's; a company its own, the host's, and what is everybody's together. */
export const isFigureFor = (actor: WorkspaceActor, partyId: Id | null): boolean =>
  actor.kind !== "partner-user" || partyId === null || [actor.workspaceId, actor.organizationId].includes(partyId)

/** Whoever acts. No transaction exists without one. */
export type Actor = WorkspaceActor | Person | Anonymous
