import { Button } from "@mantine/core"
import { Link } from "@tanstack/react-router"
import { useTranslation } from "react-i18next"
import type { openDrift } from "#contract/drift"
import type { ItemsOf } from "#core/attention"
import { partnershipDriftPath, partnershipTimelinePath, partnershipWorkPath } from "#paths/partnership"
import { useFormat } from "#ui/text"

/** What is to be done next about a partnership that drifts, and the way there. */
export const NextStep = ({ drift, slug }: { drift: ItemsOf<typeof openDrift>[number]; slug: string }) => {
  const { t } = useTranslation("home")
  const format = useFormat()
  const { nextStep, nextTask, partnershipId, partnershipName } = drift
  const step =
    nextTask === null
      ? t(`step.${nextStep}`)
      : nextTask.dueOn === null
        ? nextTask.title
        : t("step.taskBy", { title: nextTask.title, date: format.day(nextTask.dueOn) })
  return (
    <Button
      component={Link}
      to={pathOf[nextStep](slug, partnershipId)}
      size="xs"
      variant="default"
      aria-label={t("step.of", { step, name: partnershipName })}
    >
      {step}
    </Button>
  )
}

/** The page of the partnership on which it is done. */
const pathOf = {
  task: partnershipWorkPath,
  "name-cause": partnershipDriftPath,
  "confirm-cause": partnershipDriftPath,
  "plan-meeting": partnershipTimelinePath,
} as const
