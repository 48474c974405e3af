import type { Actor } from "#core/actor"
import type { Id } from "#core/ids"
import { isEditor, isHost } from "#rules/workspaces"

type Verdict = true | "role-may-not"

/** Whom one thinks of working with is nobody's business but the host's. */
export const mayReadCandidates = (actor: Actor): Verdict => isHost(actor) || "role-may-not"

/** Owners, admins and partner managers keep profiles and candidates, ask colleagues, and make partnerships of them. */
export const mayEditCandidates = (actor: Actor): Verdict => isEditor(actor) || "role-may-not"

/** An executive decides beside them; a person does, never Keelson itself. */
export const mayDecideCandidates = (actor: Actor): Verdict =>
  (actor.kind === "member" && (isEditor(actor) || actor.role === "executive")) || "role-may-not"

/** Whoever was asked answers, and nobody for them. */
export const mayAssess = (actor: Actor, { assessorId }: Readonly<{ assessorId: Id }>): true | "not-asked" =>
  (actor.kind === "member" && actor.memberId === assessorId) || "not-asked"
