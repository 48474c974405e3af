import { join } from "node:path"
import { linkDoor } from "#modules/links"
import { partnershipsOf } from "#modules/partnerships"
import { refresherOf } from "#modules/portfolio"
import { formDoor } from "#modules/recruitment"
import { markStale } from "#modules/signals"
import { accessOf, actorIn, actorSignedIn, identityMails } from "#modules/workspaces"
import { modules } from "#modules-list"
import { accessChannel } from "#platform/access"
import type { Clock, Machine } from "#platform/clock"
import { followingClock } from "#platform/clock"
import type { Config } from "#platform/config"
import { openPool } from "#platform/database"
import { openRenderer } from "#platform/documents/renderer"
import { followTime } from "#platform/follow-time"
import { openHeld } from "#platform/held"
import { openHttp } from "#platform/http"
import { openIdentity } from "#platform/identity"
import { listenersOf } from "#platform/jobs"
import { openLog } from "#platform/log"
import { openMailer } from "#platform/mail"
import { noMail, postMail, sendMail } from "#platform/mail-job"
import type { Module } from "#platform/module"
import { contributedBy, jobsOf } from "#platform/module"
import { movedSearchPath } from "#platform/moved-queue"
import type { Platform } from "#platform/platform"
import { openPool as openBarePool } from "#platform/pool"
import { openReadiness } from "#platform/readiness"
import { addressOfRole } from "#platform/roles"
import { type Enter, type EnterSignedIn, openSessions, type Sessions } from "#platform/session"
import { openStorage } from "#platform/storage/storage"
import { openTexts } from "#platform/texts"
import { openTransactions } from "#platform/transaction"
import { clamd } from "#platform/virus-scan"
import { openWatch, type Watch } from "#platform/watch"
import { startWorker } from "#platform/worker"

/** Everything put together over one database; `close` gives it all back. */
export type Keelson = Readonly<{
  platform: Platform
  /** Serves HTTP until closed; answers the address. */
  serve(): Promise<{ address: string; close(): Promise<void> }>
  /** Runs jobs until stopped. */
  work(): Promise<{ stop(): Promise<void> }>
  close(): Promise<void>
}>

export const openKeelson = (options: {
  config: Config
  /** The database's owner; the server itself works under roles that own nothing. */
  ownerUrl: string
  /** Another time than the database's. */
  clock?: Clock
  /** A machine whose clock is not as it should be: what a test brings. */
  machine?: Machine
  /** Beside the business itself: what a test brings. */
  extraModules?: readonly Module[]
}): Keelson => {
  const { config, ownerUrl, extraModules = [] } = options
  const followed = options.clock ? undefined : followingClock(options.machine)
  const clock = options.clock ?? (followed as Clock)
  const all = [...modules, ...extraModules]
  const contributed = contributedBy(all)
  const jobs = [sendMail, ...jobsOf(all, contributed)]
  const log = openLog(config.logLevel)
  const pool = openPool(ownerUrl, config.connections)
  const held = openHeld()
  const inTime = async () => followed && (await followTime(pool, followed, log))
  const transact = openTransactions(
    pool,
    clock,
    { listeners: listenersOf(jobs), markStale, refreshFigures: refresherOf(contributed.figures) },
    held,
  )
  const texts = openTexts(import.meta.dirname)
  const mail = openMailer({ smtpUrl: config.smtpUrl, from: config.mailFrom, log })
  const identity = openIdentity({
    ownerUrl,
    config,
    clock,
    mails: identityMails(texts),
    log,
    held,
    placesOf: (userId) =>
      transact({ kind: "person", userId }, async (tx) => (await accessOf(tx, userId)).map(({ name }) => name), "read"),
    post: (letter) =>
      transact({ kind: "anonymous" }, (tx) => postMail(tx, letter ?? noMail, new URL(config.publicUrl).hostname)),
  })
  const storage = openStorage(config)
  const scan = config.files.clamd && clamd(config.files.clamd)
  const renderer = openRenderer()
  const platform: Platform = {
    config,
    clock,
    log,
    transact,
    mail,
    identity,
    storage,
    scan,
    contributed,
    texts,
    renderer,
  }
  return {
    platform,
    serve: async () => {
      const time = await inTime()
      const enter: Enter = (userId, slug) =>
        transact({ kind: "person", userId }, (tx) => actorIn(tx, userId, slug, partnershipsOf))
      const enterSignedIn: EnterSignedIn = (userId, slug) =>
        transact({ kind: "person", userId }, (tx) => actorSignedIn(tx, userId, slug, partnershipsOf))
      const sessions: Sessions = openSessions(identity, enterSignedIn, () => watch.isListening())
      const watch: Watch = await openWatch({
        address: addressOfRole(ownerUrl, "keelson_app"),
        channel: accessChannel,
        log,
        heard: (whose) => sessions.forget(whose),
        deaf: () => sessions.forget(),
        silent: held.letGo,
      })
      const app = await openHttp({
        platform,
        sessions,
        actions: all.flatMap(({ actions }) => actions),
        probes: {
          readiness: openReadiness(transact),
          waiting: () => pool.waitingCount,
        },
        enter,
        links: linkDoor,
        forms: formDoor,
        webFolder: join(import.meta.dirname, "dist", "web"),
      })
      const address = await app.listen({ port: config.port, host: config.host })
      const close = async (): Promise<void> => {
        // A connection that is busy now is idle once answered, and would be kept open for a next request.
        const tidying = setInterval(() => app.server.closeIdleConnections(), 50)
        await app.close()
        await watch.stop()
        time?.stop()
        clearInterval(tidying)
      }
      return { address, close }
    },
    work: async () => {
      // A moved clock makes a now() of its own in the database, which only the owner may: that is for trying things out.
      const time = await inTime()
      const pool = openBarePool({
        max: 7,
        ...(followed
          ? { connectionString: addressOfRole(ownerUrl, "keelson_jobs") }
          : { connectionString: ownerUrl, options: movedSearchPath }),
      })
      const worker = await startWorker({ pool, jobs, platform, concurrency: 3, isMoved: !followed })
      return {
        stop: async () => {
          await worker.stop()
          time?.stop()
          await pool.end()
        },
      }
    },
    close: async () => {
      await renderer.close()
      mail.close()
      await identity.close()
      await pool.end()
    },
  }
}
