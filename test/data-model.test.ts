import { execFileSync } from "node:child_process"
import { mkdtempSync, readdirSync, readFileSync } from "node:fs"
import { tmpdir } from "node:os"
import { join } from "node:path"
import pg from "pg"
import { afterAll, describe, expect, test } from "vitest"
import { getDrift, getScan } from "#contract/drift"
import { recordMeasurement } from "#contract/measurements"
import { setNotificationPreference } from "#contract/notifications"
import { memberRoles, partnerRoles } from "#core/actor"
import { modules } from "#modules-list"
import { newId } from "#platform/ids"
import { agreementStates, draftKinds, draftStates } from "#rules/agreements"
import { approvalStates, decisions } from "#rules/approvals"
import {
  cadences,
  evidenceKinds,
  evidenceNeeds,
  measures,
  occurrenceStates,
  proposalKinds,
  proposalStates,
} from "#rules/commitments"
import { dealStates, registeredTo, unclockedReasons } from "#rules/deals"
import { checkResults, itemStates, roundStates } from "#rules/diligence"
import { standings } from "#rules/drift"
import { checkStates, holds } from "#rules/files"
import { runStates } from "#rules/imports"
import { countedSorts } from "#rules/measurements"
import { mergerKinds } from "#rules/mergers"
import { proposalStates as clauseProposalStates } from "#rules/negotiation"
import { objectiveCategories, ramps, targetReadings } from "#rules/objectives"
import { markKinds } from "#rules/organizations"
import { partnershipTypes, stages } from "#rules/partnerships"
import { contactRoles } from "#rules/people"
import { appealStates, outcomes as evaluationOutcomes } from "#rules/programs"
import {
  applicationStates,
  assessmentStates,
  candidateStages,
  entryKinds,
  listedKinds,
  outcomes,
  placeKinds,
  sourceKinds,
} from "#rules/recruitment"
import { signerStates, signingMethods, roundStates as signingRoundStates } from "#rules/signing"
import { datings, offsetUnits, taskStates } from "#rules/tasks"
import { createTestDatabase } from "#test/database"

const { ownerUrl } = await createTestDatabase()
const client = new pg.Client({ connectionString: ownerUrl })
await client.connect()
afterAll(() => client.end())

const rows = async <Row extends object>(query: string, values: readonly unknown[] = []): Promise<Row[]> =>
  (await client.query<Row>(query, [...values])).rows

test("migrations are told apart by number, so that their order is everywhere the same", () => {
  const numbers = readdirSync("migrations").map((name) => name.slice(0, 4))
  expect(numbers.every((number) => /^\d{4}$/.test(number))).toBe(true)
  expect(new Set(numbers).size).toBe(numbers.length)
})

test("the schema that the code is typed by is the migrated database's", () => {
  const file = join(mkdtempSync(join(tmpdir(), "keelson-test-")), "schema.ts")
  execFileSync(process.execPath, ["platform/generate-schema.ts", ownerUrl, file], { stdio: "ignore" })
  expect(readFileSync(file, "utf8")).toBe(readFileSync("platform/schema.ts", "utf8"))
})

