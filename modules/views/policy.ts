import type { Actor, WorkspaceActor } from "#core/actor"
import { isHost } from "#rules/workspaces"

/** Saved views are of the host's pages; whoever sees one may pin it, into their own navigation. */
export const maySaveViews = (actor: Actor): true | "role-may-not" => isHost(actor) || "role-may-not"

/** A view is dropped by whoever saved it, also one that others see. */
export const mayDropView = (
  actor: WorkspaceActor,
  view: Readonly<{ userId: string }>,
): true | "role-may-not" | "not-your-view" => (view.userId === actor.userId ? maySaveViews(actor) : "not-your-view")
