import { enterAgreement } from "#contract/agreements"
import { createPartnership } from "#contract/partnerships"
import type { MemberRole } from "#core/actor"
import type { RequestOf } from "#core/endpoint"
import type { Id } from "#core/ids"
import { modules } from "#modules-list"
import { jobsOf } from "#platform/module"
import type { Caller, TestKeelson, TestWorkspace } from "./keelson.ts"
import { runAsOwner } from "./owner-connection.ts"

/** A partnership with a new company, owned by whoever records it. */
export const recordPartnership = async (
  caller: Caller,
  name: string,
  ownerId?: Id,
): Promise<{ id: Id; organizationId: Id }> => {
  const { body } = await caller.call(createPartnership, {
    type: "reseller",
    newOrganization: { name, evenIfSimilar: true },
    ...(ownerId === undefined ? {} : { ownerId }),
  })
  return { id: body.id, organizationId: body.organizationId }
}

type Line = NonNullable<RequestOf<typeof enterAgreement>["commitments"]>[number]

/** A monthly promise, due on the last day of each month from January 2026 on. */
export const monthly = (owedBy: "host" | "partner", more: Partial<Line> = {}): Line => ({
  owedBy,
  title: `${owedBy} sends figures`,
  measure: "per_cadence",
  cadence: "monthly",
  ...more,
})

export const enter = async (caller: Caller, partnership: Id, commitments: readonly Line[], more = {}) =>
  (
    await caller.call(enterAgreement, {
      partnership,
      title: "Frame agreement",
      startsOn: "2026-01-01",
      endsOn: "2026-12-31",
      noticeDays: 90,
      commitments: [...commitments],
      ...more,
    })
  ).body

/** Runs one job as the worker would. */
export const runJob = async (name: string, { platform }: TestKeelson, payload: object = {}): Promise<void> => {
  const found = jobsOf(modules, platform.contributed).find((each) => each.name === name)
  if (!found) throw new Error(`no job ${name}`)
  await found.run(found.payload.parse(payload), { platform, log: platform.log, signal: new AbortController().signal })
}

/** Runs what is queued of one kind of job, each twice, because a queue may; says how many there were. */
export const runQueued = async (name: string, keelson: TestKeelson): Promise<number> => {
  const taken = await runAsOwner<{ payload: object }>(
    keelson.ownerUrl,
    `delete from graphile_worker._private_jobs j using graphile_worker._private_tasks t
      where t.id = j.task_id and t.identifier = '${name}' returning j.payload`,
  )
  for (const { payload } of taken) for (const _ of [1, 2]) await runJob(name, keelson, payload)
  return taken.length
}

/** The member who has that role in a test workspace, and the address mails to them go to. */
export const memberWith = (
  { platform }: TestKeelson,
  { system }: TestWorkspace,
  role: MemberRole,
): Promise<{ id: Id; email: string; userId: string }> =>
  platform.transact(system, ({ db }) =>
    db
      .selectFrom("member")
      .select(["id", "email", "userId"])
      .where("workspaceId", "=", system.workspaceId)
      .where("role", "=", role)
      .executeTakeFirstOrThrow(),
  )

/** The address of whoever has the first account for a company. */
export const partnerAddress = async (keelson: TestKeelson, company: Id): Promise<string> => {
  const [row] = await runAsOwner<{ email: string }>(
    keelson.ownerUrl,
    `select email from partner_user where organization_id = '${company}' order by id limit 1`,
  )
  if (!row) throw new Error("nobody of this company has an account")
  return row.email
}
