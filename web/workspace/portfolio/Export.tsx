import { Button } from "@mantine/core"
import { IconDownload } from "@tabler/icons-react"
import { useState } from "react"
import { useTranslation } from "react-i18next"
import { download } from "#ui/files"
import { showProblem } from "#ui/toast"
import { exportView } from "./exportCsv.ts"
import type { PortfolioView } from "./view.ts"

/** The view as a CSV file; long ones are read page by page. */
export const Export = ({ view }: { view: PortfolioView }) => {
  const { t } = useTranslation("portfolio")
  const [isBusy, setBusy] = useState(false)
  const save = async () => {
    setBusy(true)
    try {
      download("portfolio.csv", await exportView(view))
    } catch (problem) {
      showProblem(problem as Error)
    } finally {
      setBusy(false)
    }
  }
  return (
    <Button
      size="xs"
      variant="default"
      loading={isBusy}
      leftSection={<IconDownload size={14} aria-hidden />}
      onClick={() => void save()}
    >
      {t("export")}
    </Button>
  )
}
