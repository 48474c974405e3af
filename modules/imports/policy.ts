import type { Actor } from "#core/actor"
import { isAdministrator, isEditor } from "#rules/workspaces"

/** Owners, admins and partner managers import, and see what was imported. */
export const mayImport = (actor: Actor): true | "role-may-not" => isEditor(actor) || "role-may-not"

/** An import is undone by an owner or admin, or by the person who made it. */
export const mayUndoImport = (actor: Actor, run: { createdBy: string | null }): true | "role-may-not" =>
  isAdministrator(actor) || (isEditor(actor) && "userId" in actor && actor.userId === run.createdBy) || "role-may-not"
