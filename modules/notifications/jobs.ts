import { z } from "zod"
import type { System } from "#core/actor"
import type { Id } from "#core/ids"
import { hourIn } from "#core/time"
import { allWorkspaces } from "#modules/workspaces"
import { newId } from "#platform/ids"
import { eventPayload, job } from "#platform/jobs"
import type { Platform } from "#platform/platform"
import type { Tx } from "#platform/tx"
import { newsMail } from "./emails.ts"
import type { Notice } from "./rules.ts"
import { digestHour } from "./rules.ts"
import * as store from "./store.ts"

const perBatch = 500

/** Jobs hear of a workspace by its id; its time zone decides which day it is there. */
const systemIn = async ({ transact }: Platform, workspaceId: Id, name: string): Promise<System | undefined> => {
  const found = (await transact({ kind: "anonymous" }, allWorkspaces)).find(({ id }) => id === workspaceId)
  return found && { kind: "system", side: "host", workspaceId, timeZone: found.timeZone, job: name }
}

const mailPerson = "notifications.mail-person"

/** Writes what people are told, as each wants to be told it, and queues one mail per person who wants it at once. */
const tell = async (tx: Tx<System>, notices: readonly Notice[]): Promise<void> => {
  const preference = await store.preferencesOf(
    tx,
    notices.map(({ userId }) => userId),
  )
  const wanted = notices.map((notice) => ({ notice, ...preference(notice.userId, notice.kind) }))
  await store.insertNotices(
    tx,
    wanted.map(({ notice, inApp, mail }) => ({ id: newId(), ...notice, isRead: !inApp, isMailed: mail === "none" })),
  )
  const { workspaceId } = tx.actor
  const atOnce = new Set(wanted.filter(({ mail }) => mail === "instant").map(({ notice }) => notice.userId))
  for (const userId of atOnce)
    await tx.enqueue(mailPerson, { workspaceId, userId, isDigest: false }, { key: `mail ${workspaceId} ${userId}` })
}

/** A batch of promises turned: many batches in a row queue one telling. */
const hearOfTurn = job({
  name: "notifications.hear-of-turn",
  payload: eventPayload,
  listensTo: ["commitments.turned"],
  run: async ({ workspaceId }, { platform }) => {
    const system = await systemIn(platform, workspaceId, "notifications.hear-of-turn")
    if (system)
      await platform.transact(system, (tx) =>
        tx.enqueue("notifications.tell-promises", { workspaceId }, { key: `tell ${workspaceId}` }),
      )
  },
})

const tellSomePromises = async (tx: Tx<System>): Promise<number> => {
  const turned = await store.untoldPromises(tx, tx.today, perBatch)
  const notices = turned.map(({ userId, kind, partnershipId, dedupeKey, id, title, owedBy, dueOn }) => ({
    userId,
    kind,
    partnershipId,
    dedupeKey,
    payload: { occurrenceId: id, title, owedBy, dueOn },
  }))
  await tell(tx, notices)
  return turned.length
}

const tellPromises = job({
  name: "notifications.tell-promises",
  payload: z.object({ workspaceId: z.uuid() }),
  run: async ({ workspaceId }, { platform, signal }) => {
    const system = await systemIn(platform, workspaceId, "notifications.tell-promises")
    while (system && !signal.aborted && (await platform.transact(system, tellSomePromises)) === perBatch);
  },
})

const tellDrift = job({
  name: "notifications.tell-drift",
  payload: eventPayload,
  listensTo: ["drift.case_opened"],
  run: async ({ workspaceId, subjectId }, { platform }) => {
    const system = await systemIn(platform, workspaceId, "notifications.tell-drift")
    if (!system) return
    await platform.transact(system, async (tx) => {
      const opened = await store.openedCase(tx, subjectId)
      if (!opened) return
      const { userId, id, partnershipId, onsetOn, firstSide, cause } = opened
      const payload = { caseId: id, onsetOn, firstSide, cause }
      await tell(tx, [
        { userId, kind: "drift_case_opened", partnershipId, dedupeKey: `drift_case_opened ${id}`, payload },
      ])
    })
  },
})

/**
 * Mails one person what is waiting. The rows stay locked while the mail goes out and are marked with it: when sending fails
 * they wait on, and only a crash between the mail server's answer and the commit could send the same Message-ID again.
 */
const mail = job({
  name: mailPerson,
  payload: z.object({ workspaceId: z.uuid(), userId: z.string(), isDigest: z.boolean() }),
  run: async ({ workspaceId, userId, isDigest }, { platform }) => {
    const system = await systemIn(platform, workspaceId, mailPerson)
    if (!system) return
    await platform.transact(system, async (tx) => {
      const recipient = await store.findRecipient(tx, userId)
      const waiting = await store.lockUnmailed(tx, userId)
      const preference = await store.preferencesOf(tx, [userId])
      const due = waiting.filter(({ kind }) => preference(userId, kind).mail === (isDigest ? "daily" : "instant"))
      const unwanted = waiting.filter(({ kind }) => preference(userId, kind).mail === "none")
      const settled = [...due, ...unwanted].map(({ id }) => id)
      if (settled.length > 0) await store.markMailed(tx, settled, isDigest && due.length > 0 ? tx.today : null)
      if (!recipient || due.length === 0) return
      const { publicUrl } = platform.config
      await platform.mail.send(
        newsMail({
          to: recipient.email,
          name: recipient.name,
          workspaceName: recipient.workspaceName,
          address: `${publicUrl}/w/${recipient.slug}`,
          isDigest,
          messageId: `<${due[0]?.id}.${due.length}@${new URL(publicUrl).hostname}>`,
          lines: due,
        }),
      )
    })
  },
})

/** From seven in the morning, wherever the workspace is, one mail with what the day before brought. */
const digest = job({
  name: "notifications.digest",
  payload: z.object({}),
  cron: "15 * * * *",
  run: async (_payload, { platform }) => {
    for (const { id, timeZone } of await platform.transact({ kind: "anonymous" }, allWorkspaces)) {
      const system: System = { kind: "system", side: "host", workspaceId: id, timeZone, job: "notifications.digest" }
      if (hourIn(timeZone, platform.clock.now()) < digestHour) continue
      await platform.transact(system, async (tx) => {
        for (const userId of await store.peopleAwaitingDigest(tx, tx.today))
          await tx.enqueue(mailPerson, { workspaceId: id, userId, isDigest: true }, { key: `digest ${id} ${userId}` })
      })
    }
  },
})

export const jobs = [hearOfTurn, tellPromises, tellDrift, mail, digest]
