import { useTranslation } from "react-i18next"
import type { visitsNear } from "#contract/visits"
import type { ItemsOf } from "#core/attention"
import { Panel } from "#ui/Panel"
import { useFormat } from "#ui/text"

export const VisitList = ({ items }: { items: ItemsOf<typeof visitsNear> }) => {
  const { t } = useTranslation("visits")
  const format = useFormat()
  return (
    <Panel title={t("title")}>
      {items.length === 0 ? <p>{t("none")}</p> : null}
      <ul>
        {items.map(({ id, partnershipName, plannedOn, purpose }) => (
          <li key={id}>
            {format.day(plannedOn)}: {partnershipName}, {purpose}
          </li>
        ))}
      </ul>
    </Panel>
  )
}
