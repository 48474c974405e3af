import type { Id } from "#core/ids"
import type { PlainDate } from "#core/time"
import type { NextEnd } from "#modules/agreements"
import type { PromiseCounts } from "#modules/commitments"
import type { DriftStanding } from "#modules/drift"
import { byReading, sql } from "#platform/database"
import type { PartnershipType, Stage } from "#rules/partnerships"

type Sql = ReturnType<typeof sql>

/** What a line says whoever reads it: the record, its tags and its figures. Names of others, money and judgements are put beside it when it is read. */
export type LineSaid = Readonly<{
  id: Id
  name: string
  organizationId: Id
  type: PartnershipType
  stage: Stage
  region: string | null
  tier: string | null
  program: string | null
  currency: string
  startedOn: PlainDate | null
  endedOn: PlainDate | null
  /** The host's own: nobody else reads any. */
  tags: string[]
  older: { host: number; partner: number }
  nextDueOn: PlainDate | null
  drift: DriftStanding
  onsetBand: { low: PlainDate; high: PlainDate } | null
  nextEnd: NextEnd | null
  lastActivityAt: string | null
  lastContactAt: string | null
  updatedAt: string
  version: number
}> &
  PromiseCounts

export const said = (line: string): LineSaid => JSON.parse(`{${line}}`) as LineSaid

/** What a line's names are read from, beside the partnership `p`; `of` is a column of its figures. */
export const joinedToLine = (workspaceId: Id, of: (column: string) => Sql) =>
  sql`left join agreement a on a.workspace_id = ${workspaceId} and a.id = ${of("agreementId")}`

/**
 * The line as it is answered, without its braces, from the partnership `p`, its figures and the agreement `a`. The one place that says
 * what a line is made of: what is stored, what is read from the facts and what a page of one partnership shows are this.
 */
export const lineOf = (workspaceId: Id, of: (column: string) => Sql) => {
  const own = (name: string) => sql`p.${sql.ref(name)}`
  const sides = (fields: (side: "Host" | "Partner") => Sql) =>
    object({ host: fields("Host"), partner: fields("Partner") })
  const line = object({
    ...fieldsOf(["id", "name", "organizationId", "type", "stage", "region", "tier", "program", "currency"], own),
    ...fieldsOf(["startedOn", "endedOn"], own),
    tags: sql`array(select t.tag from partnership_tag t
      where t.workspace_id = ${workspaceId} and t.partnership_id = p.id order by ${byReading("t.tag")})`,
    kept: sides((side) => object({ kept: of(`kept${side}`), due: of(`due${side}`) })),
    promises: sides((side) => object({ open: of(`open${side}`), overdue: of(`overdue${side}`) })),
    older: sides((side) => of(`older${side}`)),
    nextDueOn: of("nextDueOn"),
    drift: object({
      state: of("driftState"),
      ...fieldsOf(["silentSince", "onsetOn", "changedSince", "firstSide"], of),
      probability: of("driftProbability"),
      caseId: of("driftCaseId"),
    }),
    onsetBand: sql`case when ${of("onsetLow")} is not null and ${of("onsetHigh")} is not null
      then ${object({ low: of("onsetLow"), high: of("onsetHigh") })} end`,
    nextEnd: sql`case when ${of("agreementId")} is not null and ${of("endsOn")} is not null then ${object({
      agreementId: of("agreementId"),
      title: sql`coalesce(a.title, '')`,
      ...fieldsOf(["endsOn", "noticeOn"], of),
      autoRenews: sql`coalesce(a.auto_renews, false)`,
    })} end`,
    lastActivityAt: instant(of("lastActivityAt")),
    lastContactAt: instant(of("lastContactAt")),
    updatedAt: instant(own("updatedAt")),
    version: own("version"),
  })
  return sql<string>`left(right(${line}::text, -1), -1)`
}

const fieldsOf = (names: readonly string[], of: (name: string) => Sql) =>
  Object.fromEntries(names.map((name) => [name, of(name)]))

/** JSON without spaces, which `json_build_object` writes. */
const object = (fields: Readonly<Record<string, Sql>>) =>
  sql`(select row_to_json(o) from (select ${sql.join(
    Object.entries(fields).map(([name, value]) => sql`${value} as ${sql.raw(`"${name}"`)}`),
  )}) o)`

/** As answers write moments. */
const instant = (moment: Sql) => sql`to_char(${moment} at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"')`
