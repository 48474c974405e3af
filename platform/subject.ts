import type { Id } from "#core/ids"
import type { WorkspaceTx } from "./tx.ts"

/** One thing that others attach to, as somebody who may see it sees it. */
export type SubjectRow = Readonly<{
  id: Id
  name: string
  partnershipId: Id
  /** The party it is kept to, with all that is attached to it; null is shared by every party of the partnership. */
  privateTo: Id | null
  /** The one account that adds files to it, of what is somebody's own word; left out, everybody who may add anything. */
  addedToBy?: string
}>

/** A kind of thing that files, threads, tasks and links can be about: a partnership, a promise, a drift case. */
export type Subject = Readonly<{
  /** The same word as in its events. */
  kind: string
  /** Those of these that the actor may see; the others are as if they were not. */
  find(tx: WorkspaceTx, ids: readonly Id[]): Promise<readonly SubjectRow[]>
}>

/** Which thing something is about. */
export type SubjectRef = Readonly<{ kind: string; id: Id }>

/** The thing itself; undefined where nobody brings that kind, where it is not there, and where the actor may not see it. */
export const findSubject = async (
  tx: WorkspaceTx,
  subjects: readonly Subject[],
  { kind, id }: SubjectRef,
): Promise<SubjectRow | undefined> => (await subjects.find((each) => each.kind === kind)?.find(tx, [id]))?.[0]

/** Many at once, by kind and id: one query for each kind that occurs among them. */
export const findSubjects = async (
  tx: WorkspaceTx,
  subjects: readonly Subject[],
  refs: readonly SubjectRef[],
): Promise<(ref: SubjectRef) => SubjectRow | undefined> => {
  const found = new Map<string, SubjectRow>()
  for (const { kind, find } of subjects) {
    const ids = refs.filter((ref) => ref.kind === kind).map(({ id }) => id)
    if (ids.length === 0) continue
    for (const row of await find(tx, [...new Set(ids)])) found.set(`${kind} ${row.id}`, row)
  }
  return ({ kind, id }) => found.get(`${kind} ${id}`)
}
