import type { Fixture } from "#platform/fixture"
import { newId } from "#platform/ids"

/** A company that became part of the leading one: what it was called is the host's to know. */
export const fixture: Fixture = async ({ db, workspaceId, companies, id, secret, at }) => {
  const name = secret("host", "the name of a company that became part of another")
  const formerId = newId()
  const lists = { domains: [], regions: [], industries: [], capabilities: [], languages: [] }
  const gone = {
    id: formerId,
    name,
    ...lists,
    version: 1,
    externalId: null,
    parentId: null,
    createdAt: at,
    updatedAt: at,
  }
  await db
    .insertInto("merger")
    .values({
      ...{ workspaceId, id: id("merger"), kind: "merge", formerId, formerName: name, madeAt: at },
      ...{ nextId: companies.leading, nextName: "the leading company", gone: JSON.stringify(gone) },
    })
    .execute()
  await db
    .insertInto("mergerMove")
    .values({
      ...{ workspaceId, mergerId: id("merger"), tableName: "contact", columnName: "organization_id", part: 0 },
      ids: [newId()],
    })
    .execute()
}
