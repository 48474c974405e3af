import { z } from "zod"
import { documentRefusals, localeShape } from "#contract/documents"
import { partyFields } from "#contract/partnerships"
import {
  downloadShape,
  endpoint,
  idShape,
  instantShape,
  listOf,
  listQuery,
  plainDateShape,
  textShape,
} from "#core/endpoint"
import { roleMayNot } from "#core/refusalTexts"

const entry = z.object({
  id: idShape,
  kind: z.string(),
  subjectType: z.string(),
  subjectId: idShape,
  subjectName: z.string().nullable(),
  partnership: z.object({ id: idShape, name: z.string() }).nullable(),
  ...partyFields,
  side: z.enum(["host", "partner"]),
  visibility: z.enum(["shared", "host", "partner"]),
  actor: z.object({
    kind: z.enum(["member", "partner-user", "system"]),
    id: z.string().nullable().describe("the person's account; the job's name when Keelson acted by itself"),
    name: z.string().nullable(),
  }),
  source: z.string(),
  occurredAt: instantShape,
  recordedAt: instantShape,
  payload: z.record(z.string(), z.unknown()),
})
export type Entry = z.input<typeof entry>

export const listEventKinds = endpoint("GET", "/event-kinds", {
  summary: "Every kind of event that this server records by itself; other systems may bring kinds of their own.",
  reads: [],
  output: z.object({ items: z.array(z.object({ kind: z.string(), subject: z.string() })) }),
  refusals: roleMayNot,
})

const securityEvent = z.object({
  id: idShape,
  kind: z.string(),
  person: z.object({ id: z.string(), name: z.string(), side: z.enum(["host", "partner"]) }).nullable(),
  subjectName: z.string().nullable().describe("whom or what it was done to, where that has a name"),
  address: z.string().nullable().describe("from where; of a partner's people only they themselves know"),
  device: z.string().nullable().describe("what the browser called itself"),
  at: instantShape,
  times: z
    .number()
    .int()
    .describe("how often within the hour from then on; like refusals from one address are one line"),
  lastAt: instantShape.describe("when it was seen last"),
  asked: z
    .array(z.string())
    .describe("of what was refused in the workspace: what was asked for, without any value; at most 20"),
  isRefused: z.boolean().describe("somebody was kept out, rather than let in or changed"),
})
export type SecurityEntry = z.input<typeof securityEvent>

const kindShape = z.string().regex(/^[a-z._-]{1,60}$/, "the kind of event, such as partnership.moved")

/** How long the security log is kept. */
export const keptSecurityDays = 400

const securityFilter = {
  kind: kindShape.optional(),
  person: textShape(100).optional().describe("the person's account"),
  from: plainDateShape.optional().describe("on or after this day, in the workspace's time zone"),
  to: plainDateShape.optional().describe("on or before this day"),
}

export const listSecurityEvents = endpoint("GET", "/security-events", {
  summary:
    "Sign-ins of the workspace's people, failed and held up, what they were refused again and again, changes of how they sign in, of who may enter, locked links and exports; newest first. Kept for 400 days.",
  reads: ["ledger", "members"],
  query: { ...listQuery(["-at"]), ...securityFilter },
  output: listOf(securityEvent).extend({ kinds: z.array(z.string()).describe("every kind there is") }),
  refusals: roleMayNot,
})

export const getSecurityDays = endpoint("GET", "/security-days", {
  summary:
    "How often each day something was refused, and how often something else happened, of what the security log has.",
  reads: ["ledger", "members"],
  query: securityFilter,
  output: z.object({
    items: z
      .array(z.object({ on: plainDateShape, refused: z.number().int(), other: z.number().int() }))
      .describe("days that had any; of the latest 5,000 lines"),
  }),
  refusals: roleMayNot,
})

export const downloadSecurityEvents = endpoint("GET", "/security-events/file", {
  summary: "The security log as CSV, under the same filter. That it was taken is written down in it.",
  reads: ["ledger", "members"],
  query: { ...securityFilter, locale: localeShape },
  output: downloadShape,
  downloads: "text/csv; charset=utf-8",
  refusals: { ...roleMayNot, ...documentRefusals },
})

export const listEvents = endpoint("GET", "/events", {
  summary: "The ledger: who did what, when it was true and when it was recorded; newest first.",
  reads: ["ledger", "members"],
  query: {
    ...listQuery(["-recordedAt", "recordedAt"]),
    kind: z
      .string()
      .regex(/^[a-z._-]{1,60}$/, "the kind of event, such as partnership.moved")
      .optional(),
    subject: idShape.optional(),
    partnership: idShape.optional(),
    actor: textShape(100).optional().describe("the person's account"),
    from: plainDateShape.optional().describe("recorded on or after this day, in the workspace's time zone"),
    to: plainDateShape.optional().describe("recorded on or before this day"),
  },
  output: listOf(entry),
  refusals: roleMayNot,
})
