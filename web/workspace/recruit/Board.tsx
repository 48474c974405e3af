import { useState } from "react"
import { useTranslation } from "react-i18next"
import { useAct } from "#client/useAct"
import { useEndpoint } from "#client/useEndpoint"
import { type CandidateView, listCandidates, moveCandidate, workingStages } from "#contract/recruitment"
import { Loaded } from "#ui/states"
import { useFormat } from "#ui/text"
import classes from "./Board.module.css"
import { CandidateCard } from "./CandidateCard.tsx"
import { narrowed, type View } from "./view.ts"

type WorkingStage = (typeof workingStages)[number]
type Moving = Pick<CandidateView, "id" | "stage" | "version">

const perColumn = 50

/** A column for each stage of the work. A card is dragged with the mouse; its menu does the same with the keyboard and on a phone. */
export const Board = ({ view }: { view: View }) => {
  const { t } = useTranslation("recruit")
  const [dragged, setDragged] = useState<Moving>()
  const act = useAct(moveCandidate, {
    done: ({ organizationName, stage }) => t("moved", { name: organizationName, stage: t(`stage.${stage}`) }),
  })
  const move = (to: WorkingStage) => (moving: Moving) => {
    if (moving.stage !== to) act.mutate({ params: { candidate: moving.id }, input: { to }, ifMatch: moving.version })
  }
  return (
    <div className={classes.board}>
      {workingStages.map((stage) => (
        <Column
          key={stage}
          {...{ stage, view }}
          isTarget={dragged !== undefined && dragged.stage !== stage}
          onDrag={setDragged}
          onDrop={() => {
            if (dragged) move(stage)(dragged)
            setDragged(undefined)
          }}
          onMove={(moving, to) => move(to)(moving)}
        />
      ))}
    </div>
  )
}

type ColumnProps = {
  stage: WorkingStage
  view: View
  isTarget: boolean
  onDrag: (moving: Moving | undefined) => void
  onDrop: () => void
  onMove: (moving: Moving, to: WorkingStage) => void
}

const Column = ({ stage, view, isTarget, onDrag, onDrop, onMove }: ColumnProps) => {
  const { t } = useTranslation("recruit")
  const format = useFormat()
  const found = useEndpoint(
    listCandidates,
    { query: { stage, limit: perColumn, sort: "-movedAt", ...narrowed(view) } },
    { keepsPrevious: true },
  )
  const count = found.data && `${format.number(found.data.items.length)}${found.data.next === null ? "" : "+"}`
  return (
    <section
      className={classes.column}
      data-target={isTarget || undefined}
      aria-label={t(`stage.${stage}`)}
      onDragOver={(event) => {
        if (isTarget) event.preventDefault()
      }}
      onDrop={onDrop}
    >
      <h2 className={classes.head}>
        {t(`stage.${stage}`)} <span className="numbers">{count}</span>
      </h2>
      <Loaded from={found}>
        {({ items }) =>
          items.length === 0 ? (
            <p className={classes.none}>{t("none")}</p>
          ) : (
            <ul className={classes.cards}>
              {items.map((candidate) => (
                <CandidateCard key={candidate.id} {...{ candidate, onDrag }} onMove={(to) => onMove(candidate, to)} />
              ))}
            </ul>
          )
        }
      </Loaded>
    </section>
  )
}
