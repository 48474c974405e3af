import { z } from "zod"
import { fileView, sentFileRefusals } from "#contract/files"
import { partyFields } from "#contract/partnerships"
import { abilityShape, endpoint, idShape, instantShape, listOf, listQuery, textShape } from "#core/endpoint"
import { roleMayNot } from "#core/refusalTexts"
import { audiences, editableHours, longestComment, mostFiles, mostMentions, mostPerMinute } from "./rules.ts"

export { longestComment, mostFiles } from "./rules.ts"

const visibility = z.enum(["shared", "host", "partner"])
const audience = z.enum(audiences).describe("shared: all parties of the partnership; own: one's own party alone")

/** What a thread is about: a kind of thing, such as occurrence, and which one. */
const subject = {
  subjectKind: z.string().regex(/^[a-z_]{1,40}$/, "a kind of thing, such as partnership"),
  subjectId: idShape,
}

const keptPrivate = {
  "kept-private": { status: 422, title: "This is your own party's: what is said about it stays with your party." },
} as const

/** That a thread is settled: since when, and by whom. */
const resolution = { resolvedAt: instantShape.nullable(), resolvedBy: z.string().nullable() }

const commentView = z.object({
  id: idShape,
  /** Its number in the thread, which never changes. */
  position: z.number(),
  visibility,
  ...partyFields,
  side: z.enum(["host", "partner"]),
  authorName: z.string().describe("as it was when it was written"),
  isOwn: z.boolean(),
  body: z.string().nullable().describe("plain text; null when it was removed"),
  mentions: z.array(z.object({ id: idShape, name: z.string() })),
  files: z.array(fileView),
  writtenAt: instantShape,
  editedAt: instantShape.nullable(),
  removedAt: instantShape.nullable(),
  removedBy: z.string().nullable(),
  version: z.number(),
  abilities: z.object({ edit: abilityShape, remove: abilityShape }),
})
export type CommentView = z.input<typeof commentView>

const threadView = z.object({
  ...subject,
  subjectName: z.string(),
  visibility,
  comments: z.number().describe("without those that were removed"),
  unread: z.number().describe("written by others since one last read, at most 100"),
  lastCommentAt: instantShape,
  ...resolution,
})

export const listThreads = endpoint("GET", "/partnerships/:partnership/threads", {
  summary: "What is being talked about in a partnership, the liveliest first, with how much of it one has not read.",
  reads: ["comments", "comments-read"],
  params: { partnership: idShape },
  query: {
    limit: z.coerce.number().int().min(1).max(500).default(200),
    after: z.string().max(1_000).optional(),
    state: z.enum(["open", "resolved", "all"]).default("all"),
  },
  output: listOf(threadView).extend({
    counts: z.object({ open: z.number(), resolved: z.number() }).describe("of the threads one may see"),
  }),
})

export const listComments = endpoint("GET", "/comments", {
  summary: "The comments of one thread. A thread is there as soon as its subject is; it begins with its first comment.",
  reads: ["comments"],
  query: { ...subject, audience: audience.default("shared"), ...listQuery(["-position", "position"]) },
  output: listOf(commentView).extend({
    subjectName: z.string(),
    visibility,
    ownParty: z.string().describe("what one's own party is called"),
    audiences: z.array(z.enum(audiences)).describe("what can be chosen for this subject"),
    comments: z.number(),
    /** How far the reader had read; null before they opened it. */
    readUpTo: z.number().nullable(),
    ...resolution,
    abilities: z.object({ write: abilityShape }),
  }),
  refusals: keptPrivate,
})

const said = {
  body: textShape(longestComment),
  mentions: z.array(idShape).max(mostMentions).default([]).describe("people, as /mentionable-people names them"),
}
const saying = {
  ...roleMayNot,
  "nothing-said": { status: 422, title: "There is nothing to read in this comment. Write something." },
  "may-not-see-it": {
    status: 422,
    title: "Somebody who is mentioned may not see this thread. Take the mention out, or write where they can read it.",
  },
} as const

