import { z } from "zod"
import type { Side, System } from "#core/actor"
import type { Id } from "#core/ids"
import { hourIn } from "#core/time"
import { ownersOf } from "#modules/partnerships"
import { findRecipient, sidesOf } from "#modules/workspaces"
import { accountById } from "#platform/accounts"
import type { Contributed } from "#platform/contributed"
import { newId } from "#platform/ids"
import { eventPayload, everyWorkspace, workspaceJob } from "#platform/jobs"
import type { News, Notice } from "#platform/news"
import type { Tx } from "#platform/tx"
import { newsMail } from "./emails.ts"
import { pressesFor } from "./presses.ts"
import { goneFor, noticesFor } from "./readers.ts"
import { digestHour, mostPerMail } from "./rules.ts"
import * as store from "./store.ts"
import { takeBack } from "./takeBack.ts"
import { wordsFor } from "./words.ts"

/** One mail to one person; what sends it stands below what queues it. */
const mailPerson = {
  name: "notifications.mail-person",
  payload: z.object({ workspaceId: z.uuid(), userId: z.string(), isDigest: z.boolean() }),
}

/** Writes what people are told, as each wants to be told it, and queues one mail per person who wants it at once. */
const tell = async (tx: Tx<System>, news: News, found: readonly Notice[]): Promise<void> => {
  const notices = await addressed(tx, found)
  await isForThem(tx, news, notices)
  const preference = await store.preferencesOf(
    tx,
    notices.map(({ userId }) => userId),
  )
  const wanted = notices.map((notice) => ({ notice, ...preference(notice.userId, news) }))
  await store.insertNotices(
    tx,
    wanted.map(({ notice, inApp, mail }) => ({
      id: newId(),
      kind: news.kind,
      ...notice,
      aboutId: aboutOf(news, notice),
      isRead: !inApp,
      isMailed: mail === "none",
    })),
  )
  const { workspaceId } = tx.actor
  const atOnce = new Set(wanted.filter(({ mail }) => mail === "instant").map(({ notice }) => notice.userId))
  for (const userId of atOnce)
    await tx.enqueue(mailPerson, { workspaceId, userId, isDigest: false }, { key: `mail ${workspaceId} ${userId}` })
}

/** What can end it, where something can. */
const aboutOf = ({ endsWith }: News, { payload }: Notice): Id | null =>
  endsWith === undefined ? null : (payload[endsWith.by] as Id)

/** Each notice with the person it is for; nobody is told of a partnership that nobody looks after. */
const addressed = async (tx: Tx<System>, notices: readonly Notice[]): Promise<readonly Addressed[]> => {
  const unnamed = notices.filter(({ userId }) => userId === undefined)
  const owners = await ownersOf(
    tx,
    unnamed.flatMap(({ partnershipId }) => partnershipId ?? []),
  )
  return notices.flatMap((notice) => {
    const userId = notice.userId ?? owners.get(notice.partnershipId ?? "")
    return userId === undefined ? [] : [{ ...notice, userId }]
  })
}

/** What a kind says of its readers holds for all it tells; who is told more could neither see it in the list nor stop it. */
const isForThem = async (tx: Tx<System>, { kind, readers }: News, notices: readonly Addressed[]): Promise<void> => {
  const sides = await sidesOf(
    tx,
    notices.map(({ userId }) => userId),
  )
  const isOther = (side: Side | undefined) => side !== undefined && !readers.includes(side)
  if (notices.some(({ userId }) => isOther(sides.get(userId))))
    throw new Error(`${kind} is for ${readers.join(" and ")} and was meant for a user of the other side`)
}

type Addressed = Notice & Readonly<{ userId: string }>

