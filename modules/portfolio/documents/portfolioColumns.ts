import type { Desk } from "#modules/documents"
import type { Cell, Column, Value } from "#platform/documents/paper"
import { type PortfolioColumn, portfolioColumns } from "../rules.ts"
import type { Line } from "./portfolioRows.ts"
import { healthTones } from "./tones.ts"

/** One column of a document, and what a line has there. */
type Shown<T> = Column & Readonly<{ of(line: Line): T }>

const wanted = (asked: readonly PortfolioColumn[] | undefined): readonly PortfolioColumn[] =>
  asked === undefined || asked.length === 0
    ? portfolioColumns
    : portfolioColumns.filter((key) => key === "name" || asked.includes(key))

/** The page's columns as paper shows them. */
export const paperColumns = (
  { say, format }: Desk,
  asked: readonly PortfolioColumn[] | undefined,
): readonly Shown<Cell>[] => {
  const title = (key: PortfolioColumn) => say(`portfolio:column.${key}`)
  const kept = (side: "host" | "partner", name: string): Shown<Cell> => ({
    key: `kept_${side}`,
    title: name,
    kind: "text",
    wide: 1,
    of: ({ kept: { [side]: rate } }) => (rate.due === 0 ? null : say("marks:kept.of", rate)),
  })
  const columns: Readonly<Record<PortfolioColumn, readonly Shown<Cell>[]>> = {
    name: [{ key: "name", title: title("name"), kind: "text", wide: 2, of: ({ name }) => name }],
    drift: [
      {
        key: "drift",
        title: title("drift"),
        kind: "text",
        wide: 1.1,
        of: ({ drift }) => ({ text: say(`marks:health.${drift.state}`), tone: healthTones[drift.state] }),
      },
    ],
    onset: [
      {
        key: "onset",
        title: title("onset"),
        kind: "text",
        wide: 1.2,
        of: ({ drift }) =>
          drift.onsetOn ? format.date(drift.onsetOn) : drift.changedSince ? say("marks:onset.notYet") : null,
      },
    ],
    weeks: [
      {
        key: "weeks",
        title: title("weeks"),
        kind: "text",
        wide: 1.6,
        of: ({ health = [] }) => {
          const latest = health.findLast((share) => share !== null)
          return latest === undefined || latest === null
            ? null
            : { strip: health, label: say("portfolio:strip.label", { count: health.length, share: `${latest} %` }) }
        },
      },
    ],
    keptHost: [kept("host", title("keptHost"))],
    keptPartner: [kept("partner", title("keptPartner"))],
    value: [{ key: "value", title: title("value"), kind: "money", wide: 1.2, of: ({ revenue }) => revenue }],
    type: [{ key: "type", title: title("type"), kind: "text", wide: 1.2, of: ({ type }) => say(`marks:type.${type}`) }],
    owner: [{ key: "owner", title: title("owner"), kind: "text", wide: 1.2, of: ({ owner }) => owner?.name ?? null }],
    notice: [
      {
        key: "notice",
        title: title("notice"),
        kind: "date",
        wide: 1.2,
        of: ({ nextEnd }) => nextEnd?.noticeOn ?? nextEnd?.endsOn ?? null,
      },
    ],
    stage: [
      { key: "stage", title: title("stage"), kind: "text", wide: 1, of: ({ stage }) => say(`marks:stage.${stage}`) },
    ],
    tier: [{ key: "tier", title: title("tier"), kind: "text", wide: 1, of: ({ tier }) => tier }],
    region: [{ key: "region", title: title("region"), kind: "text", wide: 1, of: ({ region }) => region }],
    tags: [
      { key: "tags", title: title("tags"), kind: "text", wide: 1.4, of: ({ tags }) => format.commas(tags) || null },
    ],
    due: [{ key: "due", title: title("due"), kind: "date", wide: 1, of: ({ nextDueOn }) => nextDueOn }],
    contact: [
      { key: "contact", title: title("contact"), kind: "instant", wide: 1.3, of: ({ lastContactAt }) => lastContactAt },
    ],
    activity: [
      {
        key: "activity",
        title: title("activity"),
        kind: "instant",
        wide: 1.3,
        of: ({ lastActivityAt }) => lastActivityAt,
      },
    ],
  }
  return wanted(asked).flatMap((key) => columns[key])
}

/** Whether the weeks, which the list does not hold itself, are asked for. */
export const showsWeeks = (asked: readonly PortfolioColumn[] | undefined): boolean => wanted(asked).includes("weeks")

/**
 * What the page's columns show, taken apart for reckoning. In a workbook states are words, as on the page; in a CSV file, which
 * is for machines, they are the codes of the API.
 */
