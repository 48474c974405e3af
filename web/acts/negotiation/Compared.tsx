import { Button } from "@mantine/core"
import { useState } from "react"
import { useTranslation } from "react-i18next"
import { useEndpoint } from "#client/useEndpoint"
import { getRedline, type RedlineView } from "#contract/agreements"
import { Panel } from "#ui/Panel"
import { Loaded } from "#ui/states"
import { useFormat } from "#ui/text"
import classes from "./negotiation.module.css"
import { RedlineRows, Segments } from "./RedlineRows.tsx"
import { useTermWords } from "./useTermWords.ts"

type ComparedProps = { draftId: string; from: number; to: number; onClose: () => void }

/** What became of one version in another: words in and out, moves and numbers told as such. */
export const Compared = ({ draftId, from, to, onClose }: ComparedProps) => {
  const { t } = useTranslation("negotiation")
  const found = useEndpoint(getRedline, { params: { agreementDraft: draftId }, query: { from, to } })
  return (
    <Panel
      title={t("redline.title", { from, to })}
      aside={
        <Button size="xs" variant="default" onClick={onClose}>
          {t("redline.close")}
        </Button>
      }
    >
      <Loaded from={found}>{(view) => <Redline view={view} />}</Loaded>
    </Panel>
  )
}

const Redline = ({ view }: { view: RedlineView }) => {
  const { t } = useTranslation("negotiation")
  const say = useTermWords()
  const sentence = useCounts(view)
  const [isWhole, setWhole] = useState(false)
  const changed = view.clauses.filter((clause) => clause.state !== "unchanged" || clause.isMoved || clause.isRenumbered)
  const shown = isWhole ? view.clauses : changed
  return (
    <div className={classes.text}>
      <p className={classes.sum}>
        {sentence}
        {changed.length === view.clauses.length ? null : (
          <Button size="compact-xs" variant="subtle" onClick={() => setWhole(!isWhole)}>
            {t(isWhole ? "redline.onlyChanged" : "redline.whole")}
          </Button>
        )}
      </p>
      {view.terms.map(({ kind, before, after }) => (
        <p key={kind} className={classes.change}>
          {t(`term.name.${kind}`)}: <del>{say(kind, before ?? undefined)}</del>{" "}
          <ins>{say(kind, after ?? undefined)}</ins>
        </p>
      ))}
      {shown.map((clause) => (
        <article key={clause.key} className={classes.clause} data-level={(clause.after ?? clause.before)?.level}>
          <h3>
            <span className={classes.number}>{(clause.after ?? clause.before)?.number}</span>
            <span>
              <Segments segments={clause.heading} values={view.values} />
            </span>
          </h3>
          <Notes clause={clause} />
          <RedlineRows rows={clause.rows} values={view.values} />
        </article>
      ))}
    </div>
  )
}

/** What happened to the clause as a whole. */
const Notes = ({ clause }: { clause: RedlineView["clauses"][number] }) => {
  const { t } = useTranslation("negotiation")
  const was = clause.before?.number ?? ""
  const notes = [
    ...(clause.isMoved ? [t("redline.moved", { was })] : clause.isRenumbered ? [t("redline.renumbered", { was })] : []),
    ...(clause.splitFrom === null ? [] : [t("redline.split")]),
    ...(clause.mergedInto === null ? [] : [t("redline.merged")]),
    ...(clause.state === "inserted" ? [t("redline.new")] : clause.state === "deleted" ? [t("redline.gone")] : []),
  ]
  return notes.length === 0 ? null : <p className={classes.soft}>{notes.join(" · ")}</p>
}

/** "2 words replaced, 1 clause moved": only what there is. */
const useCounts = ({ counts }: RedlineView): string => {
  const { t } = useTranslation("negotiation")
  const format = useFormat()
  const named = [
    ["clausesInserted", counts.clausesInserted],
    ["clausesDeleted", counts.clausesDeleted],
    ["moves", counts.moves],
    ["replaced", counts.replaced],
    ["inserted", counts.inserted],
    ["deleted", counts.deleted],
    ["terms", counts.terms],
    ["formatting", counts.formatting + counts.typography + counts.signs],
  ] as const
  const said = named.flatMap(([kind, count]) => (count === 0 ? [] : [t(`redline.count.${kind}`, { count })]))
  return said.length === 0 ? t("redline.nothing") : format.commas(said)
}
