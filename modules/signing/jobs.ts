import type { System } from "#core/actor"
import { languageOf } from "#core/languages"
import { isRefusal } from "#core/refusal"
import { dateIn } from "#core/time"
import { findDraft, lockWithItsThing, putInForce, zoneOf } from "#modules/agreements"
import { issueLink, revokeLinks } from "#modules/links"
import { accountById } from "#platform/accounts"
import { everyWorkspace, workspaceJob } from "#platform/jobs"
import type { Platform } from "#platform/platform"
import type { Tx } from "#platform/tx"
import { signByLink } from "./byLink.ts"
import * as events from "./events.ts"
import { about, follow as queueFollow, type Standing } from "./give.ts"
import { daysBetweenReminders, inTurn, namesOf, signedOnDay } from "./rules.ts"
import { seal } from "./seal.ts"
import * as store from "./store.ts"
import { followRound, sealRound } from "./tasks.ts"

type SystemTx = Tx<System>

/** Asks whoever's turn it is and was not asked yet, or is to be asked again. Somebody without an account gets a link of their own. */
const askInTurn = async (tx: SystemTx, platform: Platform, standing: Standing): Promise<void> => {
  const told = await about(tx, standing)
  // Of whoever has no account nobody knows their language: it is that of who has it signed.
  const { startedBy } = standing.round
  const language = languageOf(startedBy === null ? undefined : (await accountById(tx, startedBy))?.locale)
  for (const signer of inTurn(standing.round, standing.signers)) {
    const row = standing.signers.find(({ id }) => id === signer.id)
    if (!row || row.remindedAt !== null) continue
    await store.saveSigner(tx, row.id, { askedAt: row.askedAt ?? tx.now, remindedAt: tx.now })
    const { id, partnershipId, partyId, name, email } = row
    if (row.userId === null)
      await issueLink(tx, platform, signByLink, {
        subjectId: id,
        partnershipId,
        to: { name, email, partyId, language },
      })
    await tx.record(events.signatureAsked, { ...told, subjectId: id, payload: { ...told.payload, name } })
  }
}

/** Links of whoever signs no more here. */
const endLinks = async (tx: SystemTx, { round, signers }: Standing): Promise<void> => {
  for (const { id, state, method, userId, askedAt } of signers) {
    const isOver = state === "signed" ? method === "paper" : state !== "waiting" || round.state !== "open"
    if (userId === null && askedAt !== null && isOver) await revokeLinks(tx, signByLink, id)
  }
}

/** What all have signed is in force from then on; where it cannot be, it is said why, and the host sees to it. */
const conclude = async (tx: SystemTx, standing: Standing): Promise<void> => {
  const { round, signers } = standing
  const draft = await lockWithItsThing(tx, round.draftId)
  if (!draft) return
  const { workspaceId } = tx.actor
  const zone = zoneOf(tx, draft.content)
  const done = await putInForce(tx, draft, {
    hostSigner: namesOf(signers, (partyId) => partyId === workspaceId),
    partnerSigner: namesOf(signers, (partyId) => partyId !== workspaceId),
    // Days end where the agreement's days do: what is signed in the evening elsewhere may count for the next one.
    signedOn: signedOnDay(signers, (at) => dateIn(zone, at)) ?? dateIn(zone, tx.now),
    takenOver: false,
  })
  const told = await about(tx, standing)
  if (isRefusal(done)) {
    await store.saveRound(tx, round.id, { stuck: done.refusal })
    await tx.record(events.signingStuck, { ...told, payload: { ...told.payload, why: done.refusal } })
    return
  }
  await store.saveRound(tx, round.id, { concludedAt: tx.now })
  await tx.record(events.signedByAll, { ...told, payload: { ...told.payload, hash: round.hash } })
  await tx.enqueue(sealRound, { workspaceId, signingId: round.id }, { key: `${sealRound.name} ${round.id}` })
}

const follow = workspaceJob({
  ...followRound,
  run: async ({ signingId }, { platform, transact }) => {
    await transact(async (tx) => {
      const round = await store.lockRound(tx, signingId)
      const draft = round && (await findDraft(tx, round.draftId))
      if (!round || !draft) return
      const standing = { round, draft, signers: await store.signersOf(tx, [round.id]) }
      await endLinks(tx, standing)
      if (round.state === "open") await askInTurn(tx, platform, standing)
      if (round.state === "signed" && round.concludedAt === null && round.stuck === null) await conclude(tx, standing)
    })
  },
})

const perBatch = 200

/** Whoever waits since some days is asked again, in their turn only; after a month nobody is any more. */
const remind = everyWorkspace({
  name: "signing.remind",
  cron: "35 * * * *",
  visit: async ({ transact }) =>
    transact(async (tx) => {
      const daysAgo = (days: number) => new Date(Date.parse(tx.now) - days * 86_400_000).toISOString()
      const rows = await store.waitingSince(
        tx,
        { toldBefore: daysAgo(daysBetweenReminders), askedAfter: daysAgo(30) },
        perBatch,
      )
      for (const { id } of rows) await store.saveSigner(tx, id, { remindedAt: null })
      for (const signingId of new Set(rows.map((row) => row.signingId))) await queueFollow(tx, signingId)
    }),
})

export const jobs = [follow, remind, seal]
