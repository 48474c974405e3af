import type { Id } from "#core/ids"
import { ownersOf } from "#modules/partnerships"
import { hostSponsorsOf } from "#modules/people"
import { listMembers } from "#modules/workspaces"
import type { WorkspaceTx } from "#platform/tx"
import type { Deputy, Person, Post, Seat, Step } from "./rules.ts"
import { seatsOf } from "./rules.ts"
import * as store from "./store.ts"

type Posts = Readonly<Partial<Record<Post, readonly string[]>>>

/** Who is there, who stands in for whom today, and who holds which post where: read once for any number of approvals. */
export type Scene = Readonly<{
  people: readonly Person[]
  deputies: readonly Deputy[]
  posts: ReadonlyMap<Id, Posts>
}>

type About = Readonly<{ partnershipId: Id; steps: readonly Step[] }>

/** The scene for these; posts are read only where a step goes by one. */
export const readScene = async (tx: WorkspaceTx, about: readonly About[]): Promise<Scene> => {
  const [members, deputies, posts] = await Promise.all([
    listMembers(tx),
    store.deputiesFrom(tx, tx.today),
    readPosts(tx, about),
  ])
  return { people: members.filter(({ deactivatedAt }) => deactivatedAt === null), deputies, posts }
}

const readPosts = async (tx: WorkspaceTx, about: readonly About[]): Promise<Scene["posts"]> => {
  const byPost = about.filter(({ steps }) => steps.some(({ post }) => post !== undefined))
  const ids = [...new Set(byPost.map(({ partnershipId }) => partnershipId))]
  if (ids.length === 0) return new Map()
  const [owners, sponsors] = await Promise.all([ownersOf(tx, ids), hostSponsorsOf(tx, ids)])
  return new Map(
    ids.map((id) => {
      const owner = owners.get(id)
      return [id, { owner: owner === undefined ? [] : [owner], sponsor: sponsors.get(id) ?? [] }]
    }),
  )
}

/** The seats of one step, today. */
export const seatsAt = (
  { today }: WorkspaceTx,
  { people, deputies, posts }: Scene,
  { partnershipId, askedBy, barred }: Readonly<{ partnershipId: Id; askedBy: string; barred: readonly string[] }>,
  step: Step,
): readonly Seat[] => seatsOf(step, { people, deputies, today, askedBy, barred, posts: posts.get(partnershipId) })

/** The seats of the step that an approval has reached; none when it is over. */
export const seatsNow = (
  tx: WorkspaceTx,
  scene: Scene,
  row: Pick<store.ApprovalRow, "steps" | "step" | "askedBy" | "barred" | "state" | "partnershipId">,
): readonly Seat[] => {
  const reached = row.steps[row.step]
  return row.state !== "waiting" || reached === undefined ? [] : seatsAt(tx, scene, row, reached)
}

export const nameOf = ({ people }: Scene, userId: string): string | undefined =>
  people.find((person) => person.userId === userId)?.name
