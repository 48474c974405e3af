import { oneLine } from "#core/oneLine"
import { findWorkspace } from "#modules/workspaces"
import { workspaceJob } from "#platform/jobs"
import { codeOf } from "./code.ts"
import { linkLocked } from "./events.ts"
import { sendOnce, speechTo } from "./mailing.ts"
import { stateOfLink } from "./rules.ts"
import * as store from "./store.ts"
import { mailCode, tellLocked } from "./tasks.ts"

/** Mails a code, unless it would come too late to be typed, or the link takes no press any more. */
const code = workspaceJob({
  ...mailCode,
  run: async ({ codeId }, { platform, transact }) => {
    const written = await transact(async (tx) => {
      const asked = await store.codes.find(tx, codeId)
      const link = asked && (await store.links.find(tx, asked.linkId))
      const workspace = await findWorkspace(tx)
      const isWanted = asked?.mailedAt === null && asked.expiresAt > tx.now
      if (!link || !workspace || !isWanted || stateOfLink(link, tx.now) !== "open") return undefined
      const { say } = await speechTo(tx, platform, link)
      const workspaceName = { workspace: oneLine(workspace.name) }
      return {
        to: link.email,
        // The code stands in the text: subjects are read by whoever sees a locked phone.
        subject: say("mails:linkCode.code.subject", workspaceName),
        text: say("mails:linkCode.code.text", {
          ...{ name: oneLine(link.name), code: codeOf(platform.config.secret, codeId) },
        }),
      }
    })
    if (!written) return
    await sendOnce(platform, codeId, written)
    await transact((tx) => store.codes.save(tx, codeId, { mailedAt: tx.now }))
  },
})

/** Tells the person whose mailbox it is, and the host by the ledger. */
const locked = workspaceJob({
  ...tellLocked,
  run: async ({ linkId }, { platform, transact }) => {
    const written = await transact(async (tx) => {
      const [link, workspace] = [await store.links.lock(tx, linkId), await findWorkspace(tx)]
      if (!link || !workspace || link.lockedAt === null) return undefined
      if (link.lockToldAt === null) {
        await store.links.save(tx, linkId, { lockToldAt: tx.now })
        await tx.record(linkLocked, {
          subjectId: linkId,
          partnershipId: link.partnershipId ?? undefined,
          payload: { act: link.act, mailedTo: link.email },
        })
      }
      const { say } = await speechTo(tx, platform, link)
      const of = { name: oneLine(link.name), workspace: oneLine(workspace.name) }
      return {
        to: link.email,
        subject: say("mails:linkCode.locked.subject", of),
        text: say("mails:linkCode.locked.text", of),
      }
    })
    if (written) await sendOnce(platform, `locked-${linkId}`, written)
  },
})

export const codeJobs = [code, locked]
