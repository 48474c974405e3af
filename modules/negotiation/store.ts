import type { Id } from "#core/ids"
import type { KeptInFile } from "#modules/agreements"
import { userNameOf } from "#modules/workspaces"
import { anyOf, sql } from "#platform/database"
import { type Row, tableOf } from "#platform/table"
import type { WorkspaceTx } from "#platform/tx"
import type { ClauseChange } from "#rules/agreements"
import type { ProposalState } from "./rules.ts"

export * from "./store/waiting.ts"

/** The Word file that a proposal came with: whether the file itself marks the change, and what no clause can hold of it. */
export type FromWord = Readonly<{ fileId: Id; name: string; hash: string; isMarked: boolean; left: KeptInFile }>

type Closed = { state: ProposalState; change: ClauseChange; word: FromWord | null }

const proposals = tableOf<Closed>()(
  "clauseProposal",
  [
    ...([
      "id",
      "partnershipId",
      "draftId",
      "partyId",
      "baseNumber",
      "change",
      "reason",
      "state",
      "proposedBy",
    ] as const),
    ...([
      "proposedAt",
      "answeredPartyId",
      "answeredAt",
      "answer",
      "madeNumber",
      "privateTo",
      "word",
      "version",
    ] as const),
  ],
  { made: ["createdAt", "updatedAt"], saved: ["updatedAt"] },
)
export type ProposalRow = Row<typeof proposals>

export const findProposal = proposals.find
export const lockProposal = proposals.lock

type Made = Omit<Parameters<typeof proposals.insert>[1], "change" | "word"> &
  Readonly<{ change: ClauseChange; word?: FromWord | undefined }>
export const insertProposals = (tx: WorkspaceTx, made: readonly Made[]) =>
  proposals.insertAll(
    tx,
    made.map(({ word, ...each }) => ({
      ...{ ...each, change: JSON.stringify(each.change) },
      word: word === undefined ? null : JSON.stringify(word),
    })),
  )

type Change = Omit<Parameters<typeof proposals.save>[2], "change" | "word"> & Readonly<{ change?: ClauseChange }>
export const saveProposal = (tx: WorkspaceTx, id: Id, { change, ...more }: Change) =>
  proposals.save(tx, id, { ...more, ...(change === undefined ? {} : { change: JSON.stringify(change) }) })

/** As many as are shown with a text. */
export const mostShown = 300

/** What waits first, then the latest; one more than are shown tells that there are more. */
export const proposalsOf = (tx: WorkspaceTx, draftId: Id): Promise<ProposalRow[]> =>
  proposals
    .rows(tx)
    .where("draftId", "=", draftId)
    .orderBy(sql`case state when 'draft' then 0 when 'open' then 1 else 2 end`)
    .orderBy("id", "desc")
    .limit(mostShown + 1)
    .execute()

export const proposalsNamed = (tx: WorkspaceTx, ids: readonly Id[]): Promise<ProposalRow[]> =>
  proposals.rows(tx).where("id", "=", anyOf(ids)).execute()

/** Who proposed and who answered, by name where the reader may know. */
export const peopleOf = async ({ db, actor }: WorkspaceTx, ids: readonly Id[]) => {
  const rows = await db
    .selectFrom("clauseProposal")
    .select("id")
    .select(userNameOf(actor.workspaceId, "clauseProposal.proposedBy").as("proposedBy"))
    .select(userNameOf(actor.workspaceId, "clauseProposal.answeredBy").as("answeredBy"))
    .where("workspaceId", "=", actor.workspaceId)
    .where("id", "=", anyOf(ids))
    .execute()
  return new Map(rows.map((row) => [row.id, row]))
}

/** Those that wait for an answer, or for their own side to send them. */
export const countOpen = async ({ db, actor }: WorkspaceTx, draftId: Id): Promise<number> => {
  const { count } = await db
    .selectFrom("clauseProposal")
    .select(({ fn }) => fn.countAll<number>().as("count"))
    .where("workspaceId", "=", actor.workspaceId)
    .where("draftId", "=", draftId)
    .where("state", "=", anyOf(["draft", "open"]))
    .executeTakeFirstOrThrow()
  return count
}

/** Of these drafts, those on which another party's proposals wait for an answer of this one. */
export const waitingOn = async (
  { db, actor }: WorkspaceTx,
  draftIds: readonly Id[],
  party: Id,
): Promise<ReadonlySet<unknown>> => {
  const rows = await db
    .selectFrom("clauseProposal")
    .select("draftId")
    .distinct()
    .where("workspaceId", "=", actor.workspaceId)
    .where("draftId", "=", anyOf(draftIds))
    .where("state", "=", "open")
    .where("partyId", "<>", party)
    .execute()
  return new Set(rows.map(({ draftId }) => draftId))
}