export const sheetColumns = (
  { say }: Desk,
  asked: readonly PortfolioColumn[] | undefined,
  isForMachines: boolean,
): readonly Shown<Value>[] => {
  const word = (area: string, code: string | null): string | null =>
    code === null || isForMachines ? code : say(`${area}.${code}`)
  const text = (key: string, title: string, of: (line: Line) => string | null): Shown<Value> => ({
    key,
    title: say(title),
    kind: "text",
    of,
  })
  const day = (key: string, title: string, of: (line: Line) => string | null): Shown<Value> => ({
    key,
    title: say(title),
    kind: "date",
    of,
  })
  const count = (key: string, title: string, of: (line: Line) => number): Shown<Value> => ({
    key,
    title: say(title),
    kind: "number",
    of,
  })
  const columns: Readonly<Record<PortfolioColumn, readonly Shown<Value>[]>> = {
    name: [
      text("name", "portfolio:column.name", ({ name }) => name),
      text("organization", "documents:portfolio.organization", ({ organizationName }) => organizationName),
    ],
    drift: [
      text("drift", "portfolio:column.drift", ({ drift }) => word("marks:health", drift.state)),
      day("silent_since", "documents:portfolio.silentSince", ({ drift }) => drift.silentSince),
      text("first_side", "documents:portfolio.firstSide", ({ drift }) =>
        word("documents:portfolio.side", drift.firstSide),
      ),
      {
        key: "probability",
        title: say("documents:portfolio.probability"),
        kind: "share",
        digits: 1,
        of: ({ drift }) => drift.probability,
      },
    ],
    onset: [
      day("onset_on", "portfolio:column.onset", ({ drift }) => drift.onsetOn),
      day("changed_since", "documents:portfolio.changedSince", ({ drift }) => drift.changedSince),
    ],
    weeks: [
      count("weeks", "documents:portfolio.weeksKnown", ({ health = [] }) => health.length),
      {
        key: "last_week",
        title: say("documents:portfolio.lastWeek"),
        kind: "share",
        digits: 0,
        of: ({ health = [] }) => {
          const latest = health.findLast((share) => share !== null)
          return typeof latest === "number" ? latest / 100 : null
        },
      },
    ],
    keptHost: [
      count("kept_host", "documents:portfolio.keptHost", ({ kept }) => kept.host.kept),
      count("due_host", "documents:portfolio.dueHost", ({ kept }) => kept.host.due),
      count("overdue_host", "documents:portfolio.overdueHost", ({ promises }) => promises.host.overdue),
    ],
    keptPartner: [
      count("kept_partner", "documents:portfolio.keptPartner", ({ kept }) => kept.partner.kept),
      count("due_partner", "documents:portfolio.duePartner", ({ kept }) => kept.partner.due),
      count("overdue_partner", "documents:portfolio.overduePartner", ({ promises }) => promises.partner.overdue),
    ],
    value: [{ key: "value", title: say("portfolio:column.value"), kind: "money", of: ({ revenue }) => revenue }],
    type: [text("type", "portfolio:column.type", ({ type }) => word("marks:type", type))],
    owner: [text("owner", "portfolio:column.owner", ({ owner }) => owner?.name ?? null)],
    notice: [
      day("notice_on", "portfolio:column.notice", ({ nextEnd }) => nextEnd?.noticeOn ?? null),
      day("ends_on", "partnership:fact.ends", ({ nextEnd }) => nextEnd?.endsOn ?? null),
    ],
    stage: [text("stage", "portfolio:column.stage", ({ stage }) => word("marks:stage", stage))],
    tier: [text("tier", "partnership:edit.tier", ({ tier }) => tier)],
    region: [text("region", "partnership:edit.region", ({ region }) => region)],
    tags: [text("tags", "portfolio:column.tags", ({ tags }) => tags.join("; ") || null)],
    due: [day("next_due_on", "portfolio:column.due", ({ nextDueOn }) => nextDueOn)],
    contact: [
      {
        key: "last_contact_at",
        title: say("portfolio:column.contact"),
        kind: "instant",
        of: ({ lastContactAt }) => lastContactAt,
      },
    ],
    activity: [
      {
        key: "last_activity_at",
        title: say("portfolio:column.activity"),
        kind: "instant",
        of: ({ lastActivityAt }) => lastActivityAt,
      },
    ],
  }
  // By which a row is found again. Not called ids: an import takes those for ones of another system.
  const ids = [
    text("partnership_uuid", "documents:portfolio.id", ({ id }) => id),
    text("organization_uuid", "documents:portfolio.organizationId", ({ organizationId }) => organizationId),
  ]
  return [...wanted(asked).flatMap((key) => columns[key]), ...ids]
}
