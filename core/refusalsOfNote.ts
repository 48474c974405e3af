import { type Member, memberRoles, type PartnerUser, partnerRoles, type WorkspaceActor } from "./actor.ts"

/** What somebody who is signed in was refused in a workspace, by what it says about them. */
export const refusalKinds = [
  "administration.refused",
  "host_matters.refused",
  "act.refused",
  "unseen.refused",
  "link.refused",
] as const
export type RefusalKind = (typeof refusalKinds)[number]

/**
 * So many by one person within an hour are of note. OWASP ASVS 5.0 (16.3.2) wants failed authorization logged, its Logging Cheat Sheet
 * with who and what; OWASP AppSensor wants very low tolerance for what the pages do not offer, and nothing that happens by accident.
 * A page opened by its address asks up to four things at once, so that one such slip stays under five. A role that
 * has just changed, and an old page, make more of the others.
 */
export const ofNoteFrom: Readonly<Record<RefusalKind, number>> = {
  "administration.refused": 5,
  "host_matters.refused": 5,
  "act.refused": 10,
  "unseen.refused": 20,
  "link.refused": 10,
}

/** An attempt after this time is another line. */
export const refusalSpanMs = 3_600_000

/** Of what was asked at most so many kinds are named in a line. */
export const mostAsked = 20

const isAdministrators = (role: (typeof memberRoles)[number]): boolean => role === "owner" || role === "admin"

/** Who else might have done it says what kind of thing it was: `mayAs` asks the same policy for somebody else. */
export const kindOfRefusal = (
  asker: Member | PartnerUser,
  mayAs: (other: WorkspaceActor) => boolean,
): Exclude<RefusalKind, "unseen.refused" | "link.refused"> => {
  const { workspaceId, timeZone, userId } = asker
  const memberId = asker.kind === "member" ? asker.memberId : userId
  const may = (role: (typeof memberRoles)[number]) =>
    mayAs({ kind: "member", side: "host", workspaceId, timeZone, userId, memberId, role })
  const hosts = memberRoles.filter(may)
  const isPartners = asker.kind === "partner-user" && partnerRoles.some((role) => mayAs({ ...asker, role }))
  if (hosts.length > 0 && hosts.every(isAdministrators) && !isPartners) return "administration.refused"
  return asker.kind === "partner-user" && hosts.length > 0 && !isPartners ? "host_matters.refused" : "act.refused"
}

/** What an answer says about whoever got it; undefined where it says nothing: a slip in a form, a thing that has changed. */
export const refusalOf = (
  scope: "workspace" | "link",
  { status, code }: Readonly<{ status: number; code: string }>,
  byPolicy: RefusalKind | undefined,
): RefusalKind | undefined => {
  if (status === 410) return scope === "link" ? "link.refused" : undefined
  if (status === 403) return scope === "link" ? "link.refused" : (byPolicy ?? "act.refused")
  return status === 404 && code === "not-found" && scope === "workspace" ? "unseen.refused" : undefined
}
