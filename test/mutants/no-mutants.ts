import type { Mutant } from "#test/mutants"

/** What decides the same as before, by its name, and why. */
const theSame: Readonly<Record<string, string>> = {
  "agreements, rules/drafts.ts, if (validFrom < startsOn || (endsOn !== null && validFrom > endsOn)): endsOn !== null -> true":
    "no day comes before or after one that is not known",
  "agreements, rules/changes.ts, const kept = new Map(after.flatMap((line) => (line.id === undefined ? [] : [[line.id, line]]))): line.id === undefined -> false":
    "nothing is kept under no id",
  "agreements, rules/changes.ts, removed: before.filter(({ id }) => id === undefined || !kept.has(id)),: id === undefined -> false":
    "nothing is kept under no id",
  "agreements, rules/changes.ts, const now = line.id === undefined ? undefined : kept.get(line.id): line.id === undefined -> false":
    "nothing is kept under no id",
  "agreements, rules/changes.ts, return now === undefined || fields.length === 0 ? [] : [{ before: line, after: now, fields }]: now === undefined -> false":
    "a line that is gone has no changed fields",
  'agreements, rules/findings.ts, isRefusal(answer) && String(answer.detail?.["field"]).startsWith(kind): isRefusal(answer) -> true':
    "what is no refusal has no field",
  "agreements, rules/findings.ts, const isOver = endsOn !== undefined && endsOn < today: endsOn !== undefined -> true":
    "no day comes before or after one that is not known",
  'agreements, rules/findings.ts, ...(!isOver && noticeOn !== null && noticeOn < today ? [finding("notice-passed", "noticeDays")] : []),: noticeOn !== null -> true':
    "no day comes before or after one that is not known",
  "agreements, rules/term.ts, if (!isInForce(agreement) || noticeOn === null || (lastNoticeOn ?? noticeOn) < today) return false: noticeOn === null -> false":
    "no day comes before or after one that is not known",
  'agreements, rules/findings.ts, (line.cadence === "once" && endsOn !== undefined && endsOn >= startsOn): endsOn !== undefined -> true':
    "no day comes before or after one that is not known",
  "agreements, rules/findings.ts, const from = startsOn > today ? startsOn : today: > -> >=":
    "of two days that are the same either is the first",
  'agreements, rules/findings.ts, (line.cadence === "once" && endsOn !== undefined && endsOn >= startsOn): >= -> >':
    "what falls due on its first day is found by its occurrence",
  "agreements, rules/term.ts, day !== null && day >= today && day <= addDays(today, days): day !== null -> true":
    "no day comes before or after one that is not known",
  "agreements, rules/term.ts, if (endsOn < agreement.startsOn || (agreement.endsOn !== null && endsOn > agreement.endsOn)): agreement.endsOn !== null -> true":
    "no day comes before or after one that is not known",
  'diligence, (actor.kind === "member" && (actor.role === "contributor" || actor.role === "finance")) ||: actor.kind === "member" -> true':
    "only members have these roles",
  'diligence, rules/standing.ts, if (acceptedRound === null) return state === "accepted" ? "valid" : state: state === "accepted" -> false':
    "what is accepted has an accepted round",
  'diligence, rules/standing.ts, if (validThrough === null) return "valid": validThrough === null -> false':
    "no day comes before or after one that is not known",
  'diligence, rules/standing.ts, return remindOn !== null && today >= remindOn ? "expiring" : "valid": remindOn !== null -> true':
    "no day comes before or after one that is not known",
  'diligence, rules/giving.ts, if (issuedOn !== null && issuedOn > today) return refuse("issued-ahead", { field: "issuedOn" }): issuedOn !== null -> true':
    "no day comes before or after one that is not known",
  'diligence, rules/giving.ts, if (checkedOn !== null && checkedOn > today) return refuse("issued-ahead", { field: "checkedOn" }): checkedOn !== null -> true':
    "no day comes before or after one that is not known",
  "diligence, rules/giving.ts, return from !== null && validThrough < from: from !== null -> true":
    "no day comes before or after one that is not known",
  'diligence, rules/reviewing.ts, if (validThrough !== null && validThrough < today) return refuse("evidence-expired"): validThrough !== null -> true':
    "no day comes before or after one that is not known",
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
  'recruitment, (actor.kind === "member" && actor.memberId === assessorId) || "not-asked": actor.kind === "member" -> true':
    "only members have such an id",
  'tasks, if (actor.kind !== "member" || partyId !== actor.workspaceId) return "role-may-not": actor.kind !== "member" -> false':
    "Keelson itself is an editor, and who is outside has no workspace: neither comes further",
}

export const nameOf = ({ module, what }: Mutant): string => `${module}, ${what}`

/** Those that a test should have noticed, and those that stand above although a test notices them. */
export const misjudged = (survivors: readonly Mutant[]): readonly string[] => {
  const unnoticed = new Set(survivors.map(nameOf))
  return [...unnoticed.symmetricDifference(new Set(Object.keys(theSame)))]
}