export const writeComment = endpoint("POST", "/comments", {
  makes: true,
  summary: "Writes a comment. With an Idempotency-Key, a request that is sent twice is one comment.",
  changes: ["comments"],
  input: {
    ...subject,
    audience: audience.default("shared"),
    ...said,
    files: z.array(idShape).max(mostFiles).default([]).describe("one's own that wait, added with isUnsent"),
  },
  output: commentView,
  refusals: {
    ...sentFileRefusals,
    ...saying,
    ...keptPrivate,
    "too-fast": {
      status: 429,
      title: `More than ${mostPerMinute} comments in a minute. Wait a moment, then send it again.`,
    },
  },
})

const notYours = {
  "not-your-comment": {
    status: 403,
    title: "Only whoever wrote a comment may change it; they and their party's administrators may remove it.",
  },
  "already-removed": { status: 409, title: "This comment was removed." },
} as const

export const editComment = endpoint("PUT", "/comments/:comment", {
  summary: `Puts one's own comment another way, within ${editableHours} hours; it is marked as edited.`,
  edits: true,
  changes: ["comments"],
  params: { comment: idShape },
  input: said,
  output: commentView,
  refusals: {
    ...saying,
    ...notYours,
    "too-late-to-edit": {
      status: 409,
      title: `A comment can be changed within ${editableHours} hours. Write another one, or remove it.`,
    },
  },
})

export const removeComment = endpoint("DELETE", "/comments/:comment", {
  summary: "Takes a comment's words away for good; that there was one, and who removed it, stays.",
  changes: ["comments"],
  params: { comment: idShape },
  output: commentView,
  refusals: { ...roleMayNot, ...notYours },
})

export const resolveThread = endpoint("POST", "/comments/resolve", {
  summary: "Says that what was talked about is settled. The next comment opens the thread again.",
  changes: ["comments"],
  input: {
    ...subject,
    audience: audience.default("shared"),
    position: z.number().int().min(0).describe("how far one has read: what was written since is settled by nobody"),
  },
  output: z.object(resolution),
  refusals: {
    ...roleMayNot,
    ...keptPrivate,
    "nothing-to-resolve": { status: 409, title: "Nothing was said here that could be settled." },
    "said-meanwhile": {
      status: 409,
      title: "Somebody has written here meanwhile. Read that first, then resolve the discussion.",
    },
  },
})

export const reopenThread = endpoint("POST", "/comments/reopen", {
  summary: "Opens a thread again that was settled.",
  changes: ["comments"],
  input: { ...subject, audience: audience.default("shared") },
  output: z.object(resolution),
  refusals: { ...roleMayNot, ...keptPrivate },
})

const foundComment = z.object({
  id: idShape,
  thread: z.string().describe("as the address of a page names it"),
  subjectName: z.string(),
  visibility,
  excerpt: z.string(),
  authorName: z.string(),
  writtenAt: instantShape,
  resolvedAt: instantShape.nullable(),
})

export const findComments = endpoint("GET", "/partnerships/:partnership/found-comments", {
  summary: "The latest comments of a partnership in which all of these words stand, of those one may read. At most 20.",
  reads: ["comments"],
  params: { partnership: idShape },
  query: { text: textShape(100) },
  output: z.object({ items: z.array(foundComment) }),
})

export const markThreadRead = endpoint("POST", "/comments/read", {
  summary: "Remembers how far one has read in a thread; reading on never goes back.",
  changes: ["comments-read"],
  input: { ...subject, audience: audience.default("shared"), position: z.number().int().min(0) },
  output: z.object({ readUpTo: z.number() }),
  refusals: keptPrivate,
})

const personView = z.object({ id: idShape, name: z.string(), ...partyFields, side: z.enum(["host", "partner"]) })

export const listMentionablePeople = endpoint("GET", "/mentionable-people", {
  summary: "The people who may see a thread and whom one knows, by name: those who can be mentioned in it.",
  reads: ["comments", "members", "partner-users"],
  query: { ...subject, audience: audience.default("shared"), text: z.string().trim().max(100).optional() },
  output: z.object({ items: z.array(personView) }),
  refusals: keptPrivate,
})
