import { lazy, Suspense, useState } from "react"
import { useTranslation } from "react-i18next"
import { reasonOf } from "#client/problem"
import { editPartnership } from "#contract/partnerships"
import type { PartnershipForHost } from "#contract/portfolio"
import { ActionButton } from "#ui/ActionButton"

const EditForm = lazy(() => import("./EditForm.lazy.tsx"))

/** Opens the form for everything that a person says about a partnership. */
export const EditPartnership = ({ partnership }: { partnership: PartnershipForHost }) => {
  const { t } = useTranslation("partnership")
  const [isOpen, setOpen] = useState(false)
  return (
    <>
      <ActionButton
        variant="default"
        disabledReason={reasonOf(partnership.abilities.edit, editPartnership)}
        onClick={() => setOpen(true)}
      >
        {t("edit.open")}
      </ActionButton>
      <Suspense>{isOpen ? <EditForm partnership={partnership} onClose={() => setOpen(false)} /> : null}</Suspense>
    </>
  )
}
