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

/** The versions of a draft without their words, the latest first. */
export const versionsOf = ({ db, actor }: WorkspaceTx, draftId: Id) =>
  db
    .selectFrom("agreementVersion")
    .select(["id", "number", "hash", "partyId", "proposalId", "madeAt"])
    .select(userNameOf(actor.workspaceId, "agreementVersion.madeBy").as("madeBy"))
    .where("workspaceId", "=", actor.workspaceId)
    .where("draftId", "=", draftId)
    .orderBy("number", "desc")
    .limit(mostVersions)
    .execute()

/** As many as are listed; an agreement has seldom ten. */
const mostVersions = 200

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

/** Of each of these agreements the draft whose words hold: of the first one or of the amendment that was put in force last. */
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

export const versionInForce = async (tx: WorkspaceTx, agreementId: Id): Promise<VersionRow | undefined> => {
  const draftId = (await draftsInForceWithText(tx, [agreementId])).get(agreementId)
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
