import { z } from "zod"
import { partyFields } from "#contract/partnerships"
import { endpoint, idShape, instantShape, listOf, listQuery, plainDateShape, textShape } from "#core/endpoint"
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
})
export type SecurityEntry = z.input<typeof securityEvent>

const kindShape = z.string().regex(/^[a-z._-]{1,60}$/, "the kind of event, such as partnership.moved")

export const listSecurityEvents = endpoint("GET", "/security-events", {
  summary:
    "Sign-ins of the workspace's people, failed and held up, changes of how they sign in, of who may enter, locked links and exports; newest first. Kept for 400 days.",
  reads: ["ledger", "members"],
  query: {
    ...listQuery(["-at"]),
    kind: kindShape.optional(),
    person: textShape(100).optional().describe("the person's account"),
    from: plainDateShape.optional().describe("on or after this day, in the workspace's time zone"),
    to: plainDateShape.optional().describe("on or before this day"),
  },
  output: listOf(securityEvent).extend({ kinds: z.array(z.string()).describe("every kind there is") }),
  refusals: roleMayNot,
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
