import type { Actor } from "#core/actor"
import type { Id } from "#core/ids"
import { isEditor, isHost } from "#rules/workspaces"

/** Whose a task is. */
type Owed = Readonly<{ partyId: Id; ownerId: string | null }>

/** The host's partner managers plan for both sides; a company's people plan what their own company does. */
export const mayPlan = (actor: Actor, { partyId }: Pick<Owed, "partyId">): true | "not-your-task" | "role-may-not" => {
  if (actor.kind === "partner-user") return partyId === actor.organizationId || "not-your-task"
  return isEditor(actor) || "role-may-not"
}

/**
 * It is done by whoever it was given to, or anybody of the same party who works; the host's partner managers may do so for a
 * partner, who need not sign in.
 */
export const mayDo = (actor: Actor, { partyId, ownerId }: Owed): true | "not-your-task" | "role-may-not" => {
  if (actor.kind === "partner-user") return partyId === actor.organizationId || "not-your-task"
  if (isEditor(actor)) return true
  if (actor.kind !== "member" || partyId !== actor.workspaceId) return "role-may-not"
  return actor.role === "contributor" || ownerId === actor.userId || "role-may-not"
}

/** What somebody may leave out: partner managers anything; whoever does the work, what is optional, and what they keep to themselves. */
export const maySkip = (
  actor: Actor,
  task: Owed & Readonly<{ isOptional: boolean; privateTo: Id | null }>,
): true | "not-your-task" | "role-may-not" | "needed-by-the-plan" => {
  if (isEditor(actor)) return true
  const may = mayDo(actor, task)
  if (may !== true) return may
  return task.isOptional || task.privateTo !== null || "needed-by-the-plan"
}

/** Plans bind both sides, so that they are started, moved and written down by the host's partner managers. */
export const mayEditPlans = (actor: Actor): true | "role-may-not" => isEditor(actor) || "role-may-not"

export const mayReadTemplates = (actor: Actor): true | "role-may-not" => isHost(actor) || "role-may-not"