/** Hears of every event that is news to somebody, and tells it once however often it runs. */
const tellNews = (all: readonly News[]) =>
  workspaceJob({
    name: "notifications.tell",
    payload: eventPayload,
    on: [...new Set(all.flatMap(({ on }) => on))],
    run: async ({ kind, ...heard }, { platform, system, transact }) => {
      // Two kinds of news may hear of one event: the one that fails is tried again and keeps the other from nobody.
      const told = await Promise.allSettled(
        all
          .filter(({ on }) => [on].flat().some((each) => each.kind === kind))
          .map(async (news) => {
            // Each asks in a transaction of their own, before the one in which they are told.
            const meant = await noticesFor(platform, system, news, heard)
            await transact(async (tx) => tell(tx, news, [...meant, ...((await news.noticesOf?.(tx, heard)) ?? [])]))
          }),
      )
      const failed = told.find((each) => each.status === "rejected")
      if (failed) throw failed.reason
    },
  })

/**
 * Mails one person what is waiting and was not read meanwhile. The rows stay locked while the mail goes out and are marked with it: when sending fails
 * they wait on, and only a crash between the mail server's answer and the commit could send the same Message-ID again.
 */
const mail = workspaceJob({
  ...mailPerson,
  run: async ({ userId, isDigest }, { platform, system, transact }) => {
    const newsOf = newsByKind(platform.contributed)
    const gone = await goneFor(platform, system, userId, [...newsOf.values()])
    await transact(async (tx) => {
      const recipient = await findRecipient(tx, userId)
      const preference = await store.preferencesOf(tx, [userId])
      // Of a kind that nobody brings any more there is nothing to say.
      const wish = ({ kind }: { kind: string }) => {
        const news = newsOf.get(kind)
        return news ? preference(userId, news).mail : "none"
      }
      const others = [...newsOf.values()].filter((news) => wish(news) === (isDigest ? "instant" : "daily"))
      const waiting = await store.lockUnmailed(
        tx,
        userId,
        others.map(({ kind }) => kind),
      )
      const due = waiting.filter((each) => wish(each) !== "none" && !each.wasReadSince && !gone.has(each.id))
      if (waiting.length > 0)
        await store.markMailed(
          tx,
          waiting.map(({ id }) => id),
          isDigest && due.length > 0 ? tx.today : null,
        )
      if (!recipient || due.length === 0) return
      const { publicUrl } = platform.config
      const { locale = "en" } = (await accountById(tx, userId)) ?? {}
      const words = wordsFor(platform.texts, locale, tx.actor.timeZone)
      const to = { ...recipient, userId }
      const presses = await pressesFor(tx, platform, newsOf, due.slice(0, mostPerMail), to)
      await platform.mail.send(
        newsMail({
          say: words.say,
          to: recipient.email,
          name: recipient.name,
          workspaceName: recipient.workspaceName,
          address: `${publicUrl}/${recipient.side === "host" ? "w" : "portal"}/${recipient.slug}`,
          isDigest,
          messageId: `<${due[0]?.id}.${due.length}@${new URL(publicUrl).hostname}>`,
          more: Math.max(0, due.length - mostPerMail),
          lines: due.slice(0, mostPerMail).flatMap((each) => {
            const news = newsOf.get(each.kind)
            if (!news) return []
            return [
              { ...each, ...words.of(each), place: news.place?.(each.payload) ?? "", press: presses.get(each.id) },
            ]
          }),
        }),
      )
    })
  },
})

/** From seven in the morning, wherever the workspace is, one mail with what the day before brought. */
const digest = everyWorkspace({
  name: "notifications.digest",
  cron: "15 * * * *",
  visit: async ({ platform, system: { workspaceId, timeZone }, transact }) => {
    if (hourIn(timeZone, platform.clock.now()) < digestHour) return
    await transact(async (tx) => {
      for (const userId of await store.peopleAwaitingDigest(tx, tx.today))
        await tx.enqueue(
          mailPerson,
          { workspaceId, userId, isDigest: true },
          { key: `digest ${workspaceId} ${userId}` },
        )
    })
  },
})

const newsByKind = ({ news }: Contributed) => new Map(news.map((each) => [each.kind, each]))

export const jobsFor = (contributed: Contributed) => [tellNews(contributed.news), takeBack(contributed), mail, digest]
