import type { Actor, MemberRole } from "#core/actor"
import { type Refusal, refuse } from "#core/refusal"

/** Roles that may change the shared record of partnerships. */
const editors: readonly MemberRole[] = ["owner", "admin", "partner_manager"]
/** Roles that may change the workspace itself: people, imports, settings. */
const administrators: readonly MemberRole[] = ["owner", "admin"]

type Access = Readonly<{ side: string; role?: string }>

/** The same of somebody who has not entered the workspace yet. */
export const isEditorsRole = ({ side, role }: Access): boolean =>
  side === "host" && editors.some((each) => each === role)

export const isAdministratorsRole = ({ side, role }: Access): boolean =>
  side === "host" && administrators.some((each) => each === role)

/** A host-side person (or Keelson itself) who may change the record of partnerships. */
export const isEditor = (actor: Actor): boolean =>
  actor.kind === "system" || (actor.kind === "member" && editors.includes(actor.role))

/** A host-side person (or Keelson itself) who may change the workspace. */
export const isAdministrator = (actor: Actor): boolean =>
  actor.kind === "system" || (actor.kind === "member" && administrators.includes(actor.role))

/** An owner of the workspace (or Keelson itself): who alone makes, unmakes and erases owners. */
export const isOwner = (actor: Actor): boolean =>
  actor.kind === "system" || (actor.kind === "member" && actor.role === "owner")

/** Anyone who works on the host side, in any role. */
export const isHost = (actor: Actor): boolean => actor.kind === "system" || actor.kind === "member"

/** A short name for addresses, made from the company's name: "Nordwind Software AG" -> "nordwind-software-ag". */
export const slugOf = (name: string): string => {
  const slug = name
    .normalize("NFKD")
    .replaceAll(/\p{M}/gu, "")
    .toLowerCase()
    .replaceAll(/[^a-z0-9]+/g, "-")
    .replaceAll(/^-+|-+$/g, "")
    .slice(0, 40)
    .replace(/-+$/, "")
  return slug.length < 2 ? "workspace" : slug
}

export type FactorDemand = Readonly<{ membersNeedFactor: boolean; partnersNeedFactor: boolean }>

/** Who asks it of colleagues has it: nobody shuts themselves out. */
export const decideFactorDemand = (
  demand: FactorDemand,
  hasOwn: boolean,
): FactorDemand | Refusal<"own-factor-first"> =>
  demand.membersNeedFactor && !hasOwn ? refuse("own-factor-first") : demand
