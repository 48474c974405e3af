import type { Id } from "#core/ids"
import type { Instant } from "#core/time"
import { userNameOf } from "#modules/workspaces"
import { anyOf, sql } from "#platform/database"
import { type Row, tableOf } from "#platform/table"
import type { WorkspaceTx } from "#platform/tx"
import type { AgreementText, Content } from "../rules.ts"

const versions = tableOf<{ text: AgreementText; content: Content }>()(
  "agreementVersion",
  ["id", "partnershipId", "draftId", "number", "text", "hash", "partyId", "proposalId", "madeAt"],
  { made: ["madeAt"] },
)
export type VersionRow = Row<typeof versions>

type NewVersion = Readonly<
  Omit<VersionRow, "madeAt" | "text"> & {
    text: AgreementText
    content: Content
    madeBy: string | null
    /** The transaction's moment where nothing is said. */
    madeAt?: Instant
  }
>

export const insertVersion = (tx: WorkspaceTx, { text, content, ...made }: NewVersion) =>
  versions.insert(tx, { ...made, text: JSON.stringify(text), content: JSON.stringify(content) })

export const findVersion = versions.find

export const latestVersion = (tx: WorkspaceTx, draftId: Id): Promise<VersionRow | undefined> =>
  versions.rows(tx).where("draftId", "=", draftId).orderBy("number", "desc").limit(1).executeTakeFirst()

export const versionNumbered = (tx: WorkspaceTx, draftId: Id, number: number): Promise<VersionRow | undefined> =>
  versions.rows(tx).where("draftId", "=", draftId).where("number", "=", number).executeTakeFirst()

export const hasVersion = async ({ db, actor }: WorkspaceTx, draftId: Id): Promise<boolean> => {
  const found = await db
    .selectFrom("agreementVersion")
    .select("id")
    .where("workspaceId", "=", actor.workspaceId)
    .where("draftId", "=", draftId)
    .limit(1)
    .executeTakeFirst()
  return found !== undefined
}

/** The keys of the clauses that lie before both sides, of each of these drafts that has words. */
export const clauseKeysOf = async (
  { db, actor }: WorkspaceTx,
  draftIds: readonly Id[],
): Promise<ReadonlyMap<Id, readonly string[]>> => {
  if (draftIds.length === 0) return new Map()
  const { rows } = await sql<Readonly<{ draftId: Id; keys: readonly string[] }>>`
    select v.draft_id, jsonb_path_query_array(v.text, '$.clauses[*].key') as keys
    from (select draft_id, max(number) as number from agreement_version
      where workspace_id = ${actor.workspaceId} and draft_id = any(${draftIds}::uuid[]) group by draft_id) latest
    join agreement_version v on v.workspace_id = ${actor.workspaceId} and v.draft_id = latest.draft_id and v.number = latest.number`.execute(
    db,
  )
  return new Map(rows.map(({ draftId, keys }) => [draftId, keys]))
}

/** The number of each of these, without its words. */
export const numbersOf = async ({ db, actor }: WorkspaceTx, ids: readonly Id[]): Promise<ReadonlyMap<Id, number>> => {
  const rows = await db
    .selectFrom("agreementVersion")
    .select(["id", "number"])
    .where("workspaceId", "=", actor.workspaceId)
    .where("id", "=", anyOf(ids))
    .execute()
  return new Map(rows.map(({ id, number }) => [id, number]))
}

/** Several of them, by their numbers. */
export const versionsNumbered = (tx: WorkspaceTx, draftId: Id, numbers: readonly number[]): Promise<VersionRow[]> =>
  versions
    .rows(tx)
    .where("draftId", "=", draftId)
    .where("number", "=", anyOf([...new Set(numbers)]))
    .execute()

const summaries = ({ db, actor }: WorkspaceTx) =>
  db
    .selectFrom("agreementVersion")
    .select(["id", "number", "hash", "partyId", "proposalId", "madeAt"])
    .select(userNameOf(actor.workspaceId, "agreementVersion.madeBy").as("madeBy"))
    .where("workspaceId", "=", actor.workspaceId)

/** As many as are shown with a text; all of them are there. */
export const mostVersions = 100