describe("audiences", () => {
  // The ledger is every module's.
  const ledger = ["event", "partnership with privacy", ["insert"]] as const
  const declared = [
    ...modules.flatMap(({ tables, partnersWrite }) =>
      Object.entries(tables).map(([table, audience]) => [table, audience, partnersWrite[table] ?? []] as const),
    ),
    ledger,
  ]
  const policiesOf = (table: string) =>
    rows(
      `select policyname, permissive, roles::text, cmd, qual, with_check from pg_policies
        where schemaname = 'public' and tablename = $1 order by policyname`,
      [table],
    )

  test("every tenant's table is declared", async () => {
    const tables = await rows<{ name: string }>(`select relname as name from pg_class
      where relkind in ('r', 'p') and relnamespace = 'public'::regnamespace and relname not in ('workspace', 'schema_migration') order by 1`)
    expect(declared.map(([table]) => table).toSorted()).toEqual(tables.map(({ name }) => name))
  })

  test.each(declared)(
    "%s is protected as its module declares: %s read, and partners %j",
    async (table, audience, partnersWrite) => {
      const found = await policiesOf(table)
      await client.query("begin")
      await client.query("select protect($1::regclass, $2, $3)", [table, audience, partnersWrite])
      expect(found).toHaveLength(5)
      expect(found).toEqual(await policiesOf(table))
      await client.query("rollback")
    },
  )

  test.each([
    { partnersWrite: [] },
    { partnersWrite: ["insert"] },
    { partnersWrite: ["update"] },
    { partnersWrite: ["delete"] },
  ])("of what every partner reads they write $partnersWrite", async ({ partnersWrite }) => {
    await client.query("begin")
    await client.query(
      "create table notice_board (workspace_id uuid not null, id uuid not null, primary key (workspace_id, id))",
    )
    await client.query("select protect('notice_board', 'every partner', $1)", [partnersWrite])
    await client.query("insert into notice_board values ($1, $1)", [newId()])
    const [id] = (await rows<{ id: string }>("select id from notice_board")).map((row) => row.id)
    for (const [name, value] of Object.entries({ workspace_id: id, side: "partner", user_id: "u", party_id: id }))
      await client.query(`set local app.${name} = '${value}'`)
    await client.query("set local role keelson_app")
    expect(await rows("select from notice_board")).toHaveLength(1)
    // An act may look at what it then may not change.
    expect((await client.query("select from notice_board for update")).rowCount).toBe(1)
    for (const [act, query] of [
      ["insert", `insert into notice_board values ('${id}', gen_random_uuid())`],
      ["update", `update notice_board set id = id where id = '${id}'`],
    ] as const) {
      await client.query("savepoint tried")
      if (partnersWrite.includes(act)) expect((await client.query(query)).rowCount).toBe(1)
      else await expect(client.query(query)).rejects.toThrow(/row-level security/)
      await client.query("rollback to savepoint tried")
    }
    expect((await client.query("delete from notice_board")).rowCount).toBe(partnersWrite.includes("delete") ? 1 : 0)
    await client.query("rollback")
  })

  test("an audience that nobody knows is no audience", async () => {
    await expect(client.query("select protect('deal'::regclass, 'everybody')")).rejects.toThrow(/no audience/)
    await expect(client.query("select protect('deal'::regclass, 'partnership', '{truncate}')")).rejects.toThrow(
      /insert, update or delete/,
    )
  })
})

/** Each list that a column is held to, as the rules and contracts have it. */
const lists: Readonly<Record<string, readonly string[]>> = {
  "agreement.state": agreementStates,
  "agreement_draft.kind": draftKinds,
  "agreement_draft.state": draftStates,
  "agreement_signer.method": signingMethods,
  "agreement_signer.state": signerStates,
  "agreement_signing.state": signingRoundStates,
  "clause_proposal.state": clauseProposalStates,
  "approval.state": approvalStates,
  "approval_answer.decision": decisions,
  "commitment.cadence": cadences,
  "commitment.evidence_needed": evidenceNeeds,
  "commitment.measure": measures,
  "assessment.state": assessmentStates,
  "application.state": applicationStates,
  "candidate.source_kind": sourceKinds,
  "candidate.stage": candidateStages,
  "candidate_decision.outcome": outcomes,
  "conflict_entry.kind": listedKinds,
  "coverage_target.entries": entryKinds,
  "coverage_target.places": placeKinds,
  "deal.registered_to": registeredTo,
  "deal.state": dealStates,
  "deal.unclocked": unclockedReasons,
  "diligence_item.state": itemStates,
  "diligence_round.check_result": checkResults,
  "diligence_round.state": roundStates,
  "drift_case.first_side": getDrift.output.shape.past.element.shape.firstSide.options,
  "drift_case.state": getDrift.output.shape.past.element.shape.state.options,
  "drift_finding.first_side": getDrift.output.shape.past.element.shape.firstSide.options,
  "partnership_figures.drift_state": standings,
  "partnership_figures.first_side": getDrift.output.shape.past.element.shape.firstSide.options,
  "drift_scan.state": getScan.output.shape.state.options,
  "event.actor_kind": ["member", "partner-user", "system"],
  "evidence.kind": evidenceKinds,
  "file.held_as": holds,
  "file_object.check_state": checkStates,
  "import_cover.counted": countedSorts,
  "signal_source.counted": countedSorts,
  "import_run.state": runStates,
  "invitation.side": ["host", "partner"],
  "measurement.state": recordMeasurement.output.shape.state.options,
  "member.role": memberRoles,
  "notification_preference.mail": setNotificationPreference.input.shape.mail.options,
  "objective.category": objectiveCategories,
  "objective.ramp": ramps,
  "objective.reading": targetReadings,
  "occurrence.state": occurrenceStates,
  "program_evaluation.outcome": evaluationOutcomes,
  "tier_appeal.state": appealStates,
  "promise_proposal.kind": proposalKinds,
  "promise_proposal.state": proposalStates,
  "merger.kind": mergerKinds,
  "organization_mark.kind": markKinds,
  "partner_user.role": partnerRoles,
  "partnership.stage": stages,
  "partnership.type": partnershipTypes,
  "role_assignment.role": contactRoles,
  "task.dating": datings,
  "task.offset_unit": offsetUnits,
  "task.state": taskStates,
}

