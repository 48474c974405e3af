import { listOnboardingsOf, startOnboarding } from "#contract/onboarding"
import { createPartnership } from "#contract/partnerships"
import { createPlanTemplate, type PlanTemplate } from "#contract/tasks"
import type { RequestOf } from "#core/endpoint"
import type { Id } from "#core/ids"
import type { Caller, TestKeelson, TestWorkspace } from "./keelson.ts"
import { memberWith } from "./promises.ts"

type Step = RequestOf<typeof createPlanTemplate>["steps"][number]

export const workdays = (count: number) => ({ count, unit: "workdays" as const })

/** A partner in the United States whose people sell. */
export const recordPartner = async (
  keelson: TestKeelson,
  workspace: TestWorkspace,
  manager: Caller,
  { name, type = "reseller" }: { name: string; type?: RequestOf<typeof createPartnership>["type"] },
) => {
  const ownerId = (await memberWith(keelson, workspace, "partner_manager")).id
  const newOrganization = { name, country: "US", evenIfSimilar: true }
  const { body } = await manager.call(createPartnership, { type, newOrganization, ownerId })
  return {
    ...{ id: body.id, organizationId: body.organizationId },
    partner: await workspace.asPartner(body.organizationId, "seller"),
  }
}

export const writePlan = async (manager: Caller, name: string, steps: readonly Step[]): Promise<PlanTemplate> => {
  const answer = await manager.call(createPlanTemplate, { name, steps: [...steps] })
  if (answer.status !== 201) throw new Error(`${name}: ${answer.status} ${JSON.stringify(answer.body)}`)
  return answer.body as PlanTemplate
}

/** The latest onboarding of a partnership, with its steps by title. */
export const onboardingOf = async (caller: Caller, partnership: Id) => {
  const { items } = (await caller.call(listOnboardingsOf, { partnership })).body
  const [latest] = items
  if (!latest) throw new Error("nobody is being onboarded there")
  return { ...latest, byTitle: new Map(latest.tasks.map((task) => [task.title, task])) }
}

export const startWith = async (manager: Caller, partnership: Id, planTemplate: Id, startsOn: string) => {
  const answer = await manager.call(startOnboarding, { partnership, planTemplate, startsOn })
  if (answer.status !== 201) throw new Error(`${answer.status} ${JSON.stringify(answer.body)}`)
  return answer.body
}
