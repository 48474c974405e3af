import { countedUpTo } from "#core/attention"
import type { Id } from "#core/ids"
import type { Instant } from "#core/time"
import { userNameOf } from "#modules/workspaces"
import { type Asked, askedIn } from "#platform/attention"
import { anyOf, sql } from "#platform/database"
import { type Row, tableOf } from "#platform/table"
import type { WorkspaceTx } from "#platform/tx"
import type { Mark, RoundState, SignerState, SigningMethod } from "./rules.ts"

const rounds = tableOf<{ state: RoundState }>()(
  "agreementSigning",
  [
    ...(["id", "partnershipId", "draftId", "versionId", "hash", "state", "isOrdered", "mayHandOver"] as const),
    ...(["startedBy", "startedAt", "endedPartyId", "endedName", "endedAt", "reason", "isReasonShared"] as const),
    ...(["concludedAt", "sealedAt", "stuck", "version"] as const),
  ],
  { made: ["startedAt", "updatedAt"], saved: ["updatedAt"] },
)
export type RoundRow = Row<typeof rounds>

export const insertRound = rounds.insert
export const lockRound = rounds.lock
export const findRound = rounds.find
export const saveRound = rounds.save

/** As many rounds of one draft as are shown, the newest first. */
const mostRounds = 20

/** The rounds of a draft, the newest first. */
export const roundsOf = (tx: WorkspaceTx, draftId: Id): Promise<RoundRow[]> =>
  rounds
    .rows(tx)
    .where("draftId", "=", draftId)
    .orderBy("startedAt", "desc")
    .orderBy("id", "desc")
    .limit(mostRounds)
    .execute()

/** Who started them, by name where the reader may know. */
export const startersOf = async (
  { db, actor }: WorkspaceTx,
  ids: readonly Id[],
): Promise<ReadonlyMap<Id, string | null>> => {
  const rows = await db
    .selectFrom("agreementSigning")
    .select("id")
    .select(userNameOf(actor.workspaceId, "agreementSigning.startedBy").as("startedBy"))
    .where("workspaceId", "=", actor.workspaceId)
    .where("id", "=", anyOf(ids))
    .execute()
  return new Map(rows.map(({ id, startedBy }) => [id, startedBy]))
}

/** Of these drafts, those that are being signed, or were and are not in force yet. */
export const draftsBeingSigned = async (
  { db, actor }: WorkspaceTx,
  draftIds: readonly Id[],
): Promise<ReadonlySet<Id>> => {
  if (draftIds.length === 0) return new Set()
  const rows = await db
    .selectFrom("agreementSigning")
    .select("draftId")
    .where("workspaceId", "=", actor.workspaceId)
    .where("draftId", "=", anyOf(draftIds))
    .where((where) =>
      where.or([
        where("state", "=", "open"),
        where.and([where("state", "=", "signed"), where("concludedAt", "is", null), where("stuck", "is", null)]),
      ]),
    )
    .execute()
  return new Set(rows.map(({ draftId }) => draftId))
}

const signers = tableOf<{ state: SignerState; method: SigningMethod | null; mark: Mark | null }>()(
  "agreementSigner",
  [
    ...(["id", "partnershipId", "signingId", "partyId", "place", "name", "email", "userId", "state"] as const),
    ...(["askedAt", "remindedAt", "mark", "method", "address", "doneAt"] as const),
    ...(["insteadOf", "replacedByName", "replaceReason", "addedAt", "version"] as const),
    ...(["paperFileId", "paperHash", "paperOn", "countsOn", "paperByName"] as const),
  ],
  { made: ["addedAt", "updatedAt"], saved: ["updatedAt"] },
)
export type SignerRow = Row<typeof signers>

export const findSigner = signers.find
export const insertSigners = signers.insertAll
export const insertSigner = signers.insert

type Change = Omit<Parameters<typeof signers.save>[2], "mark"> & Readonly<{ mark?: Mark }>
export const saveSigner = (tx: WorkspaceTx, id: Id, { mark, ...more }: Change): Promise<SignerRow> =>
  signers.save(tx, id, { ...more, ...(mark === undefined ? {} : { mark: JSON.stringify(mark) }) })

/** Those of some rounds, in their order. */
export const signersOf = (tx: WorkspaceTx, roundIds: readonly Id[]): Promise<SignerRow[]> =>
  signers.rows(tx).where("signingId", "=", anyOf(roundIds)).orderBy("place").orderBy("addedAt").orderBy("id").execute()

/** Whoever waits in a round under way, was told of it before one moment and asked first after another. */
export const waitingSince = async (
  tx: WorkspaceTx,
  { toldBefore, askedAfter }: Readonly<{ toldBefore: Instant; askedAfter: Instant }>,
  limit: number,
): Promise<{ id: Id; signingId: Id }[]> =>
  ofOpenRounds(tx)
    .select(["agreementSigner.id", "agreementSigner.signingId"])
    .where("agreementSigner.askedAt", ">", askedAfter)
    .where("agreementSigner.remindedAt", "<=", toldBefore)
    .orderBy("agreementSigner.remindedAt")
    .orderBy("agreementSigner.id")
    .limit(limit)
    .execute()

/** Of these, those whose signature is still waited for. */
export const stillAsked = async (tx: WorkspaceTx, signerIds: readonly Id[]): Promise<ReadonlySet<unknown>> => {
  const rows = await ofOpenRounds(tx)
    .select("agreementSigner.id")
    .where("agreementSigner.id", "=", anyOf(signerIds))
    .execute()
  return new Set(rows.map(({ id }) => id))
}

const ofOpenRounds = ({ db, actor }: WorkspaceTx) =>
  db
    .selectFrom("agreementSigner")
    .innerJoin("agreementSigning", (join) =>
      join
        .onRef("agreementSigning.workspaceId", "=", "agreementSigner.workspaceId")
        .onRef("agreementSigning.id", "=", "agreementSigner.signingId"),
    )
    .where("agreementSigner.workspaceId", "=", actor.workspaceId)
    .where("agreementSigner.state", "=", "waiting")
    .where("agreementSigning.state", "=", "open")

export const signersNamed = (tx: WorkspaceTx, ids: readonly Id[]): Promise<SignerRow[]> =>
  signers.rows(tx).where("id", "=", anyOf(ids)).execute()

type Waiting = Readonly<{
  id: Id
  partnershipId: Id
  partnershipName: string
  draftId: Id
  title: string
  askedAt: Instant
}>

/** What waits for the signature of whoever asks, and was asked of them, the longest first. */
export const waitingFor = async ({ db, actor }: WorkspaceTx, asked: Asked): Promise<readonly Waiting[]> => {
  if (actor.userId === undefined) return []
  const { rows } = await sql<Waiting>`
    select s.id, s.partnership_id, p.name as partnership_name, r.draft_id, d.content ->> 'title' as title, s.asked_at
    from agreement_signer s
    join agreement_signing r on r.workspace_id = s.workspace_id and r.id = s.signing_id and r.state = 'open'
    join agreement_draft d on d.workspace_id = r.workspace_id and d.id = r.draft_id
    join partnership p on p.workspace_id = s.workspace_id and p.id = s.partnership_id
    where s.workspace_id = ${actor.workspaceId} and s.user_id = ${actor.userId} and s.state = 'waiting'
      and s.asked_at is not null ${askedIn("s.id", asked)}
    order by s.asked_at, s.id limit ${countedUpTo}`.execute(db)
  return rows
}
