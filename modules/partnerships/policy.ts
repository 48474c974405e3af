import type { Actor } from "#core/actor"
import { isEditor, isHost } from "#rules/workspaces"

type Verdict = true | "role-may-not"

/** Owners, admins and partner managers record, change and move partnerships. */
export const mayEditPartnership = (actor: Actor): Verdict => isEditor(actor) || "role-may-not"

/** Tags are the host's own words. */
export const mayReadTags = (actor: Actor): Verdict => isHost(actor) || "role-may-not"

/** Everyone who sees a partnership may write down what they know; viewers only look. */
export const mayWriteNote = (actor: Actor): Verdict =>
  actor.kind === "system" ||
  actor.kind === "partner-user" ||
  (actor.kind === "member" && actor.role !== "viewer") ||
  "role-may-not"
