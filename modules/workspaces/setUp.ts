import type { Actor, MemberRole, System } from "#core/actor"
import type { Id } from "#core/ids"
import type { User } from "#platform/accounts"
import { newId } from "#platform/ids"
import type { Platform } from "#platform/platform"
import { isSeal, seal } from "#platform/seal"
import { allWorkspaces, systemOf } from "#platform/tenants"
import type { Tx } from "#platform/tx"
import { memberJoined, workspaceFounded } from "./events.ts"
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

/** Makes a workspace and its first members; answers the actor under which more can be recorded in it, from this transaction on. */
export const foundWorkspace = async (
  outside: Tx<Actor>,
  founding: Founding,
  members: readonly { user: User; role: MemberRole; memberId?: Id }[],
  founder?: string,
): Promise<System & { slug: string }> => {
  const id = newId()
  const system: System = { kind: "system", side: "host", workspaceId: id, timeZone: founding.timeZone, job: "set-up" }
  const tx = await outside.enter({ ...system, ...(founder ? { userId: founder } : {}) })
  const slug = founding.slug ?? (await store.freeSlug(tx, slugOf(founding.name)))
  await store.createWorkspace(tx, { ...founding, id, slug, isDemo: founding.isDemo ?? false })
  await tx.record(workspaceFounded, { subjectId: id, payload: { name: founding.name, slug } })
  for (const { user, role, memberId } of members) {
    const member = { id: memberId ?? newId(), userId: user.id, name: user.name, email: user.email, role }
    await store.insertMember(tx, member)
    await tx.record(memberJoined, { subjectId: member.id, payload: { name: user.name, role } })
  }
  return { ...system, slug }
}

/** Whether nothing real is kept here: every workspace there is, if any, is a demo. */
export const areAllDemo = async ({ transact }: Pick<Platform, "transact">): Promise<boolean> => {
  for (const tenant of await transact({ kind: "anonymous" }, allWorkspaces)) {
    const found = await transact(systemOf(tenant, "start"), store.findWorkspace)
    if (found !== undefined && !found.isDemo) return false
  }
  return true
}
