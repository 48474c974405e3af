import { abilityOf } from "#core/ability"
import { partyOf } from "#core/actor"
import { isRefusal } from "#core/refusal"
import { type DraftRow, numbersOf, partiesNamed, todayOf, zoneOf } from "#modules/agreements"
import { heldFiles } from "#modules/files"
import { mailsOf } from "#modules/links"
import { sealedOf } from "#modules/seals"
import type { ActPlatform } from "#platform/platform"
import type { WorkspaceTx } from "#platform/tx"
import { signByLink } from "./byLink.ts"
import type { SignerView, SigningOverview, SigningView } from "./contract.ts"
import { decideReady, partiesTo } from "./lying.ts"
import { mayReplace, mayRun, maySign } from "./policy.ts"
import * as rules from "./rules.ts"
import * as store from "./store.ts"

/** How a draft is signed: the round under way or the last one, and those before. */
export const signingOverview = async (
  tx: WorkspaceTx,
  platform: ActPlatform,
  draft: DraftRow,
): Promise<SigningOverview> => {
  const rounds = await store.roundsOf(tx, draft.id)
  const { parties, named, nameOf } = await partiesTo(tx, draft)
  const [latest, ...earlier] = await roundViews(tx, rounds)
  const ready = mayRun(tx.actor) === true ? await decideReady(tx, platform, draft, parties) : true
  const timeZone = zoneOf(tx, draft.content)
  return {
    ...{ draftId: draft.id, latest: latest ?? null, earlier, timeZone, countsOn: todayOf(tx, draft.content) },
    parties: parties.map((partyId) => ({ ...named(partyId), name: nameOf(partyId) })),
    abilities: { start: abilityOf(mayRun(tx.actor), isRefusal(ready) ? ready : true) },
  }
}

const roundViews = async (tx: WorkspaceTx, rounds: readonly store.RoundRow[]): Promise<SigningView[]> => {
  const [first] = rounds
  if (!first) return []
  const ids = rounds.map(({ id }) => id)
  const named = await partiesNamed(tx, first.partnershipId)
  const signers = Map.groupBy(await store.signersOf(tx, ids), ({ signingId }) => signingId)
  const starters = await store.startersOf(tx, ids)
  const mails = await mailsOf(
    tx,
    signByLink,
    [...signers.values()].flat().map(({ id }) => id),
  )
  const papers = await heldFiles(
    tx,
    [...signers.values()].flat().flatMap(({ paperFileId }) => (paperFileId === null ? [] : [paperFileId])),
  )
  const subject = { kind: "agreement_draft", id: first.draftId }
  const sealed = (await sealedOf(tx, [subject]))(subject)
  const numbers = await numbersOf(
    tx,
    rounds.map(({ versionId }) => versionId),
  )
  return rounds.map((round) => {
    const { id, draftId, partnershipId, hash, state, isOrdered, mayHandOver, startedAt, concludedAt, stuck, version } =
      round
    const all = signers.get(id) ?? []
    return {
      ...{ id, draftId, partnershipId, hash, state, isOrdered, mayHandOver, startedAt, concludedAt, stuck, version },
      ...{ versionNumber: numbers.get(round.versionId) ?? 0, startedBy: starters.get(id) ?? null },
      ended: endedOf(tx, round, named),
      // One draft is signed whole once, and by the round that all have signed.
      sealed:
        round.sealedAt !== null && sealed
          ? { fileId: sealed.fileId, sha256: sealed.sha256, at: sealed.sealedAt }
          : null,
      signers: all.map((signer) => signerView(tx, round, signer, { all, named, mails, papers })),
      abilities: { recall: abilityOf(mayRun(tx.actor), rules.decideRecall(round)) },
    }
  })
}

type Named = Awaited<ReturnType<typeof partiesNamed>>

/** The reason is read by the host and by whoever gave it, by others where they were meant to. */
const endedOf = ({ actor }: WorkspaceTx, round: store.RoundRow, named: Named): SigningView["ended"] => {
  if (round.endedAt === null || round.endedPartyId === null) return null
  const isRead = actor.side === "host" || round.isReasonShared || round.endedPartyId === partyOf(actor)
  return {
    ...{ ...named(round.endedPartyId), by: round.endedName, at: round.endedAt },
    reason: isRead || round.endedPartyId === actor.workspaceId ? round.reason : null,
  }
}

type Papers = Awaited<ReturnType<typeof heldFiles>>

const paperOf = (row: store.SignerRow, papers: Papers): SignerView["paper"] => {
  const { paperFileId, paperHash, paperOn, countsOn, paperByName } = row
  if (paperHash === null || paperOn === null || countsOn === null) return null
  return { file: papers(paperFileId) ?? null, sha256: paperHash, on: paperOn, countsOn, by: paperByName ?? "" }
}

const signerView = (
  { actor, now }: WorkspaceTx,
  round: store.RoundRow,
  row: store.SignerRow,
  {
    all,
    named,
    mails,
    papers,
  }: Readonly<{
    all: readonly store.SignerRow[]
    named: Named
    mails: Awaited<ReturnType<typeof mailsOf>>
    papers: Papers
  }>,
): SignerView => {
  const { id, partyId, name, place, state, askedAt, remindedAt, doneAt, method, mark, version } = row
  const before = all.find((each) => each.id === row.insteadOf)
  const signs = maySign(actor, row)
  const isOwn = actor.side === "host" || partyId === partyOf(actor)
  return {
    ...{ id, ...named(partyId), name, place, state, askedAt, remindedAt, doneAt, method, mark, version },
    ...{ email: isOwn ? row.email : null, hasAccount: row.userId !== null, isYou: signs === true },
    paper: paperOf(row, papers),
    mailedAt: mails.get(id)?.at(-1) ?? null,
    isInTurn: rules.inTurn(round, all).some((each) => each.id === id),
    insteadOf: before
      ? { name: before.name, by: row.replacedByName ?? "", reason: row.replaceReason ?? "", at: row.addedAt }
      : null,
    abilities: {
      sign: abilityOf(signs, rules.decideSign(round, row, all, round.hash)),
      paper: abilityOf(mayRun(actor), rules.decidePaper(round, row, all)),
      decline: abilityOf(signs, rules.decideDecline(round, row)),
      replace: abilityOf(
        mayReplace(actor, row),
        rules.decideReplace(round, row, all, { email: "", isHost: mayRun(actor) === true }),
      ),
      remove: abilityOf(mayRun(actor), rules.decideRemove(round, row, all)),
      remind: abilityOf(mayRun(actor), rules.decideReminder(round, row, all, now)),
    },
  }
}
