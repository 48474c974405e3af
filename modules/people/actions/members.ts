import { abilityOf } from "#core/ability"
import type { Actor, MemberRole } from "#core/actor"
import type { Id } from "#core/ids"
import { isRefusal } from "#core/refusal"
import { listMembers as findMembers, lockMember, lockOwners, type MemberRow, saveMember } from "#modules/workspaces"
import { action } from "#platform/action"
import type { WorkspaceTx } from "#platform/tx"
import * as contract from "../contract.ts"
import { memberDeactivated, memberReactivated, memberRoleChanged } from "../events.ts"
import { mayChangeMember, mayInvite, mayReadPeople } from "../policy.ts"
import { decideNamed, decideOwnerLeaves, losesOwner } from "../rules.ts"

/** The last owner stays one. */
const memberForHost = (
  actor: Actor,
  { erasedAt, ...row }: MemberRow,
  owners: readonly Id[],
): contract.MemberForHost => ({
  ...row,
  isErased: erasedAt !== null,
  isSelf: "userId" in actor && actor.userId === row.userId,
  abilities: { change: abilityOf(mayChangeMember(actor, row), decideOwnerLeaves(owners, row.id)) },
})

/** Ids of those who own the workspace now. */
const ownersAmong = (rows: readonly MemberRow[]): Id[] =>
  rows.filter(({ role, deactivatedAt }) => role === "owner" && deactivatedAt === null).map(({ id }) => id)

/** Owners first, then the member: every act that may unmake an owner locks in this order, so that none waits in a ring. */
const loadMember = async (tx: WorkspaceTx, { member }: { member: string }) => {
  const owners = await lockOwners(tx)
  const row = await lockMember(tx, member)
  return row && { owners, row, version: row.version }
}

/** Saves the change and writes down what was and what is. */
const changeMember = async (
  tx: WorkspaceTx,
  before: MemberRow,
  change: { role?: MemberRole; deactivatedAt?: string | null },
  kind: typeof memberRoleChanged,
) => {
  const row = await saveMember(tx, before.id, change)
  await tx.record(kind, { subjectId: row.id, payload: { name: row.name, before: before.role, after: row.role } })
  return memberForHost(tx.actor, row, await lockOwners(tx))
}

export const listMembers = action(contract.listMembers, {
  load: findMembers,
  may: mayReadPeople,
  act: async ({ actor }, rows) => ({
    items: rows.map((row) => memberForHost(actor, row, ownersAmong(rows))),
    abilities: { invite: mayInvite(actor, { side: "host", role: "viewer" }) },
  }),
})

export const changeRole = action(contract.changeRole, {
  load: loadMember,
  may: (actor, { row }, { role }) => mayChangeMember(actor, row, role),
  act: async ({ tx }, { owners, row }, { role }) => {
    const allowed = losesOwner(row.role, role) ? decideOwnerLeaves(owners, row.id) : true
    return isRefusal(allowed) ? allowed : changeMember(tx, row, { role }, memberRoleChanged)
  },
})

export const deactivate = action(contract.deactivateMember, {
  load: loadMember,
  may: (actor, { row }) => mayChangeMember(actor, row),
  act: async ({ tx, actor, now }, { owners, row }) => {
    if (row.deactivatedAt !== null) return memberForHost(actor, row, owners)
    const allowed = decideOwnerLeaves(owners, row.id)
    return isRefusal(allowed) ? allowed : changeMember(tx, row, { deactivatedAt: now }, memberDeactivated)
  },
})

export const reactivate = action(contract.reactivateMember, {
  load: loadMember,
  may: (actor, { row }) => mayChangeMember(actor, row),
  act: async ({ tx, actor }, { owners, row }) => {
    const allowed = decideNamed(row)
    if (isRefusal(allowed)) return allowed
    return row.deactivatedAt === null
      ? memberForHost(actor, row, owners)
      : changeMember(tx, row, { deactivatedAt: null }, memberReactivated)
  },
})
