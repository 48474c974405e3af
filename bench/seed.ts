import pg from "pg"
import { withoutIndexes } from "./without-indexes.ts"

/** How much to fill in. `share` is the part of it that the workspace under test gets; the rest is spread over three others. */
export type Sizes = Readonly<{ partnerships: number; activities: number; events: number; share?: number }>

/** What docs/benchmarks.md promises to measure on. */
export const fullSize: Sizes = { partnerships: 100_000, activities: 1_000_000, events: 2_000_000 }

const others = 3
const filled = ["organization", "partnership", "agreement", "commitment", "occurrence", "activity", "event"]

/** Fills the database beside whatever is in it, by one INSERT ... SELECT per table, and brings its statistics up to date. */
export const seed = async (ownerUrl: string, workspaceId: string, sizes: Sizes): Promise<void> => {
  const client = new pg.Client({ connectionString: ownerUrl })
  await client.connect()
  try {
    // The rows are consistent by construction: foreign keys need not be checked one by one.
    await client.query("set session_replication_role = replica")
    const share = sizes.share ?? 0.7
    await withoutIndexes(client, filled, async () => {
      await seedWorkspace(client, workspaceId, part(sizes, share))
      for (let other = 0; other < others; other++) {
        const made = await client.query<{ id: string }>(
          "insert into workspace (id, slug, name, created_at) values (uuidv7(), $1, $1, now()) returning id",
          [`other-${other}`],
        )
        await seedWorkspace(client, made.rows[0]?.id ?? "", part(sizes, (1 - share) / others))
      }
    })
    await client.query("vacuum analyze")
  } finally {
    await client.end()
  }
}

const part = (sizes: Sizes, share: number): Sizes => ({
  partnerships: Math.round(sizes.partnerships * share),
  activities: Math.round(sizes.activities * share),
  events: Math.round(sizes.events * share),
})

const seedWorkspace = async (client: pg.Client, workspaceId: string, sizes: Sizes): Promise<void> => {
  await client.query("drop table if exists seeded")
  await client.query(
    `create temp table seeded as
      select n, uuidv7() as organization_id, uuidv7() as id, ${nameOf("n")} as name from generate_series(1, $1::int) n`,
    [sizes.partnerships],
  )
  await client.query("create unique index on seeded (n)")
  for (const statement of statements) await client.query(statement, [workspaceId])
  await client.query(activities, [workspaceId, sizes.activities, sizes.partnerships])
  await client.query(events, [workspaceId, sizes.events, sizes.partnerships])
}

const syllables =
  "{nor,wal,ber,tek,lum,sol,vex,dyn,kra,mei,ost,rin,fal,gon,hal,jor,kel,lan,mor,nex,pal,qui,ros,sta,tor,ulm,ver,win,xan,zel}"

/** Company names that differ as real ones do: 27,000 stems and eight endings. */
const nameOf = (n: string): string => {
  const syllable = (step: number) => `('${syllables}'::text[])[1 + (${n} / ${step}) % 30]`
  return `initcap(${syllable(1)} || ${syllable(30)} || ${syllable(900)}) || ' ' ||
    ('{GmbH,Systems,Software,Partners,Cloud,Consulting,AG,Networks}'::text[])[1 + (${n} * 7) % 8]`
}

const statements = [
  `insert into organization (workspace_id, id, name, created_at, updated_at, domains, country)
    select $1, organization_id, name, now(), now(), array[lower(split_part(name, ' ', 1)) || n || '.example'], 'DE' from seeded`,
  `insert into partnership (workspace_id, id, organization_id, name, type, stage, region, currency, started_on, created_at, updated_at)
    select $1, id, organization_id, name, ('{reseller,msp,integrator,referral,isv}'::text[])[1 + n % 5], 'active', 'EMEA', 'EUR',
      date '2023-01-01' + n % 1000, now(), now() - n * interval '1 second' from seeded`,
  `insert into agreement (workspace_id, id, partnership_id, title, signed_on, starts_on, ends_on, notice_days, notice_on, created_at, updated_at, currency)
    select $1, uuidv7(), id, 'Partner agreement', '2024-01-01', '2024-01-01', date '2026-12-01' + n % 700, 90,
      date '2026-12-01' + n % 700 - 90, now(), now(), 'EUR' from seeded`,
  `insert into commitment (workspace_id, id, partnership_id, party_id, title, measure, cadence, starts_on, created_at)
    select $1, id, id, (array[$1::uuid, organization_id])[1 + n % 2], 'Joint pipeline review', 'per_cadence', 'monthly', '2026-01-01', now() from seeded`,
  `insert into occurrence (workspace_id, id, commitment_id, partnership_id, party_id, due_on, first_due_on, state)
    select $1, uuidv7(), id, id, (array[$1::uuid, organization_id])[1 + n % 2], due, due,
      (array['kept','kept','kept_late','missed','upcoming','upcoming'])[month] from seeded,
      lateral (select month, (date '2026-06-15' + month * interval '1 month')::date as due from generate_series(1, 6) month) dates`,
]

const kinds = "('{meeting,call,email,training,deal_review}'::text[])"

const activities = `
  insert into activity (workspace_id, id, partnership_id, kind, occurred_at, recorded_at, person, summary, effort_minutes)
    select $1, uuidv7(), s.id, ${kinds}[1 + i % 5], at, at, 'Person ' || i % 1000, 'Talked about the pipeline', 15 + i % 60
      from generate_series(1, $2::int) i
      cross join lateral (select timestamptz '2026-11-20' - (i::bigint * 7919 % 94348800) * interval '1 second' as at) times
      join seeded s on s.n = 1 + i % $3::int`

const events = `
  insert into event (workspace_id, id, kind, subject_type, subject_id, partnership_id, party_id, actor_kind, source, occurred_at, recorded_at, payload)
    select $1, uuidv7(), 'activity.recorded', 'activity', s.id, s.id, $1, 'system', 'import', at, at, '{"kind": "meeting"}'
      from generate_series(1, $2::int) i
      cross join lateral (select timestamptz '2026-11-20' - (i::bigint * 7919 % 94348800) * interval '1 second' as at) times
      join seeded s on s.n = 1 + i % $3::int`