test("a column that is held to a list is held to that of the rules", async () => {
  const checks = await rows<{ held: string; definition: string }>(`
    select conrelid::regclass || '.' || a.attname as held, pg_get_constraintdef(c.oid) as definition
    from pg_constraint c join pg_attribute a on a.attrelid = c.conrelid and a.attnum = c.conkey[1]
    where c.contype = 'c' and cardinality(c.conkey) = 1 and c.connamespace = 'public'::regnamespace and pg_get_constraintdef(c.oid) ~ '= ANY \\(ARRAY'`)
  const found = checks.map(({ held, definition }) => [
    held,
    [...definition.matchAll(/'([^']*)'::text/g)].map(([, value = ""]) => value).toSorted(),
  ])
  const expected = Object.entries(lists).map(([held, list]) => [held, [...list].toSorted()])
  expect(Object.fromEntries(found)).toEqual(Object.fromEntries(expected))
})

describe("what row-level security lets a company write", () => {
  const [workspace, lead, second, stranger, partnership, elsewhere] = Array.from({ length: 6 }, newId)
  const asCompany = async (query: string, values: readonly unknown[]) => {
    await client.query("begin")
    const settings = {
      workspace_id: workspace,
      side: "partner",
      user_id: "u",
      party_id: second,
      partnerships: partnership,
    }
    for (const [name, value] of Object.entries(settings)) await client.query(`set local app.${name} = '${value}'`)
    await client.query("set local role keelson_app")
    try {
      return (await client.query(query, [...values])).rowCount
    } finally {
      await client.query("rollback")
    }
  }
  const note = (partnershipId: unknown, privateTo: unknown) =>
    asCompany(
      `insert into note (workspace_id, id, partnership_id, private_to, body, author_id, author_name, created_at)
        values ($1, $2, $3, $4, 'n', 'u', 'U', now())`,
      [workspace, newId(), partnershipId, privateTo],
    )

  test("in its own partnership, shared or to itself, and nowhere and to nobody else", async () => {
    await client.query("insert into workspace (id, slug, name, created_at) values ($1, 'writes', 'W', now())", [
      workspace,
    ])
    for (const id of [lead, second, stranger])
      await client.query(
        "insert into organization (workspace_id, id, name, created_at, updated_at) values ($1, $2, 'O', now(), now())",
        [workspace, id],
      )
    for (const [id, company] of [
      [partnership, lead],
      [elsewhere, stranger],
    ])
      await client.query(
        "insert into partnership (workspace_id, id, organization_id, name, type, currency, created_at, updated_at) values ($1, $2, $3, 'P', 'consortium', 'EUR', now(), now())",
        [workspace, id, company],
      )
    expect(await note(partnership, null)).toBe(1)
    expect(await note(partnership, second)).toBe(1)
    for (const [where, to] of [
      [partnership, lead],
      [partnership, workspace],
      [elsewhere, null],
      [elsewhere, second],
    ])
      await expect(note(where, to)).rejects.toThrow(/row-level security/)
  })

  test("nor may it make its own row another's, or read and change what another keeps", async () => {
    for (const [who, to] of [
      ["first", lead],
      ["host", workspace],
      ["own", second],
    ])
      await client.query(
        `insert into note (workspace_id, id, partnership_id, private_to, body, author_id, author_name, created_at)
          values ($1, $2, $3, $4, $5, 'u', 'U', now())`,
        [workspace, newId(), partnership, to, who],
      )
    const own = "where workspace_id = $1"
    expect(await asCompany(`select from note ${own}`, [workspace])).toBe(1)
    // Partners write notes and do not change them; where they do, then their own.
    await expect(asCompany(`update note set body = 'x' ${own}`, [workspace])).rejects.toThrow(/row-level security/)
    expect(await asCompany(`delete from note ${own}`, [workspace])).toBe(0)
    await client.query("select protect('note', 'partnership with privacy', '{insert,update,delete}')")
    expect(await asCompany(`update note set body = 'x' ${own}`, [workspace])).toBe(1)
    expect(await asCompany(`delete from note ${own}`, [workspace])).toBe(1)
    await expect(asCompany(`update note set private_to = $2 ${own}`, [workspace, lead])).rejects.toThrow(
      /row-level security/,
    )
  })
})
