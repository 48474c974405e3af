import { z } from "zod"
import { endpoint, idShape, instantShape, listOf } from "#core/endpoint"

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
})
export type NotificationView = z.input<typeof notificationView>

const preference = z.object({ kind, inApp: z.boolean(), mail: z.enum(mailChoices) })

export const listNotifications = endpoint("GET", "/notifications", {
  summary: "What one was told, the newest first, and how much of it is unread.",
  reads: ["notifications"],
  query: {
    limit: z.coerce.number().int().min(1).max(200).default(50),
    after: z.string().max(1_000).optional(),
    show: z.enum(["all", "unread"]).default("all"),
  },
  output: listOf(notificationView).extend({ unread: z.number() }),
})

export const readNotification = endpoint("POST", "/notifications/:notification/read", {
  summary: "Marks one notification as read.",
  changes: ["notifications"],
  params: { notification: idShape },
  output: z.object({ unread: z.number() }),
})

export const readAllNotifications = endpoint("POST", "/notifications/read", {
  summary: "Marks everything one was told as read.",
  changes: ["notifications"],
  output: z.object({ unread: z.number() }),
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