/** The versions of a draft without their words, the latest first; one more than are shown tells that there are more. */
export const versionsOf = (tx: WorkspaceTx, draftId: Id) =>
  summaries(tx)
    .where("draftId", "=", draftId)
    .orderBy("number", "desc")
    .limit(mostVersions + 1)
    .execute()

export const versionSaid = (tx: WorkspaceTx, id: Id) => summaries(tx).where("id", "=", id).executeTakeFirstOrThrow()

/** What was agreed with the words of a version: its term, objectives and promises. */
export const versionContent = async ({ db, actor }: WorkspaceTx, id: Id): Promise<Content> => {
  const { content } = await db
    .selectFrom("agreementVersion")
    .select("content")
    .where("workspaceId", "=", actor.workspaceId)
    .where("id", "=", id)
    .executeTakeFirstOrThrow()
  return content as Content
}

/** The words that the host writes and nobody else has read; null where there are none. */
export const workingText = async ({ db, actor }: WorkspaceTx, draftId: Id): Promise<AgreementText | null> => {
  const row = await db
    .selectFrom("agreementDraft")
    .select("text")
    .where("workspaceId", "=", actor.workspaceId)
    .where("id", "=", draftId)
    .executeTakeFirst()
  return (row?.text ?? null) as AgreementText | null
}

/** Of each of these agreements the draft whose words hold: the first one, or the amendment that was put in force last. */
export const draftsInForceWithText = async (
  { db, actor }: WorkspaceTx,
  agreementIds: readonly Id[],
): Promise<ReadonlyMap<Id, Id>> => {
  if (agreementIds.length === 0) return new Map()
  const { rows } = await sql<Readonly<{ agreementId: Id; draftId: Id }>>`
    select distinct on (1) coalesce(d.agreement_id, d.id) as agreement_id, d.id as draft_id
    from agreement_draft d
    where d.workspace_id = ${actor.workspaceId} and d.state = 'in_force'
      and (d.id = any(${agreementIds}::uuid[]) or d.agreement_id = any(${agreementIds}::uuid[]))
      and exists (select from agreement_version v where v.workspace_id = ${actor.workspaceId} and v.draft_id = d.id)
    order by 1, d.in_force_at desc, d.id desc`.execute(db)
  return new Map(rows.map(({ agreementId, draftId }) => [agreementId, draftId]))
}

/**
 * The version that the next amendment is written upon: of what was agreed and waits for its day the one that holds last, else of what
 * holds.
 */
export const headVersion = async (tx: WorkspaceTx, agreementId: Id): Promise<VersionRow | undefined> => {
  const { db, actor } = tx
  const { rows } = await sql<Readonly<{ draftId: Id }>>`
    select d.id as draft_id from agreement_draft d
    where d.workspace_id = ${actor.workspaceId} and d.state in ('agreed', 'in_force')
      and (d.id = ${agreementId} or d.agreement_id = ${agreementId})
      and exists (select from agreement_version v where v.workspace_id = ${actor.workspaceId} and v.draft_id = d.id)
    order by d.state = 'agreed' desc, case d.state when 'agreed' then d.valid_from end desc, d.in_force_at desc, d.id desc
    limit 1`.execute(db)
  const draftId = rows[0]?.draftId
  return draftId === undefined ? undefined : latestVersion(tx, draftId)
}

const consents = tableOf()("versionConsent", ["id", "partnershipId", "versionId", "partyId", "agreedAt"], {
  made: ["agreedAt"],
})

export const insertConsent = consents.insert

type Consent = Readonly<{ versionId: Id; partyId: Id; agreedAt: Instant; agreedBy: string | null }>

export const consentsTo = async ({ db, actor }: WorkspaceTx, versionIds: readonly Id[]): Promise<Consent[]> =>
  versionIds.length === 0
    ? []
    : db
        .selectFrom("versionConsent")
        .select(["versionId", "partyId", "agreedAt"])
        .select(userNameOf(actor.workspaceId, "versionConsent.agreedBy").as("agreedBy"))
        .where("workspaceId", "=", actor.workspaceId)
        .where("versionId", "=", anyOf(versionIds))
        .orderBy("agreedAt")
        .orderBy("id")
        .execute()
