import { nobody, type Personal, type PersonalRow } from "#platform/personal"
import { type Grant, isOpened, type TaskState } from "./rules.ts"

/** Where something lies that a task opens is a partner's to know once it is open, in a file of their own data as well. */
const withoutClosed = (row: PersonalRow): PersonalRow => ({
  ...row,
  grants: (row["grants"] as readonly Grant[]).map((grant) =>
    grant.opens === "resource" ? { opens: grant.opens, name: grant.name } : grant,
  ),
})

export const personal: Personal = {
  module: "tasks",
  tables: {
    plan: { name: "words", started_by: "account" },
    plan_edition: { steps: "words", made_by: "account" },
    plan_template: { name: "words", description: "words" },
    task: {
      title: "words",
      description: "words",
      owner_id: "account",
      owner_name: "name of owner_id",
      given_by: "account",
      reason: "words",
      note: "words",
      link: "words",
      grants: "words",
      ...nobody("country"),
    },
  },
  readable: ({ side }, table, row) =>
    table === "task" && side === "partner" && !isOpened({ state: row["state"] as TaskState })
      ? withoutClosed(row)
      : row,
}
