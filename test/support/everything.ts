import { writeFileSync } from "node:fs"
import { join } from "node:path"
import pg from "pg"
import { newId } from "#platform/ids"
import type { TestKeelson, TestWorkspace } from "./keelson.ts"

/** Ids of one row of every kind, by the name of the path parameter that stands for it. */
export type Everything = Readonly<Record<string, string>>

/** Path parameters that name an entry of a closed list, not a row. */
export const listed: Everything = { type: "reseller", kind: "partners" }

/**
 * One row of everything in a workspace, for tests that go through every endpoint: `own` belongs to the partnership
 * whose partner user asks, each row is shared unless the table keeps it private to the host.
 */
export const recordEverything = async (keelson: TestKeelson, { system }: TestWorkspace): Promise<Everything> => {
  const client = new pg.Client({ connectionString: keelson.ownerUrl })
  await client.connect()
  const insert = async (table: string, row: Readonly<Record<string, unknown>>): Promise<string> => {
    const id = newId()
    const values = { workspace_id: system.workspaceId, id, ...row }
    const columns = Object.keys(values)
    const marks = columns.map((_, index) => `$${index + 1}`)
    await client.query(
      `insert into ${table} (${columns.join(", ")}) values (${marks.join(", ")})`,
      Object.values(values),
    )
    return id
  }
  const member =
    (
      await client.query<{ id: string }>("select id from member where workspace_id = $1 and role = 'viewer'", [
        system.workspaceId,
      ])
    ).rows[0]?.id ?? ""
  const organization = await insert("organization", { name: "Everything Ltd", domains: ["everything.example"] })
  const partnership = await insert("partnership", {
    organization_id: organization,
    name: "Everything Ltd",
    type: "reseller",
    currency: "EUR",
    started_on: "2025-01-01",
  })
  const own = { partnership_id: partnership }
  const contact = await insert("contact", {
    organization_id: organization,
    name: "Kim Partner",
    email: "kim@everything.example",
  })
  const agreement = await insert("agreement", {
    ...own,
    title: "Frame agreement",
    starts_on: "2025-01-01",
    ends_on: "2027-01-01",
    currency: "EUR",
  })
  const commitment = await insert("commitment", {
    ...own,
    agreement_id: agreement,
    party_id: organization,
    title: "Report pipeline",
    measure: "per_cadence",
    cadence: "monthly",
    starts_on: "2025-01-01",
  })
  const occurrence = await insert("occurrence", {
    commitment_id: commitment,
    ...own,
    party_id: organization,
    due_on: "2026-11-20",
    first_due_on: "2026-11-20",
    state: "due",
  })
  writeFileSync(join(keelson.platform.config.folder, "partners.csv"), "partner,type\nNew Ltd,reseller\n")
  const run = {
    kind: "partners",
    file_name: "partners.csv",
    file_hash: newId(),
    file_path: join(keelson.platform.config.folder, "partners.csv"),
  }
  const ids: Everything = {
    member,
    partnerUser: await insert("partner_user", {
      user_id: newId(),
      name: "Pat Partner",
      email: "pat@everything.example",
      organization_id: organization,
      role: "seller",
    }),
    organization,
    partnership,
    contact,
    agreement,
    commitment,
    occurrence,
    objective: await insert("objective", {
      ...own,
      agreement_id: agreement,
      category: "revenue",
      metric: "revenue",
      title: "Revenue",
      target: 100,
      unit: "EUR",
      starts_on: "2025-01-01",
      ends_on: "2026-01-01",
    }),
    evidence: await insert("evidence", {
      ...own,
      occurrence_id: occurrence,
      kind: "note",
      note: "sent",
      party_id: organization,
    }),
    activity: await insert("activity", { ...own, kind: "meeting", occurred_at: "2026-01-01" }),
    measurement: await insert("measurement", {
      ...own,
      signal: "revenue",
      period_start: "2026-01-05",
      value: 5,
    }),
    deal: await insert("deal", {
      ...own,
      name: "A deal",
      party_id: organization,
      state: "submitted",
      registered_at: "2026-01-01",
    }),
    note: await insert("note", {
      ...own,
      private_to: system.workspaceId,
      body: "private",
      author_id: "x",
      author_name: "X",
    }),
    assignment: await insert("role_assignment", {
      ...own,
      contact_id: contact,
      role: "champion",
      party_id: organization,
      from_on: "2025-01-01",
    }),
    invitation: await insert("invitation", {
      email: "invited@everything.example",
      side: "host",
      role: "viewer",
      token_hash: newId(),
      expires_at: "2099-01-01",
    }),
    import: await insert("import_run", { ...run, state: "uploaded" }),
    case: await insert("drift_case", {
      ...own,
      state: "open",
      onset_on: "2026-03-02",
      onset_low: "2026-02-02",
      onset_high: "2026-04-06",
      detected_on: "2026-04-13",
      probability: 0.97,
      first_side: "host",
      finding: "{}",
    }),
    scan: await insert("drift_scan", { state: "finished", as_of: "2026-06-01" }),
    notification: await insert("notification", { user_id: "nobody", kind: "commitment.missed", dedupe_key: newId() }),
    view: await insert("saved_view", { user_id: "nobody", place: "portfolio", name: "Mine", search: "{}" }),
  }
  await client.end()
  return { ...ids, ...listed }
}

/** A fingerprint of every row of every tenant table: equal before and after means that nothing changed. */
export const fingerprint = async (ownerUrl: string): Promise<Readonly<Record<string, string>>> => {
  const client = new pg.Client({ connectionString: ownerUrl })
  await client.connect()
  const tables = await client.query<{ name: string }>(
    "select relname as name from pg_class where relkind = 'r' and relnamespace = 'public'::regnamespace order by 1",
  )
  const prints: Record<string, string> = {}
  for (const { name } of tables.rows) {
    const { rows } = await client.query<{ print: string }>(
      `select count(*) || ':' || coalesce(sum(hashtextextended(t::text, 0)), 0) as print from ${name} t`,
    )
    prints[name] = rows[0]?.print ?? ""
  }
  await client.end()
  return prints
}
