import { useTranslation } from "react-i18next"
import { ExportMenu } from "#acts/ExportMenu"
import { fetchFile } from "#client/fetchFile"
import { downloadPortfolio } from "#contract/portfolio"
import { useLocale } from "#ui/text"
import { filterOf, type PortfolioView } from "./view.ts"

type ExportProps = {
  view: PortfolioView
  /** Keys of the columns shown; those of the page's start where nobody has chosen. */
  columns: readonly string[] | undefined
}

/** The list as it is narrowed, ordered and laid out on the page, to take away. */
export const Export = ({ view, columns }: ExportProps) => {
  const { t } = useTranslation("acts")
  const locale = useLocale()
  const of = (form: "pdf" | "pptx" | "xlsx" | "csv", label: string) => ({
    key: form,
    label,
    get: () =>
      fetchFile(downloadPortfolio, {
        query: {
          ...filterOf(view),
          sort: view.sort,
          form,
          locale,
          ...(columns === undefined ? {} : { columns: columns.join(",") }),
        },
      }),
  })
  return (
    <ExportMenu
      size="xs"
      groups={[
        {
          exports: [
            of("pdf", t("export.list")),
            of("pptx", t("export.slides")),
            of("xlsx", t("export.sheet")),
            of("csv", t("export.rows")),
          ],
        },
      ]}
    />
  )
}
