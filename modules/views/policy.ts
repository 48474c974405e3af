import type { Actor, WorkspaceActor } from "#core/actor"
import { isAdministrator, isHost } from "#rules/workspaces"

/** Saved views are of the host's pages; whoever sees one may pin it, into their own navigation. */
export const maySaveViews = (actor: Actor): true | "role-may-not" => isHost(actor) || "role-may-not"

/** A view is changed and deleted by whoever saved it. One that others see must not outlast them there: administrators may, too. */
export const mayChangeView = (
  actor: WorkspaceActor,
  { userId, isShared }: Readonly<{ userId: string; isShared: boolean }>,
): true | "role-may-not" | "not-your-view" =>
  userId === actor.userId || (isShared && isAdministrator(actor)) ? maySaveViews(actor) : "not-your-view"
