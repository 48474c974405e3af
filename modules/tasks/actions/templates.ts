import { isRefusal, refuse } from "#core/refusal"
import { findWorkspace } from "#modules/workspaces"
import { action, nothing } from "#platform/action"
import { workdaysOf } from "#platform/business-calendar"
import { newId } from "#platform/ids"
import type { WorkspaceTx } from "#platform/tx"
import * as contract from "../contract.ts"
import { templateArchived, templateEdited, templateRestored } from "../events.ts"
import { mayEditPlans, mayReadTemplates } from "../policy.ts"
import { datedSteps, decideSteps, type Step } from "../rules.ts"
import * as store from "../store.ts"
import { writeTemplate } from "../writing.ts"

const templateView = async (
  tx: WorkspaceTx,
  row: store.TemplateRow,
  steps: readonly Step[],
): Promise<contract.PlanTemplate> => {
  const country = (await findWorkspace(tx))?.country ?? null
  const dated = datedSteps(steps, tx.today, { countryOf: () => country, calendars: workdaysOf })
  return {
    ...row,
    steps: steps.map((step) => ({
      ...{ ...step, waitsFor: [...step.waitsFor] },
      ...{ grants: [...(step.grants ?? [])], needsEvidence: step.needsEvidence ?? false },
    })),
    days: dated.map(({ step, dueOn }) => ({ key: step.key, dueOn })),
    startsOn: tx.today,
    abilities: { edit: mayEditPlans(tx.actor) },
  }
}

/** The steps of a template's edition; its present one when none is named. */
export const stepsOf = async (tx: WorkspaceTx, { id, edition }: Pick<store.TemplateRow, "id" | "edition">) =>
  (await store.findEdition(tx, id, edition))?.steps

export const listTemplates = action(contract.listPlanTemplates, {
  load: nothing,
  may: mayReadTemplates,
  act: async ({ tx, actor }, _nothing, { archived }) => {
    const [rows, counts] = await Promise.all([store.listTemplates(tx, archived), store.countSteps(tx)])
    return {
      items: rows.map((row) => ({ ...row, steps: counts.get(row.id) ?? 0 })),
      abilities: { create: mayEditPlans(actor) },
    }
  },
})

export const getTemplate = action(contract.getPlanTemplate, {
  load: (tx, { planTemplate }) => store.findTemplate(tx, planTemplate),
  may: mayReadTemplates,
  act: async ({ tx }, row, { edition = row.edition }) => {
    const steps = await stepsOf(tx, { id: row.id, edition })
    return steps ? templateView(tx, { ...row, edition }, steps) : refuse("no-such-edition", { field: "edition" })
  },
})

export const createTemplate = action(contract.createPlanTemplate, {
  load: nothing,
  may: mayEditPlans,
  act: async ({ tx }, _nothing, { name, description, steps }) => {
    const row = await writeTemplate(tx, { name, description: description ?? null, steps })
    return isRefusal(row) ? row : templateView(tx, row, steps)
  },
})

export const editTemplate = action(contract.editPlanTemplate, {
  load: (tx, { planTemplate }) => store.lockTemplate(tx, planTemplate),
  may: mayEditPlans,
  act: async ({ tx, actor }, row, { name, description, steps }) => {
    const decision = decideSteps(steps)
    if (isRefusal(decision)) return decision
    const edition = row.edition + 1
    const saved = await store.saveTemplate(tx, row.id, { name, description: description ?? null, edition })
    await store.insertEdition(tx, {
      ...{ id: newId(), templateId: row.id, number: edition, steps, madeBy: actor.userId ?? null },
    })
    await tx.record(templateEdited, { subjectId: row.id, payload: { name, edition } })
    return templateView(tx, saved, steps)
  },
})

export const archiveTemplate = action(contract.archivePlanTemplate, {
  load: (tx, { planTemplate }) => store.lockTemplate(tx, planTemplate),
  may: mayEditPlans,
  act: async ({ tx, now }, row, { isArchived }) => {
    const isChanged = (row.archivedAt !== null) !== isArchived
    const saved = isChanged ? await store.saveTemplate(tx, row.id, { archivedAt: isArchived ? now : null }) : row
    const { name, edition } = saved
    const kind = isArchived ? templateArchived : templateRestored
    if (isChanged) await tx.record(kind, { subjectId: row.id, payload: { name, edition } })
    return templateView(tx, saved, (await stepsOf(tx, row)) ?? [])
  },
})
