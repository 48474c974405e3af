import type { Mutant } from "#test/mutants"

/** What decides the same as before, by its name, and why. */
const theSame: Readonly<Record<string, string>> = {
  'activities, const onlyReads = (actor: Actor): boolean => actor.kind === "member" && actor.role === "viewer": actor.kind === "member" -> true':
    "only members are viewers",
  'commitments, isEditor(actor) || (actor.kind === "member" && actor.role === "contributor"): actor.kind === "member" -> true':
    "only members are contributors",
  'deals, (actor.kind === "partner-user" && ["partner_admin", "seller"].includes(actor.role)) ||: actor.kind === "partner-user" -> true':
    "only partners' people have these roles",
  'links, ): boolean => weight === "light" || proof.hasCode || (link.userId !== null && proof.signedInAs === link.userId): link.userId !== null -> true':
    "who is not signed in is undefined and never null; the guard is for the day that somebody passes null",
  'measurements, isEditor(actor) || (actor.kind === "member" && actor.role === "finance") || "role-may-not": actor.kind === "member" -> true':
    "only members are of finance",
  'tasks, if (actor.kind !== "member" || partyId !== actor.workspaceId) return "role-may-not": actor.kind !== "member" -> false':
    "Keelson itself is an editor, and who is outside has no workspace: neither comes further",
}

export const nameOf = ({ module, what }: Mutant): string => `${module}, ${what}`

/** Those that a test should have noticed, and those that stand above although a test notices them. */
export const misjudged = (survivors: readonly Mutant[]): readonly string[] => {
  const unnoticed = new Set(survivors.map(nameOf))
  return [...unnoticed.symmetricDifference(new Set(Object.keys(theSame)))]
}
