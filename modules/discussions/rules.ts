import type { Id } from "#core/ids"
import { type Refusal, refuse } from "#core/refusal"
import type { Instant } from "#core/time"

export { decideResolve } from "./rules/resolving.ts"
export { anywhere, excerptOf, wordsOf } from "./rules/searching.ts"

/** As long as a long mail; more belongs into a file. */
export const longestComment = 10_000
export const mostMentions = 20
/** More belongs to the partnership's files. */
export const mostFiles = 10
/** What was written so long ago others have read and relied on: it can be removed, which shows, but no longer be put another way. */
export const editableHours = 24
/** A person who talks writes less than this; a program that has run wild is stopped by it. */
export const mostPerMinute = 20

/** Who a thread is for: every party of the partnership, or one's own party alone. */
export const audiences = ["shared", "own"] as const
export type Audience = (typeof audiences)[number]

/** Somebody who may see what is said, as the asker knows them. */
export type Person = Readonly<{ id: Id; userId: string; name: string; partyId: Id }>
export type Mention = Readonly<{ id: Id; userId: string; name: string }>

/** Signs that leave nothing to see: spaces, controls, joiners, direction marks, and the fillers that fonts draw empty. */
const unseen = /[\p{Z}\p{C}\u115f\u1160\u2800\u3164\uffa0]/gu

/** What is kept of what somebody wrote: line ends in one spelling, nothing around it. What shows nothing says nothing. */
export const decideText = (written: string): string | Refusal<"nothing-said"> => {
  const text = written.replaceAll(/\r\n?/g, "\n").trim()
  return text.replaceAll(unseen, "") === "" ? refuse("nothing-said", { field: "body" }) : text
}

/** Of what can be shown to one party alone nothing is shared. */
export const decideAudience = (
  subject: Readonly<{ privateTo: Id | null }>,
  audience: Audience,
  ownParty: Id,
): Readonly<{ privateTo: Id | null }> | Refusal<"kept-private"> => {
  if (audience === "own") return { privateTo: ownParty }
  return subject.privateTo === null
    ? { privateTo: null }
    : refuse("kept-private", { field: "audience", allowed: ["own"] })
}

/** The audiences that there are for a subject: what is one party's own is spoken of there alone. */
export const audiencesOf = ({ privateTo }: Readonly<{ privateTo: Id | null }>): readonly Audience[] =>
  privateTo === null ? audiences : ["own"]

/** Those who are pointed to, each once, of the people who may see the thread; somebody else is refused. */
export const decideMentions = (
  wanted: readonly Id[],
  whoSee: readonly Person[],
): readonly Mention[] | Refusal<"may-not-see-it"> => {
  const known = new Map(whoSee.map((person) => [person.id, person]))
  const unknown = wanted.filter((id) => !known.has(id))
  if (unknown.length > 0) return refuse("may-not-see-it", { field: "mentions", people: unknown })
  return [...new Set(wanted)].flatMap((id) => {
    const person = known.get(id)
    return person ? [{ id, userId: person.userId, name: person.name }] : []
  })
}

type Written = Readonly<{ writtenAt: Instant; removedAt: Instant | null }>

export const decideEditable = (
  { writtenAt, removedAt }: Written,
  now: Instant,
): true | Refusal<"already-removed" | "too-late-to-edit"> => {
  if (removedAt !== null) return refuse("already-removed")
  const isFresh = Date.parse(now) - Date.parse(writtenAt) <= editableHours * 3_600_000
  return isFresh || refuse("too-late-to-edit", { hours: editableHours })
}

export const decideRemovable = ({ removedAt }: Pick<Written, "removedAt">): true | Refusal<"already-removed"> =>
  removedAt === null || refuse("already-removed")

export const decidePace = (writtenInLastMinute: number): true | Refusal<"too-fast"> =>
  writtenInLastMinute < mostPerMinute || refuse("too-fast", { perMinute: mostPerMinute })

/**
 * Who hears that something was said: whoever has written in the thread, but for the author, and for those who are pointed to,
 * who hear of that instead.
 */
export const listenersOf = (
  writers: readonly string[],
  mentions: readonly Mention[],
  author: string,
): readonly string[] => {
  const pointedTo = new Set(mentions.map(({ userId }) => userId))
  return [...new Set(writers)].filter((userId) => userId !== "" && userId !== author && !pointedTo.has(userId))
}
