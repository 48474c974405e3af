import { useTranslation } from "react-i18next"
import type { ClauseLineView } from "#contract/agreements"
import type { Terms } from "./clauses.ts"
import classes from "./negotiation.module.css"
import { Words } from "./Words.tsx"

type Row = ClauseLineView["rows"][number]
type Segment = Row["segments"][number]
export type Values = Readonly<{ before: Terms; after: Terms }>

/** The words of a clause with what was taken out and put in, a paragraph a line; whoever listens hears which is which. */
export const RedlineRows = ({ rows, values }: { rows: readonly Row[]; values: Values }) =>
  rows.map((row, index) => {
    const depth = (row.after ?? row.before ?? []).length
    const isItem = depth > 0
    return (
      <p key={String(index)} className={classes.line} data-item={isItem || undefined} data-depth={depth}>
        <Segments segments={row.segments} values={values} />
      </p>
    )
  })

export const Segments = ({ segments, values }: { segments: readonly Segment[]; values: Values }) =>
  segments.map((segment, index) => <SegmentWords key={String(index)} segment={segment} values={values} />)

const SegmentWords = ({ segment: { kind, before, after }, values }: { segment: Segment; values: Values }) => {
  const { t } = useTranslation("negotiation")
  const [was, is] = [
    <Words key="was" content={before} terms={values.before} />,
    <Words key="is" content={after} terms={values.after} />,
  ]
  switch (kind) {
    case "same":
      return is
    case "deleted":
      return <del>{was}</del>
    case "inserted":
      return <ins>{is}</ins>
    case "revalued":
      return (
        <>
          <del>{was}</del> <ins>{is}</ins>
        </>
      )
    case "carriedOut":
      return (
        <span className={classes.carried} title={t("redline.carriedOut")}>
          {was}
        </span>
      )
    case "carriedIn":
      return (
        <span className={classes.carried} title={t("redline.carriedIn")}>
          {is}
        </span>
      )
    default:
      return (
        <span className={classes.formatted} title={t(`redline.${kind}`)}>
          {is}
        </span>
      )
  }
}
