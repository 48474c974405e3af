import { useTranslation } from "react-i18next"
import type { DraftSummary, DraftView } from "#contract/agreements"
import type { Side } from "#core/actor"
import { isPlainDate } from "#core/time"
import { useFormat } from "#ui/text"
import { useWhose } from "#ui/viewer"
import classes from "./review.module.css"

type Changes = NonNullable<DraftSummary["changes"]>
type Row = Readonly<{ key: string; what: string; before: string; after: string }>

export const useChangesCount = (changes: Changes | null): number =>
  changes === null
    ? 0
    : [changes.objectives, changes.commitments].reduce(
        (sum, { added, removed, changed }) => sum + added.length + removed.length + changed.length,
        changes.term.length,
      )

type ChangeListProps = { changes: Changes; clauses: DraftView["clauses"] }

/** Each field and line that changes: what it was, and what it is then. */
export const ChangeList = ({ changes, clauses }: ChangeListProps) => {
  const { t } = useTranslation("agreements")
  const words = useValueWords(clauses)
  const fields = (of: Changes["term"], about?: string): Row[] =>
    of.map(({ field, before, after }) => ({
      key: `${about} ${field}`,
      what: [about, words.field(field)].filter(Boolean).join(": "),
      before: words.value(field, before),
      after: words.value(field, after),
    }))
  const lines = ({ added, removed, changed }: Changes["commitments"]): Row[] => [
    ...changed.flatMap(({ title, fields: all }) => fields(all, title)),
    ...removed.map(({ title }) => ({
      key: `- ${title}`,
      what: title,
      before: t("change.there"),
      after: t("change.gone"),
    })),
    ...added.map(({ title }) => ({ key: `+ ${title}`, what: title, before: t("change.none"), after: t("change.new") })),
  ]
  const rows = [...fields(changes.term), ...lines(changes.commitments), ...lines(changes.objectives)]
  return (
    <div className={classes.scrolls}>
      <table className={classes.changes}>
        <thead>
          <tr>
            <th scope="col">{t("change.what")}</th>
            <th scope="col">{t("change.before")}</th>
            <th scope="col">{t("change.after")}</th>
          </tr>
        </thead>
        <tbody>
          {rows.map(({ key, what, before, after }) => (
            <tr key={key}>
              <th scope="row">{what}</th>
              <td>{before}</td>
              <td>
                <strong>{after}</strong>
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  )
}

/** Who answers for a goal is of one side: "ours" follows from who reads it. */
const ownerSide: Readonly<Record<string, Side>> = { hostOwnerId: "host", partnerOwnerId: "partner" }

/** A field and its value as people read them. */
const useValueWords = (clauses: DraftView["clauses"]) => {
  const { t, i18n } = useTranslation("agreements")
  const format = useFormat()
  const whose = useWhose()
  const known = (key: string, other: string): string => (i18n.exists(`agreements:${key}`) ? t(key as never) : other)
  return {
    field: (field: string) => {
      const side = ownerSide[field]
      return side === undefined ? known(`change.field.${field}`, field) : t(`change.owner.${whose(side)}`)
    },
    value: (field: string, value: unknown): string => {
      if (value === null || value === undefined || value === "") return t("change.none")
      if (field === "clauseKey") {
        const named = clauses.find(({ key }) => key === value)
        return named === undefined ? t("line.goneClause") : `${named.number} ${named.heading}`.trim()
      }
      if (ownerSide[field] !== undefined) return t("change.person")
      if (typeof value === "boolean") return t(value ? "review.yes" : "review.no")
      if (typeof value === "number") return format.number(value)
      if (typeof value === "object")
        return "amountMinor" in value
          ? format.money(value as { amountMinor: number; currency: string })
          : t("change.other")
      const text = String(value)
      if (isPlainDate(text)) return format.date(text)
      const lists: Readonly<Record<string, string>> = {
        measure: "measure",
        cadence: "cadence",
        evidenceNeeded: "evidence",
        ramp: "ramp",
        reading: "reading",
        answers: "answers",
        category: "category",
        periods: "periods",
        partial: "periods",
        noticeTo: "giving.to",
        noticeCounts: "giving.counts",
      }
      return lists[field] === undefined ? text : known(`${lists[field]}.${text}`, text)
    },
  }
}
