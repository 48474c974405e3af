import { useTranslation } from "react-i18next"
import { Discussion } from "#acts/Discussion"
import { Threads } from "#acts/Threads"
import { Panel } from "#ui/Panel"

/** What is said about the partnership as a whole. */
export const DiscussionSection = ({ partnershipId }: { partnershipId: string }) => {
  const { t } = useTranslation("discussion")
  return (
    <Panel title={t("title")} hint={t("hint")}>
      <Threads partnershipId={partnershipId} />
      <Discussion subject={{ kind: "partnership", id: partnershipId }} />
    </Panel>
  )
}
