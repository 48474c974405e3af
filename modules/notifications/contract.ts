import { z } from "zod"
import { endpoint, idShape, instantShape, listOf, plainDateShape } from "#core/endpoint"
import { notAhead } from "#core/refusalTexts"
import { moves, shows } from "./rules.ts"

export { holesOf } from "./rules.ts"

/** A kind of news; which there are depends on what the modules bring. */
const kind = z.string().regex(/^[a-z_]{1,60}$/)
const mailChoices = ["none", "instant", "daily"] as const

/** Something one was told. Only the person it was told to ever sees it. */
export const notificationView = z.object({
  id: idShape,
  kind,
  partnershipId: idShape.nullable(),
  partnershipName: z.string().nullable(),
  payload: z.record(z.string(), z.unknown()),
  createdAt: instantShape,
  readAt: instantShape.nullable(),
  doneAt: instantShape.nullable(),
  snoozedUntil: plainDateShape.nullable(),
})
export type NotificationView = z.input<typeof notificationView>

const preference = z.object({ kind, inApp: z.boolean(), mail: z.enum(mailChoices) })

const unread = z.object({ unread: z.number() })

export const listNotifications = endpoint("GET", "/notifications", {
  summary:
    "What one was told and may still see, the newest first: in the inbox, unread in it, put off, or done with; and how much of it is unread.",
  reads: ["notifications"],
  query: {
    limit: z.coerce.number().int().min(1).max(200).default(50),
    after: z.string().max(1_000).optional(),
    show: z.enum(shows).default("open"),
    kind: kind.optional(),
  },
  output: listOf(notificationView).extend({ unread: z.number() }),
})

export const countNotifications = endpoint("GET", "/notifications/unread", {
  summary: "How much in one's inbox is unread, a hundred at most.",
  reads: ["notifications"],
  output: unread,
})

const notifications = z.array(idShape).min(1).max(100)

export const moveNotifications = endpoint("POST", "/notifications/move", {
  summary: "Marks what one was told as read or unread, as done with, or puts it back into the inbox.",
  changes: ["notifications"],
  input: { notifications, to: z.enum(moves) },
  output: unread,
})

export const snoozeNotifications = endpoint("POST", "/notifications/snooze", {
  summary: "Takes what one was told out of the inbox until a day, on which it comes back by itself.",
  changes: ["notifications"],
  input: { notifications, until: plainDateShape },
  output: unread,
  refusals: notAhead,
})

export const readAllNotifications = endpoint("POST", "/notifications/read", {
  summary: "Marks everything one was told as read.",
  changes: ["notifications"],
  output: unread,
})

export const getNotificationPreferences = endpoint("GET", "/notification-preferences", {
  summary: "What one wants to be told, and how.",
  reads: ["notification-preferences"],
  output: z.object({ items: z.array(preference) }),
})

export const setNotificationPreference = endpoint("PUT", "/notification-preferences/:kind", {
  summary: "Chooses how one kind of news reaches one: in the list, by mail at once, or in one mail a day.",
  changes: ["notification-preferences"],
  params: { kind },
  input: { inApp: z.boolean(), mail: z.enum(mailChoices) },
  output: preference,
  refusals: { "no-such-news": { status: 422, title: "There is no such kind of news. Choose one from the list." } },
})
