import { Text } from "@mantine/core"
import { useTranslation } from "react-i18next"
import { useEndpoint } from "#client/useEndpoint"
import { getPortfolioSummary } from "#contract/portfolio"
import { getWorkspace } from "#contract/workspaces"

/** Where lines are compared by value: which currency that is in, and what becomes of those in others. */
const OtherCurrencies = ({ isNarrowed }: { isNarrowed: boolean }) => {
  const { t } = useTranslation("portfolio-more")
  const summary = useEndpoint(getPortfolioSummary, {})
  const currency = useEndpoint(getWorkspace, {}).data?.currency
  if (currency === undefined || summary.data?.hasOtherCurrencies !== true) return null
  return (
    <Text size="xs" c="dimmed" role="note">
      {t(isNarrowed ? "currencies.leftOut" : "currencies.last", { currency })}
    </Text>
  )
}

export default OtherCurrencies
