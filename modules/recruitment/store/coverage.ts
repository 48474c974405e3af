import type { Id } from "#core/ids"
import { areaOfCountry } from "#core/worldAreas"
import { byReading, sql } from "#platform/database"
import { tableOf } from "#platform/table"
import type { WorkspaceTx } from "#platform/tx"
import {
  type CoverageStanding,
  coverageStandings,
  type EntryKind,
  entryKinds,
  mostWords,
  type PlaceKind,
  placeKinds,
  standingOfPartnership,
  standingsOfCandidates,
} from "../rules.ts"

export const coverageTargets = tableOf<{ places: PlaceKind; entries: EntryKind }>()(
  "coverageTarget",
  ["id", "places", "place", "entries", "entry", "wanted", "setBy", "setAt"],
  { made: ["setAt"], saved: ["setAt"] },
)

/** What the rows and the columns are. */
export type Axes = Readonly<{ places: PlaceKind; entries: EntryKind }>
type Spot = Axes & Readonly<{ place: string; entry: string }>

type Piece = ReturnType<typeof sql>

/** A word as it is compared: in whatever capitals. */
const keyOf = (word: Piece) => sql`lower(${word} collate "und-x-icu")`

export const targetAt = async (tx: WorkspaceTx, { places, place, entries, entry }: Spot) =>
  coverageTargets
    .rows(tx)
    .where("places", "=", places)
    .where("entries", "=", entries)
    .where(
      sql<boolean>`${keyOf(sql`place`)} = ${keyOf(sql`${place}::text`)} and ${keyOf(sql`entry`)} = ${keyOf(sql`${entry}::text`)}`,
    )
    .forUpdate()
    .executeTakeFirst()

/** How many different places and entries the targets of a map name, with those of one more. */
export const targetWords = async ({ db, actor }: WorkspaceTx, { places, place, entries, entry }: Spot) => {
  const { rows } = await sql<{ places: number; entries: number }>`
    select count(distinct place)::int as places, count(distinct entry)::int as entries from (
      select ${keyOf(sql`place`)} as place, ${keyOf(sql`entry`)} as entry from coverage_target
        where workspace_id = ${actor.workspaceId} and places = ${places} and entries = ${entries}
      union all select ${keyOf(sql`${place}::text`)}, ${keyOf(sql`${entry}::text`)}) named`.execute(db)
  return rows[0] ?? { places: 1, entries: 1 }
}

type TargetKey = Readonly<{ place: string; entry: string; placeKey: string; entryKey: string; wanted: number }>

/** The targets of one map, with what their words are compared by. */
export const targetsOn = async (
  { db, actor }: WorkspaceTx,
  { places, entries }: Axes,
): Promise<readonly TargetKey[]> => {
  const { rows } = await sql<TargetKey>`
    select place, entry, ${keyOf(sql`place`)} as place_key, ${keyOf(sql`entry`)} as entry_key, wanted from coverage_target
    where workspace_id = ${actor.workspaceId} and places = ${places} and entries = ${entries} order by id`.execute(db)
  return rows
}

const rankOf = (standing: CoverageStanding | null) => (standing === null ? 99 : coverageStandings.indexOf(standing))

const rankIn = (column: Piece, standings: readonly (readonly [string, CoverageStanding | null])[]) =>
  sql`case ${column} ${sql.join(
    standings.map(([stage, standing]) => sql`when ${sql.lit(stage)} then ${sql.lit(rankOf(standing))}`),
    sql` `,
  )} end`

/** Where each company that counts stands. A company is here once. */
const standingCompanies = ({ actor: { workspaceId } }: WorkspaceTx) => {
  const ofPartnership = rankIn(sql`p.stage`, Object.entries(standingOfPartnership))
  return sql`select organization_id, min(rank) as rank from (
      select p.organization_id, ${ofPartnership} as rank from partnership p where p.workspace_id = ${workspaceId}
      union all
      select t.organization_id, ${ofPartnership} from partnership_party t
        join partnership p on p.workspace_id = ${workspaceId} and p.id = t.partnership_id
        where t.workspace_id = ${workspaceId} and t.left_on is null
      union all
      select c.organization_id, ${rankIn(sql`c.stage`, standingsOfCandidates)} from candidate c
        where c.workspace_id = ${workspaceId} and c.partnership_id is null) stands
    where rank < 99 group by organization_id`
}

