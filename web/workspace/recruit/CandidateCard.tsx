import { ActionIcon, Anchor } from "@mantine/core"
import { IconDots } from "@tabler/icons-react"
import { Link, useParams } from "@tanstack/react-router"
import { useTranslation } from "react-i18next"
import { useToday } from "#client/useToday"
import { type CandidateView, workingStages } from "#contract/recruitment"
import { TypeBadge } from "#marks/TypeBadge"
import { candidatePath } from "#paths/recruit"
import { Menu, MenuItem, MenuLabel } from "#ui/Menu"
import { useFormat } from "#ui/text"
import classes from "./Board.module.css"
import { VerdictMark } from "./VerdictMark.tsx"

type CardProps = {
  candidate: CandidateView
  onDrag: (candidate: CandidateView | undefined) => void
  onMove: (to: (typeof workingStages)[number]) => void
}

/** One candidate on the board: who, what assessors say, what comes next and when. */
export const CandidateCard = ({ candidate, onDrag, onMove }: CardProps) => {
  const { t } = useTranslation("recruit")
  const { slug = "" } = useParams({ strict: false })
  const format = useFormat()
  const today = useToday()
  const { id, organizationName, stage, ownerName, nextStep, nextStepOn, partnershipType } = candidate
  const isLate = nextStepOn !== null && nextStepOn < today
  return (
    <li className={classes.card} draggable onDragStart={() => onDrag(candidate)} onDragEnd={() => onDrag(undefined)}>
      <div className={classes.top}>
        <Anchor component={Link} to={candidatePath(slug, id)} c="inherit" className={classes.name ?? ""}>
          {organizationName}
        </Anchor>
        <TypeBadge type={partnershipType} isSmall />
        <Menu
          target={
            <ActionIcon size="sm" aria-label={t("moveOf", { name: organizationName })} title={t("move")}>
              <IconDots size={15} aria-hidden />
            </ActionIcon>
          }
        >
          <MenuLabel>{t("move")}</MenuLabel>
          {workingStages
            .filter((each) => each !== stage)
            .map((each) => (
              <MenuItem key={each} onClick={() => onMove(each)}>
                {t(`stage.${each}`)}
              </MenuItem>
            ))}
        </Menu>
      </div>
      <VerdictMark candidate={candidate} />
      {nextStep ? (
        <p className={classes.next} data-late={isLate || undefined}>
          {nextStepOn === null
            ? nextStep
            : t(isLate ? "nextLate" : "nextBy", { step: nextStep, date: format.date(nextStepOn) })}
        </p>
      ) : null}
      {ownerName ? <p className={classes.owner}>{ownerName}</p> : null}
    </li>
  )
}
