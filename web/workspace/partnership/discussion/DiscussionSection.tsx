import { useTranslation } from "react-i18next"
import { Discussion } from "#acts/Discussion"
import { Panel } from "#ui/Panel"

/** What is said about the partnership as a whole. */
export const DiscussionSection = ({ partnershipId }: { partnershipId: string }) => {
  const { t } = useTranslation("discussion")
  return (
    <Panel title={t("title")} hint={t("hint")}>
      <Discussion subject={{ kind: "partnership", id: partnershipId }} />
    </Panel>
  )
}
