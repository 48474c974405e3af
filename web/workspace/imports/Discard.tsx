import { useNavigate, useParams } from "@tanstack/react-router"
import { useTranslation } from "react-i18next"
import type { ImportForHost } from "#contract/imports"
import { importsPath } from "#paths/imports"
import { ActionButton } from "#ui/ActionButton"
import { Confirm } from "#ui/Confirm"
import { useSteps } from "./useSteps.ts"

/** Forgets a file that was not imported. */
export const Discard = ({ run }: { run: ImportForHost }) => {
  const { t } = useTranslation("imports")
  const { slug = "" } = useParams({ strict: false })
  const navigate = useNavigate()
  const { discard } = useSteps()
  return (
    <Confirm
      question={t("discard.question")}
      consequence={t("discard.consequence")}
      verb={t("discard.verb")}
      isDangerous
      onConfirm={() =>
        discard.mutateAsync({ params: { import: run.id } }).then(() => navigate({ to: importsPath(slug) }))
      }
    >
      {(open) => (
        <ActionButton variant="default" onClick={open}>
          {t("discard.verb")}
        </ActionButton>
      )}
    </Confirm>
  )
}