const areas = JSON.stringify(Object.fromEntries(areaOfCountry))

type Kind = PlaceKind | EntryKind

/** The companies that count, each once. */
const known = (tx: WorkspaceTx) => sql`
  known as materialized (
    select o.id, o.name, o.country, s.rank, o.regions, o.industries, o.capabilities
    from (${standingCompanies(tx)}) s join organization o on o.workspace_id = ${tx.actor.workspaceId} and o.id = s.organization_id)`

/** Every word of a kind that a company bears, as it is written. */
const said = ({ actor: { workspaceId } }: WorkspaceTx, kind: Kind, of: Piece) =>
  ({
    area: sql`select k.id, k.rank, a.area as word from ${of} k join jsonb_each_text(${areas}::jsonb) a(country, area) on a.country = k.country`,
    // Its own regions, or, where it has none, those its partnerships are for.
    region: sql`select k.id, k.rank, u.word from ${of} k cross join unnest(k.regions) u(word)
      union all select k.id, k.rank, p.region from partnership p join ${of} k on k.id = p.organization_id
        where p.workspace_id = ${workspaceId} and p.region is not null and p.stage not in ('ended', 'declined') and k.regions = '{}'`,
    industry: sql`select k.id, k.rank, u.word from ${of} k cross join unnest(k.industries) u(word)`,
    capability: sql`select k.id, k.rank, u.word from ${of} k cross join unnest(k.capabilities) u(word)`,
  })[kind]

/**
 * Which words of a kind companies bear: a table `<kind>_words` of every way a word is written and what it is compared by, and `<kind>_of`
 * of company and word. Written once and joined, because making each company's own list of words takes ten times as long.
 */
const borne = (tx: WorkspaceTx, kind: Kind) => {
  const [saidOf, words, of] = [sql.ref(`${kind}_said`), sql.ref(`${kind}_words`), sql.ref(`${kind}_of`)]
  return sql`
  ${saidOf} as materialized (${said(tx, kind, sql`known`)}),
  ${words} as materialized (
    select word, btrim(word) as written, ${keyOf(sql`btrim(word)`)} as key, count(*) as times
    from ${saidOf} where btrim(word) <> '' group by word),
  ${of} as materialized (select distinct s.id, s.rank, w.key from ${saidOf} s join ${words} w on w.word = s.word)`
}

type Word = Readonly<{ key: string; label: string; companies: number }>
type Words = Readonly<{ shown: readonly Word[]; all: number }>
type Counted = Readonly<{ place: string | null; entry: string | null; rank: number; companies: number }>
type Totals = Readonly<{ rank: number; companies: number; noPlace: number; noEntry: number; either: number }>
export type CoverageCounts = Readonly<{
  places: Words
  entries: Words
  totals: readonly Totals[]
  cells: readonly Counted[]
  countries: readonly Readonly<{ country: string; rank: number; companies: number }>[]
}>

/** Each word with how it is mostly written and how many companies bear it. */
const counted = (kind: Kind) => sql`
  select o.key, (select w.written from ${sql.ref(`${kind}_words`)} w where w.key = o.key order by w.times desc, w.written limit 1) as label,
    count(*)::int as companies
  from ${sql.ref(`${kind}_of`)} o group by o.key`

/** A map shows the words that targets name, then those that most companies bear. */
const shown = (rows: string, wanted: readonly string[]) => sql`
  select key, label, companies from ${sql.ref(rows)}
  order by key = any(${wanted}::text[]) desc, companies desc, key limit ${mostWords}`

const listed = (rows: Piece) => sql`(select coalesce(jsonb_agg(listed), '[]') from (${rows}) listed)`
const wordsIn = (all: string, some: string) =>
  sql`jsonb_build_object('shown', ${listed(sql`select * from ${sql.ref(some)}`)}, 'all', (select count(*) from ${sql.ref(all)}))`

