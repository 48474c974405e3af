import type { Actor } from "#core/actor"
import { isEditor, isHost } from "#rules/workspaces"

type Verdict = true | "role-may-not"

/** What is found out about a company is nobody's business but the host's. */
export const mayReadDiligence = (actor: Actor): Verdict => isHost(actor) || "role-may-not"

/** Owners, admins and partner managers say what is asked for. */
export const mayAskDiligence = (actor: Actor): Verdict => isEditor(actor) || "role-may-not"

/** Beside them contributors and finance bring evidence: whoever has the paper is not whoever judges it. */
export const mayGiveEvidence = (actor: Actor): Verdict =>
  isEditor(actor) ||
  (actor.kind === "member" && (actor.role === "contributor" || actor.role === "finance")) ||
  "role-may-not"

/** A person judges it, never Keelson itself; an executive may as well. */
export const mayReviewEvidence = (actor: Actor): Verdict =>
  (actor.kind === "member" && (isEditor(actor) || actor.role === "executive")) || "role-may-not"
