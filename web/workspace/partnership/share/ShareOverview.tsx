import { IconShare2 } from "@tabler/icons-react"
import { lazy, Suspense, useState } from "react"
import { useTranslation } from "react-i18next"
import { reasonOf } from "#client/problem"
import type { PartnershipForHost } from "#contract/portfolio"
import { ActionButton } from "#ui/ActionButton"

const ShareDialog = lazy(() => import("./ShareDialog.lazy.tsx"))

/** Opens with whom the overview is shared by link, and shares it with one more. */
export const ShareOverview = ({ partnership }: { partnership: PartnershipForHost }) => {
  const { t } = useTranslation("partnership")
  const [isOpen, setOpen] = useState(false)
  return (
    <>
      <ActionButton
        variant="default"
        leftSection={<IconShare2 size={14} aria-hidden />}
        disabledReason={reasonOf(partnership.abilities.edit)}
        onClick={() => setOpen(true)}
      >
        {t("share.open")}
      </ActionButton>
      <Suspense>{isOpen ? <ShareDialog partnership={partnership} onClose={() => setOpen(false)} /> : null}</Suspense>
    </>
  )
}