/** All that the map counts, in one statement that reads each company once; `wanted` are the words that targets name, as they are compared. */
export const coverageCounts = async (
  tx: WorkspaceTx,
  { places, entries }: Axes,
  wanted: Readonly<{ places: readonly string[]; entries: readonly string[] }>,
): Promise<CoverageCounts> => {
  const { rows } = await sql<CoverageCounts>`
    with ${known(tx)}, ${borne(tx, places)}, ${borne(tx, entries)},
      all_places as materialized (${counted(places)}), some_places as materialized (${shown("all_places", wanted.places)}),
      all_entries as materialized (${counted(entries)}), some_entries as materialized (${shown("all_entries", wanted.entries)}),
      placed as materialized (select k.id, k.rank, k.country, p.id is null as "noPlace", e.id is null as "noEntry" from known k
        left join (select distinct id from ${sql.ref(`${places}_of`)}) p on p.id = k.id
        left join (select distinct id from ${sql.ref(`${entries}_of`)}) e on e.id = k.id)
    select ${wordsIn("all_places", "some_places")} as places, ${wordsIn("all_entries", "some_entries")} as entries,
      ${listed(sql`select rank, count(*) as companies, count(*) filter (where "noPlace") as "noPlace",
        count(*) filter (where "noEntry") as "noEntry", count(*) filter (where "noPlace" or "noEntry") as either
        from placed group by rank`)} as totals,
      ${listed(sql`select country, rank, count(*) as companies from placed where country is not null group by country, rank`)} as countries,
      ${listed(sql`select p.key as place, e.key as entry, k.rank, count(*) as companies from placed k
        left join ${sql.ref(`${places}_of`)} p on p.id = k.id left join ${sql.ref(`${entries}_of`)} e on e.id = k.id
        where (p.key is null or p.key in (select key from some_places)) and (e.key is null or e.key in (select key from some_entries))
        group by p.key, e.key, k.rank`)} as cells`.execute(tx.db)
  const [counts] = rows
  if (!counts) throw new Error("a count has one row")
  return counts
}

/** Which companies a cell counts; `unknown` asks for those of which the place, the entry, either or both are not known. */
export type CellAsked = Axes &
  Readonly<{
    place?: string | undefined
    entry?: string | undefined
    unknown?: "place" | "entry" | "either" | "both" | undefined
  }>
export type Covering = Readonly<{
  id: Id
  name: string
  country: string | null
  rank: number
  noPlace: boolean
  noEntry: boolean
  candidateId: Id | null
}>

export const companiesIn = async (
  tx: WorkspaceTx,
  { place, entry, unknown, places, entries }: CellAsked,
  most: number,
): Promise<readonly Covering[]> => {
  const [isPlace, isEntry] = [sql`coalesce(bool_or(place), false)`, sql`coalesce(bool_or(entry), false)`]
  const unknownIn = {
    ...{ place: sql`not ${isPlace}`, entry: sql`not ${isEntry}` },
    ...{ either: sql`not (${isPlace} and ${isEntry})`, both: sql`not (${isPlace} or ${isEntry})` },
  }
  /** Whether a company bears this word, or, where none is asked for, any of the kind. */
  const bearing = (word?: string) => (word === undefined ? sql`true` : sql`key = ${keyOf(sql`${word}::text`)}`)
  const asked = [
    ...(place === undefined ? [] : [isPlace]),
    ...(entry === undefined ? [] : [isEntry]),
    ...(unknown === undefined ? [] : [unknownIn[unknown]]),
  ]
  // Put together and grouped instead of joined: how many rows these tables have is nothing a planner can know, and it would look through one for each row of another.
  const { rows } = await sql<Covering>`
    with ${known(tx)}, ${borne(tx, places)}, ${borne(tx, entries)},
      found as (select * from (select id, max(name) as name, max(country) as country, max(rank) as rank, not ${isPlace} as no_place, not ${isEntry} as no_entry
        from (select id, name, country, rank, null::boolean as place, null::boolean as entry from known
          union all select id, null, null, null, ${bearing(place)}, null from ${sql.ref(`${places}_of`)}
          union all select id, null, null, null, null, ${bearing(entry)} from ${sql.ref(`${entries}_of`)}) told
        group by id having ${asked.length === 0 ? sql`true` : sql.join(asked, sql` and `)}
        ) grouped order by rank, ${byReading("name")}, id limit ${most})
    select f.*, (select min(c.id::text)::uuid from candidate c where c.workspace_id = ${tx.actor.workspaceId} and c.organization_id = f.id
        and c.partnership_id is null and c.stage <> 'declined') as candidate_id
    from found f order by f.rank, ${byReading("f.name")}, f.id`.execute(tx.db)
  return rows
}

