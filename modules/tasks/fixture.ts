import type { Fixture, Readers } from "#platform/fixture"
import { newId } from "#platform/ids"

export const fixture: Fixture = async ({ db, workspaceId, partnershipId, companies, people, id, secret }) => {
  const at = "2026-11-20T09:00:00.000Z"
  const [templateId, planId] = [id("planTemplate"), id("plan")]
  await db
    .insertInto("planTemplate")
    .values({
      ...{ workspaceId, id: templateId, createdAt: at },
      name: secret("host", "the name of a plan to start from"),
      description: secret("host", "what a plan to start from is for"),
    })
    .execute()
  const step = {
    side: "host",
    isPrivate: false,
    isOptional: false,
    offset: { count: 3, unit: "workdays" },
    waitsFor: [],
  }
  await db
    .insertInto("planEdition")
    .values({
      ...{ workspaceId, id: newId(), templateId, number: 1, madeAt: at },
      steps: JSON.stringify([{ ...step, key: "first", title: secret("host", "a step of a plan to start from") }]),
    })
    .execute()
  const about = { workspaceId, partnershipId, subjectKind: "partnership", subjectId: partnershipId }
  const plan = (readers: Readers, planned: string, privateTo: string | null) => ({
    ...{ ...about, id: planned, privateTo, templateId, edition: 1, startsOn: "2026-11-02", startedAt: at },
    name: secret(readers, "the name of a plan"),
  })
  await db
    .insertInto("plan")
    .values([
      plan("partnership", planId, null),
      plan("host", id("plan", "host"), workspaceId),
      // Nobody moves such a plan: a company's people start none.
      plan("company", newId(), companies.leading),
    ])
    .execute()
  const task = (readers: Readers, partyId: string, privateTo: string | null) => ({
    ...{ ...about, id: id("task", readers === "partnership" ? undefined : readers), partyId, privateTo, createdAt: at },
    title: secret(readers, "what is to be done"),
    description: secret(readers, "how a task is done"),
    ...{ dating: "by_hand", dueOn: "2026-11-25" },
  })
  const shared = task("partnership", companies.leading, null)
  const opens = (readers: Readers) =>
    JSON.stringify([
      {
        opens: "resource",
        name: secret(readers, "the name of what a task opens"),
        link: `https://example.com/${secret(readers, "where lies what a task opens")}`,
      },
    ])
  await db
    .insertInto("task")
    .values([
      {
        ...shared,
        planId,
        ownerId: people.company,
        ownerName: secret("partnership", "who has a task"),
        grants: opens("partnership"),
      },
      task("host", workspaceId, workspaceId),
      task("company", companies.leading, companies.leading),
      {
        ...task("partnership", workspaceId, null),
        ...{ id: newId(), state: "skipped", closedOn: "2026-11-24" },
        // Left out: it opened nothing, and nobody but the host learns where that lies.
        grants: JSON.stringify([
          {
            opens: "resource",
            name: secret("partnership", "the name of what a task that was left out would have opened"),
            link: `https://example.com/${secret("host", "where lies what a task that was left out would have opened")}`,
          },
        ]),
        reason: secret("partnership", "why a task was left out"),
        link: `https://example.com/${secret("partnership", "where it is shown what was done")}`,
        note: secret("partnership", "what was done"),
      },
    ])
    .execute()
}
