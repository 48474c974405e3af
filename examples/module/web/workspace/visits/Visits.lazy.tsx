import { useTranslation } from "react-i18next"
import { useEndpoint } from "#client/useEndpoint"
import { getHome } from "#contract/home"
import { visitsNear } from "#contract/visits"
import { groupOf } from "#core/attention"
import { Page } from "#ui/Page"
import { Loaded } from "#ui/states"
import { VisitList } from "./VisitList.tsx"

/** The visits of the next two weeks. */
export default function Visits() {
  const { t } = useTranslation("visits")
  const home = useEndpoint(getHome, { query: { whose: "all" } })
  return (
    <Page title={t("title")} answer={t("answer")}>
      <Loaded from={home}>{({ groups }) => <VisitList {...groupOf(groups, visitsNear)} />}</Loaded>
    </Page>
  )
}
