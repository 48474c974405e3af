import type { System } from "#core/actor"
import { personNow } from "#modules/partnerships"
import { everyWorkspace, type JobContext, workspaceJob } from "#platform/jobs"
import type { Platform } from "#platform/platform"
import { objectKey } from "#platform/storage/storage"
import type { Tx, WorkspaceTx } from "#platform/tx"
import { fileQuarantined } from "./events.ts"
import { beforeOf } from "./rules.ts"
import * as store from "./store.ts"
import { checkObject } from "./tasks.ts"

type Work = Readonly<{
  platform: Platform
  log: JobContext["log"]
  system: System
  transact<R>(work: (tx: Tx<System>) => Promise<R>): Promise<R>
}>

/**
 * Looks one object through. The bytes flow from the store to the scanner with no transaction open. Where the scanner cannot say,
 * the file stays as it was and is tried again: nobody is handed what nobody has looked at.
 */
const look = async ({ platform, log, system, transact }: Work, hash: string): Promise<void> => {
  const object = await transact((tx) => store.objectOf(tx, hash))
  if (!object || object.goneAt !== null || (object.checkState !== "checking" && object.checkState !== "unchecked"))
    return
  if (!platform.scan) return
  const bytes = await platform.storage.read(objectKey(system.workspaceId, hash))
  if (!bytes) return log.error({ hash }, "the store has lost the bytes of a file")
  let result: Awaited<ReturnType<typeof platform.scan>>
  try {
    result = await platform.scan(bytes)
  } catch (fault) {
    return log.warn({ err: fault, hash }, "the virus scanner cannot say; the file will be tried again")
  }
  const found = result === "clean" ? null : result.found
  const isNews = await transact((tx) =>
    store.markChecked(tx, hash, { checkState: found ? "infected" : "clean", found }),
  )
  if (!isNews || found === null) return
  await transact((tx) => tell(tx, hash, found))
  await tellAs(platform, system, object.storedBy, (tx) => tell(tx, hash, found))
}

/** Of each file with these bytes that the actor's party keeps to itself, or that all share where it is the host's. */
const tell = async (tx: WorkspaceTx, hash: string, found: string): Promise<void> => {
  for (const file of await store.filesWithHash(tx, hash)) {
    if (tx.actor.kind !== "system" && file.privateTo === null) continue
    const { id, partnershipId, visibility, name, subjectKind, subjectId, uploadedBy } = file
    await tx.record(fileQuarantined, {
      subjectId: id,
      partnershipId: partnershipId ?? undefined,
      visibility,
      payload: { name, subjectKind, subjectId, found },
      concerns: uploadedBy === null ? [] : [uploadedBy],
    })
  }
}

/** What a company keeps to itself the host's jobs do not see: its own person says it, with the rights they have now. */
const tellAs = async (
  platform: Platform,
  system: System,
  userId: string | null,
  work: (tx: WorkspaceTx) => Promise<void>,
): Promise<void> => {
  const actor = userId === null ? undefined : await personNow(platform, system, userId)
  if (actor?.kind === "partner-user") await platform.transact(actor, work)
}

const check = workspaceJob({ ...checkObject, run: ({ hash }, context) => look(context, hash) })

/** Tries again what the scanner could not say, and looks through what came before there was one. */
const checkWaiting = everyWorkspace({
  name: "files.check-waiting",
  cron: "*/5 * * * *",
  atStart: true,
  visit: async (context) => {
    for (const state of ["checking", "unchecked"] as const) await checkAll(context, state)
  },
})

const checkAll = async (context: Work & Readonly<{ signal: AbortSignal }>, state: "checking" | "unchecked") => {
  const { platform, transact, signal } = context
  if (!platform.scan && state === "unchecked") return
  let last = ""
  while (!signal.aborted) {
    const hashes = await transact((tx) => store.checkQueue(tx, state, last, 100))
    for (const hash of hashes) {
      if (signal.aborted) return
      // Without a scanner nobody waits for one: it was taken out of the settings.
      if (platform.scan) await look(context, hash)
      else await transact((tx) => store.markChecked(tx, hash, { checkState: "unchecked", found: null }))
    }
    if (hashes.length < 100) return
    last = hashes.at(-1) ?? ""
  }
}

/**
 * Deletes bytes that nobody needs: of files removed long ago, of infected ones, and those of uploads that came to nothing. The
 * row is locked and says so before the bytes go, so that whoever brings the same bytes meanwhile waits and stores them anew.
 */
const sweep = everyWorkspace({
  name: "files.sweep",
  cron: "50 2 * * *",
  visit: async (context) => {
    await adoptOrphans(context)
    const { platform, system, transact, signal } = context
    await transact(async (tx) =>
      store.discardUnsent(tx, beforeOf(tx.now, platform.config.files.retentionDays).unsentBefore),
    )
    for (;;) {
      const before = await transact(async (tx) => beforeOf(tx.now, platform.config.files.retentionDays))
      const hashes = await transact((tx) => store.unusedObjects(tx, before, 100))
      let deleted = 0
      for (const hash of hashes) {
        if (signal.aborted) return
        await transact(async (tx) => {
          if (!(await store.markGone(tx, hash, before))) return
          await platform.storage.remove(objectKey(system.workspaceId, hash))
          deleted++
        })
      }
      if (hashes.length < 100 || deleted === 0) return
    }
  },
})

/** Bytes in the store that no row knows of get one, and with it the way of all others. */
const adoptOrphans = async ({ platform, system, transact, signal }: Work & Readonly<{ signal: AbortSignal }>) => {
  let batch: store.Adopted[] = []
  const adopt = async () => {
    const found = batch
    batch = []
    if (found.length > 0) await transact((tx) => store.adoptObjects(tx, found))
  }
  for await (const { key, bytes, storedAt } of platform.storage.list(`${system.workspaceId}/`)) {
    if (signal.aborted) return
    const hash = key.split("/")[1] ?? ""
    if (/^[0-9a-f]{64}$/.test(hash) && bytes > 0) batch.push({ hash, bytes, storedAt })
    if (batch.length === 500) await adopt()
  }
  await adopt()
}

export const jobs = [check, checkWaiting, sweep]
