import type { Id } from "#core/ids"
import type { Language } from "#core/languages"
import type { Instant } from "#core/time"
import { anyOf } from "#platform/database"
import { type Row, tableOf } from "#platform/table"
import type { WorkspaceTx } from "#platform/tx"
import type { ApplicationState, CandidateStage, Suspicion } from "../rules.ts"

/** Something more that was asked for, and what came. */
export type Addition = Readonly<{ asked: string; askedAt: Instant; words: string | null; at: Instant | null }>
export type Answered = Readonly<{ question: string; answer: string }>

type Closed = {
  state: ApplicationState
  suspicions: Suspicion[]
  language: Language
  answers: Answered[]
  additions: Addition[]
}

export const applications = tableOf<Closed>()(
  "application",
  [
    ...(["id", "formId", "pageKey", "digest", "state", "suspicions", "language", "company", "website"] as const),
    ...(["country", "registrationNumber", "person", "email", "answers", "additions", "candidateId"] as const),
    ...(["settledBy", "settledAt", "why", "version", "receivedAt"] as const),
  ],
  { made: ["receivedAt"] },
)
export type ApplicationRow = Row<typeof applications>

type New = Omit<Parameters<typeof applications.insert>[1], "answers" | "additions"> &
  Readonly<{ answers: readonly Answered[]; additions?: readonly Addition[] }>

export const insertApplication = (tx: WorkspaceTx, { answers, additions = [], ...said }: New) =>
  applications.insert(tx, { ...said, ...{ answers: JSON.stringify(answers), additions: JSON.stringify(additions) } })

export const saveAdditions = (
  tx: WorkspaceTx,
  id: Id,
  state: ApplicationState,
  additions: readonly Addition[],
): Promise<ApplicationRow> => applications.save(tx, id, { state, additions: JSON.stringify(additions) })

type Filter = Readonly<{
  limit: number
  after?: string | undefined
  sort: "-receivedAt" | "receivedAt"
  state?: ApplicationState | undefined
  form?: Id | undefined
  candidate?: Id | undefined
}>

export const listApplications = (tx: WorkspaceTx, { state, form, candidate, ...asked }: Filter) =>
  applications.page(tx, asked, (rows) => {
    const given = Object.entries({ state, formId: form, candidateId: candidate })
    return given.reduce(
      (all, [column, value]) => (value === undefined ? all : all.where(column as "formId", "=", value)),
      rows,
    )
  })

/** The same words, from the same page or within a day: it is the same application. */
export const sameApplication = (
  tx: WorkspaceTx,
  { formId, pageKey, digest, since }: Readonly<{ formId: Id; pageKey: string; digest: string; since: Instant }>,
): Promise<ApplicationRow | undefined> =>
  applications
    .rows(tx)
    .where("formId", "=", formId)
    .where("digest", "=", digest)
    .where(({ eb, or }) => or([eb("pageKey", "=", pageKey), eb("receivedAt", ">=", since)]))
    .orderBy("id")
    .limit(1)
    .executeTakeFirst()

/** Whether something came from that page already. */
export const isPageUsed = async (tx: WorkspaceTx, formId: Id, pageKey: string): Promise<boolean> =>
  (await applications.rows(tx).where("formId", "=", formId).where("pageKey", "=", pageKey).limit(1).execute()).length >
  0

/** Whether somebody has applied from that address since. */
export const hasApplied = async (tx: WorkspaceTx, email: string, since: Instant): Promise<boolean> =>
  (await applications.rows(tx).where("email", "=", email).where("receivedAt", ">=", since).limit(1).execute()).length >
  0

/** How many came by a form since; counted no further than somebody asks. */
export const countSince = async (tx: WorkspaceTx, formId: Id, since: Instant, most: number): Promise<number> =>
  (await applications.rows(tx).where("formId", "=", formId).where("receivedAt", ">=", since).limit(most).execute())
    .length

/** How many are held back, no further than somebody asks. */
export const countHeld = async (tx: WorkspaceTx, most: number): Promise<number> =>
  (await applications.rows(tx).where("state", "=", "suspected").limit(most).execute()).length

/** Of each form, how many became candidates and how many are held back. */
export const countsByForm = async ({ db, actor }: WorkspaceTx): Promise<ReadonlyMap<string, number>> => {
  const rows = await db
    .selectFrom("application")
    .select(["formId", "state", ({ fn }) => fn.countAll<number>().as("count")])
    .where("workspaceId", "=", actor.workspaceId)
    .groupBy(["formId", "state"])
    .execute()
  return new Map(rows.map(({ formId, state, count }) => [`${formId} ${state}`, count]))
}

/** What whoever applied says of the company that a candidate is; undefined where nobody applied. */
export const claimsOf = (tx: WorkspaceTx, candidateId: Id) =>
  applications.rows(tx).where("candidateId", "=", candidateId).orderBy("id").limit(1).executeTakeFirst()

export const stagesOf = async (
  { db, actor }: WorkspaceTx,
  ids: readonly Id[],
): Promise<ReadonlyMap<Id, CandidateStage>> => {
  const rows = await db
    .selectFrom("candidate")
    .select(["id", "stage"])
    .where("workspaceId", "=", actor.workspaceId)
    .where("id", "=", anyOf(ids))
    .execute()
  return new Map(rows.map(({ id, stage }) => [id, stage as CandidateStage]))
}

/** What was discarded before that moment, locked: the longest ago first. */
export const discardedBefore = async (tx: WorkspaceTx, before: Instant, most: number): Promise<readonly Id[]> => {
  const rows = await applications
    .rows(tx)
    .where("state", "=", "discarded")
    .where("settledAt", "<", before)
    .orderBy("receivedAt")
    .orderBy("id")
    .limit(most)
    .forUpdate()
    .execute()
  return rows.map(({ id }) => id)
}

export const deleteApplications = async ({ db, actor }: WorkspaceTx, ids: readonly Id[]): Promise<void> => {
  await db.deleteFrom("application").where("workspaceId", "=", actor.workspaceId).where("id", "=", anyOf(ids)).execute()
}
