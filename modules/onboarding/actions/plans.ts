import { isRefusal, refuse } from "#core/refusal"
import { findTemplate, templatesById, writeTemplate } from "#modules/tasks"
import { lockWorkspace } from "#modules/workspaces"
import { action, nothing } from "#platform/action"
import { newId } from "#platform/ids"
import type { WorkspaceTx } from "#platform/tx"
import { type PartnershipType, partnershipTypes } from "#rules/partnerships"
import * as contract from "../contract.ts"
import { onboardingPlanNamed } from "../events.ts"
import { mayReadOnboardings, mayRunOnboarding } from "../policy.ts"
import { readyPlan, readySize } from "../ready.ts"
import * as store from "../store.ts"

type Named = Awaited<ReturnType<typeof store.allNamed>>

const views = async (
  tx: WorkspaceTx,
  named: Named,
  types: readonly PartnershipType[],
): Promise<contract.OnboardingPlan[]> => {
  const templates = await templatesById(
    tx,
    named.map(({ templateId }) => templateId),
  )
  return types.map((type) => {
    const row = named.find(({ partnershipType }) => partnershipType === type)
    const template = templates.find(({ id }) => id === row?.templateId)
    return {
      type,
      plan: template ? { id: template.id, name: template.name, isArchived: template.archivedAt !== null } : null,
      startsItself: row?.startsItself ?? false,
      ready: readySize(type),
      version: row?.version ?? 0,
    }
  })
}

const viewOf = async (tx: WorkspaceTx, type: PartnershipType): Promise<contract.OnboardingPlan> => {
  const row = await store.namedFor(tx, type)
  const [view] = await views(tx, row ? [row] : [], [type])
  if (!view) throw new Error("one type has one view")
  return view
}

const list = action(contract.listOnboardingPlans, {
  load: nothing,
  may: mayReadOnboardings,
  act: async ({ tx, actor }) => ({
    items: await views(tx, await store.allNamed(tx), partnershipTypes),
    abilities: { edit: mayRunOnboarding(actor) },
  }),
})

/** What is named for a type, locked: whoever names the first waits here for whoever does so at the same moment. */
const lockNamed = async (tx: WorkspaceTx, { type }: { type: PartnershipType }) => {
  await lockWorkspace(tx)
  const row = await store.namedFor(tx, type)
  return { row, version: row?.version ?? 0 }
}

type Naming = Readonly<{ type: PartnershipType; plan: { id: string; name: string } | null; startsItself: boolean }>

const save = async (tx: WorkspaceTx, row: Named[number] | undefined, { type, plan, startsItself }: Naming) => {
  const told = row?.id ?? newId()
  if (plan === null && row) await store.removeNamed(tx, row.id)
  if (plan !== null && row) await store.saveNamed(tx, row.id, { templateId: plan.id, startsItself })
  if (plan !== null && !row)
    await store.insertNamed(tx, { id: told, partnershipType: type, templateId: plan.id, startsItself })
  const payload = { type, plan: plan?.name ?? null, startsItself: plan !== null && startsItself }
  await tx.record(onboardingPlanNamed, { subjectId: told, payload })
  return viewOf(tx, type)
}

const name = action(contract.nameOnboardingPlan, {
  load: lockNamed,
  may: mayRunOnboarding,
  act: async ({ tx }, { row }, { type, planTemplate, startsItself }) => {
    const plan = planTemplate === null ? null : await findTemplate(tx, planTemplate)
    if (plan === undefined || plan?.archivedAt) return refuse("no-such-plan", { field: "planTemplate" })
    return save(tx, row, { type, plan, startsItself })
  },
})

const take = action(contract.takeReadyPlan, {
  load: lockNamed,
  may: mayRunOnboarding,
  act: async ({ tx, platform }, { row }, { type, language }) => {
    const plan = await writeTemplate(tx, readyPlan(type, platform.texts.in(language)))
    if (isRefusal(plan)) {
      if (plan.refusal === "too-many-templates") return refuse("too-many-templates")
      throw new Error(`the ready plan of ${type} cannot be carried out: ${plan.refusal}`)
    }
    return save(tx, row, { type, plan, startsItself: row?.startsItself ?? false })
  },
})

export const planActions = [list, name, take]
