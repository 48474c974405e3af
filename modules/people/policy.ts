import type { Actor, MemberRole } from "#core/actor"
import { isAdministrator, isEditor, isHost, isOwner } from "#rules/workspaces"

type Verdict = true | "role-may-not"

export const mayReadPeople = (actor: Actor): Verdict => isHost(actor) || "role-may-not"

/** Owners and admins look after members; only an owner makes or unmakes an owner. */
export const mayChangeMember = (actor: Actor, member: { role: string }, to?: MemberRole): Verdict | "owners-only" => {
  if (!isAdministrator(actor)) return "role-may-not"
  return isOwner(actor) || (member.role !== "owner" && to !== "owner") || "owners-only"
}

/** Owners and admins invite to the host side; whoever looks after partnerships invites partners. */
export const mayInvite = (actor: Actor, { side, role }: { side: string; role: string }): Verdict | "owners-only" => {
  if (side === "partner") return isEditor(actor) || "role-may-not"
  return mayChangeMember(actor, { role })
}

/** Owners, admins and partner managers keep contacts and roles. */
export const mayEditPeople = (actor: Actor): Verdict => isEditor(actor) || "role-may-not"
