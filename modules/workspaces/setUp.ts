import type { MemberRole, System } from "#core/actor"
import type { Id } from "#core/ids"
import type { User } from "#platform/identity"
import { newId } from "#platform/ids"
import type { Platform } from "#platform/platform"
import { isSeal, seal } from "#platform/seal"
import { slugOf } from "./rules.ts"
import * as store from "./store.ts"

const purpose = "first owner"

/** The word in the one-time link that makes the first owner; it works only while there is nobody. */
export const setUpToken = (secret: string): string => seal(secret, purpose)

export const isSetUpToken = (secret: string, given: string): boolean => isSeal(secret, purpose, given)

export type Founding = Readonly<{
  name: string
  timeZone: string
  country?: string | undefined
  currency: string
  isDemo?: boolean
  slug?: string
}>

/** Makes a workspace and its first members; answers the actor under which more can be recorded in it. */
export const foundWorkspace = async (
  { transact }: Pick<Platform, "transact">,
  founding: Founding,
  members: readonly { user: User; role: MemberRole; memberId?: Id }[],
): Promise<System & { slug: string }> => {
  const id = newId()
  const slug = founding.slug ?? slugOf(founding.name)
  await transact({ kind: "anonymous" }, (tx) =>
    store.createWorkspace(tx, { id, slug, ...founding, isDemo: founding.isDemo ?? false }),
  )
  const system: System = { kind: "system", side: "host", workspaceId: id, timeZone: founding.timeZone, job: "set-up" }
  await transact(system, async (tx) => {
    for (const { user, role, memberId } of members) {
      const member = { id: memberId ?? newId(), userId: user.id, name: user.name, email: user.email, role }
      await store.insertMember(tx, member)
      await tx.record("member.joined", {
        subjectType: "member",
        subjectId: member.id,
        visibility: "host",
        payload: { name: user.name, role },
      })
    }
  })
  return { ...system, slug }
}
