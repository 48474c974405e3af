import { isLanguage } from "#core/languages"
import type { Instant } from "#core/time"
import { findWorkspace } from "#modules/workspaces"
import type { Contributed } from "#platform/contributed"
import { job, workspaceJob } from "#platform/jobs"
import { linkToken, takesPress } from "#platform/link"
import { findHolder } from "#platform/link-holder"
import { systemOf } from "#platform/tenants"
import { addressOfLink } from "./address.ts"
import { codeJobs } from "./codeJobs.ts"
import { issueLink } from "./issue.ts"
import { sendOnce, speechTo } from "./mailing.ts"
import { isRenewed, stateOfLink } from "./rules.ts"
import * as store from "./store.ts"
import { mailLink, renewLink } from "./tasks.ts"

const hourMs = 3_600_000

/** Writes and sends a link's mail, unless it was pressed, taken back or replaced meanwhile, or there is nothing to ask any more. */
const mail = ({ linkActs }: Contributed) =>
  workspaceJob({
    ...mailLink,
    run: async ({ linkId }, { platform, transact }) => {
      const { config } = platform
      const written = await transact(async (tx) => {
        const link = await store.links.find(tx, linkId)
        const act = linkActs.find(({ kind }) => kind === link?.act)
        if (!link || !act || link.mailedAt !== null || stateOfLink(link, tx.now) !== "open") return undefined
        const url = `${config.publicUrl}${addressOfLink(act, linkToken(config.secret, link.id))}`
        const speech = await speechTo(tx, platform, link)
        const letter = await act.letter(tx, link.subjectId, { to: link, url, days: act.days, speech })
        return letter && { ...letter, to: link.email }
      })
      if (!written) return
      await sendOnce(platform, linkId, written)
      await transact((tx) => store.links.save(tx, linkId, { mailedAt: tx.now }))
    },
  })

const anHourBefore = (now: Instant): Instant => new Date(Date.parse(now) - hourMs).toISOString()

/** Sends a new link to the address of an old one: the page that asks cannot tell whether there was one. */
const renew = ({ linkActs }: Contributed) =>
  job({
    ...renewLink,
    run: async ({ hash }, { platform }) => {
      const { transact } = platform
      const holder = await findHolder(transact, hash)
      if (!holder) return
      await transact(systemOf({ id: holder.workspaceId, timeZone: holder.timeZone }, renewLink.name), async (tx) => {
        const old = await store.findByHash(tx, hash)
        const act = linkActs.find(({ kind }) => kind === old?.act)
        if (!old || !act || !takesPress(act) || !(await findWorkspace(tx))) return
        const newest = await store.newestTo(tx, old)
        const asked = await store.renewalsSince(tx, old, anHourBefore(tx.now))
        if (!newest || !isRenewed(newest, asked, tx.now)) return
        const { subjectId, partnershipId, name, email, userId, partyId, language } = newest
        const to = {
          ...{ name, email, partyId, ...(userId === null ? {} : { userId }) },
          ...(isLanguage(language) ? { language } : {}),
        }
        await issueLink(tx, platform, act, { subjectId, partnershipId, to, isRenewal: true })
      })
    },
  })

export const jobsFor = (contributed: Contributed) => [mail(contributed), renew(contributed), ...codeJobs]
