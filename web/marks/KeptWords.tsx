import { useTranslation } from "react-i18next"
import type { PartnershipForPartner } from "#contract/portfolio"
import type { Side } from "#core/actor"
import { useFormat } from "#ui/text"

/** "You kept 9 of 10, they kept 4 of 8", for the partner, over one partnership or several. Nothing due is not nought kept. */
export const KeptWords = ({ records }: { records: readonly PartnershipForPartner["kept"][] }) => {
  const { t } = useTranslation("marks")
  const format = useFormat()
  const of = (side: Side) => ({
    kept: records.reduce((sum, record) => sum + record[side].kept, 0),
    due: records.reduce((sum, record) => sum + record[side].due, 0),
  })
  const [yours, theirs] = [of("partner"), of("host")]
  return format.commas([
    yours.due === 0 ? t("keptWords.yoursNone") : t("keptWords.yours", yours),
    theirs.due === 0 ? t("keptWords.theirsNone") : t("keptWords.theirs", theirs),
  ])
}
