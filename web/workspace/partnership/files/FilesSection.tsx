import { useTranslation } from "react-i18next"
import { PartnershipFiles } from "#acts/Files"
import { Panel } from "#ui/Panel"

/** Every file of the partnership and of what belongs to it. */
export const FilesSection = ({ partnershipId }: { partnershipId: string }) => {
  const { t } = useTranslation("files")
  return (
    <Panel title={t("title")} hint={t("hint")}>
      <PartnershipFiles partnershipId={partnershipId} />
    </Panel>
  )
}
