import type { Actor } from "#core/actor"
import { isEditor, isHost } from "#rules/workspaces"

type Verdict = true | "role-may-not"

/** How all partners come along is the host's to read; each partner reads of its own. */
export const mayReadOnboardings = (actor: Actor): Verdict => isHost(actor) || "role-may-not"

/** Whoever starts plans starts an onboarding, gives it up, and opens what it keeps closed. */
export const mayRunOnboarding = (actor: Actor): Verdict => isEditor(actor) || "role-may-not"
