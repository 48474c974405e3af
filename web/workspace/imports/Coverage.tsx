import { useTranslation } from "react-i18next"
import type { ImportForHost } from "#contract/imports"
import { Panel } from "#ui/Panel"
import { useFormat } from "#ui/text"

/** Of whom and of which days the file tells; of all others it says nothing. */
export const Coverage = ({ run }: { run: ImportForHost }) => {
  const { t } = useTranslation("imports")
  const format = useFormat()
  const { covers } = run.summary
  if (covers === undefined) return null
  const { from, to, partners, isWhole } = covers
  return (
    <Panel title={t("covers.title")}>
      <p>
        {t("covers.span", { partners: format.number(partners), from: format.date(from), to: format.date(to) })}{" "}
        {t(isWhole ? "covers.whole" : "covers.own")}
      </p>
    </Panel>
  )
}