type Added = Axes &
  Readonly<{ place: string; entry: string; wanted: number; partner: number; coming: number; undecided: number }>

/** The targets that a company's places and entries meet; nothing is counted yet. */
export const targetsMetBy = async (tx: WorkspaceTx, organizationId: Id): Promise<readonly Id[]> => {
  const { workspaceId } = tx.actor
  const own = (kind: Kind) => sql`select ${sql.lit(kind)} as kind, ${keyOf(sql`btrim(word)`)} as key
    from (${said(tx, kind, sql`own`)}) ${sql.ref(`${kind}_said`)}`
  const { rows } = await sql<Readonly<{ id: Id }>>`
    with own as (select id, 0 as rank, country, regions, industries, capabilities from organization where workspace_id = ${workspaceId} and id = ${organizationId}),
      words as (${sql.join([...placeKinds, ...entryKinds].map(own), sql` union all `)})
    select t.id from coverage_target t where t.workspace_id = ${workspaceId}
      and exists (select from words w where w.kind = t.places and w.key = ${keyOf(sql`t.place`)})
      and exists (select from words w where w.kind = t.entries and w.key = ${keyOf(sql`t.entry`)})
    order by t.id`.execute(tx.db)
  return rows.map(({ id }) => id)
}

/** What is there already for these targets: each company is read once, for all of them. */
export const coverageOf = async (tx: WorkspaceTx, targets: readonly Id[]): Promise<readonly Added[]> => {
  const at = (standing: CoverageStanding) => sql`(count(*) filter (where c.rank = ${sql.lit(rankOf(standing))}))::int`
  const met = (kind: Kind, of: "place" | "entry") => sql`
    select w.id, b.id as company, b.rank, ${of === "place" ? sql`true as place, null::boolean as entry` : sql`null::boolean as place, true as entry`}
    from wanted w join ${sql.ref(`${kind}_of`)} b on b.key = w.${sql.ref(`${of}_key`)}
    where w.${of === "place" ? sql`places` : sql`entries`} = ${sql.lit(kind)}`
  const { rows } = await sql<Added>`
    with ${known(tx)}, ${borne(tx, "area")}, ${borne(tx, "region")}, ${borne(tx, "industry")}, ${borne(tx, "capability")},
      wanted as materialized (select id, places, place, entries, entry, wanted, ${keyOf(sql`place`)} as place_key, ${keyOf(sql`entry`)} as entry_key
        from coverage_target where workspace_id = ${tx.actor.workspaceId} and id = any(${[...targets]}::uuid[])),
      counted as (select id, company, max(rank) as rank from (${met("area", "place")} union all ${met("region", "place")}
        union all ${met("industry", "entry")} union all ${met("capability", "entry")}) met
        group by id, company having bool_or(place) and bool_or(entry))
    select w.places, w.place, w.entries, w.entry, w.wanted, ${at("partner")} as partner, ${at("coming")} as coming, ${at("undecided")} as undecided
    from wanted w left join counted c on c.id = w.id
    group by w.id, w.places, w.place, w.entries, w.entry, w.wanted order by w.id`.execute(tx.db)
  return rows
}

/** What of a company's record says where it belongs. */
export const factsOf = async ({ db, actor }: WorkspaceTx, organizationId: Id) =>
  db
    .selectFrom("organization")
    .select(["country", "regions", "industries", "capabilities"])
    .where("workspaceId", "=", actor.workspaceId)
    .where("id", "=", organizationId)
    .executeTakeFirstOrThrow()

/** Whether a company is a partner under agreement, by itself or in a consortium. */
export const isPartnerNow = async (tx: WorkspaceTx, organizationId: Id): Promise<boolean> => {
  const { rows } = await sql<{ rank: number }>`
    select rank from (${standingCompanies(tx)}) s where organization_id = ${organizationId}`.execute(tx.db)
  return rows[0]?.rank === rankOf("partner")
}

/** How many targets are set. */
export const targetCount = async ({ db, actor }: WorkspaceTx): Promise<number> => {
  const { rows } = await sql<{ count: number }>`
    select count(*)::int as count from coverage_target where workspace_id = ${actor.workspaceId}`.execute(db)
  return rows[0]?.count ?? 0
}
