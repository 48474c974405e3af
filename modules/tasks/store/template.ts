import type { Id } from "#core/ids"
import { anyOf, byReading } from "#platform/database"
import { type Row, tableOf } from "#platform/table"
import type { WorkspaceTx } from "#platform/tx"
import type { Step } from "../rules.ts"

const templates = tableOf()("planTemplate", ["id", "name", "description", "edition", "archivedAt", "version"], {
  made: ["createdAt"],
})
const editions = tableOf<{ steps: readonly Step[] }>()("planEdition", ["id", "templateId", "number", "steps"], {
  made: ["madeAt"],
})

export type TemplateRow = Row<typeof templates>

/** A workspace's plans are few; no list of them is paged. */
export const mostTemplates = 200

export const findTemplate = templates.find
export const templatesById = async (tx: WorkspaceTx, ids: readonly Id[]) =>
  ids.length === 0
    ? []
    : templates
        .rows(tx)
        .where("id", "=", anyOf([...ids]))
        .execute()

export const lockTemplate = templates.lock
export const insertTemplate = templates.insert
export const saveTemplate = templates.save

export const listTemplates = (tx: WorkspaceTx, archived: boolean) =>
  templates
    .rows(tx)
    .where("archivedAt", archived ? "is not" : "is", null)
    .orderBy(byReading("name"))
    .orderBy("id")
    .limit(mostTemplates)
    .execute()

type NewEdition = Readonly<{ id: Id; templateId: Id; number: number; steps: readonly Step[]; madeBy: string | null }>

export const insertEdition = (tx: WorkspaceTx, edition: NewEdition) =>
  editions.insert(tx, { ...edition, steps: JSON.stringify(edition.steps) })

export const findEdition = (tx: WorkspaceTx, templateId: Id, number: number) =>
  editions.rows(tx).where("templateId", "=", templateId).where("number", "=", number).executeTakeFirst()

/** How many steps the present edition of each template has. */
export const countSteps = async ({ db, actor }: WorkspaceTx): Promise<ReadonlyMap<Id, number>> => {
  const rows = await db
    .selectFrom("planEdition as e")
    .innerJoin("planTemplate as t", (join) =>
      join
        .onRef("t.workspaceId", "=", "e.workspaceId")
        .onRef("t.id", "=", "e.templateId")
        .onRef("t.edition", "=", "e.number"),
    )
    .select(({ fn, ref }) => ["e.templateId", fn<number>("jsonb_array_length", [ref("e.steps")]).as("steps")])
    .where("e.workspaceId", "=", actor.workspaceId)
    .execute()
  return new Map(rows.map(({ templateId, steps }) => [templateId, steps]))
}
