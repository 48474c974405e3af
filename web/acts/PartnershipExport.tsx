import { useTranslation } from "react-i18next"
import { fetchFile } from "#client/fetchFile"
import { downloadPartnership } from "#contract/portfolio"
import { useLocale } from "#ui/text"
import { useWhose } from "#ui/viewer"
import { ExportMenu } from "./ExportMenu.tsx"

/** A partnership to take away. The host has a page of its own beside the one that both sides may read. */
export const PartnershipExport = ({ partnershipId }: { partnershipId: string }) => {
  const { t } = useTranslation("acts")
  const locale = useLocale()
  const isHost = useWhose()("host") === "ours"
  const of = (audience: "host" | "shared", form: "pdf" | "pptx" | "xlsx" | "ics", label: string) => ({
    key: `${audience} ${form}`,
    label,
    get: () =>
      fetchFile(downloadPartnership, { params: { partnership: partnershipId }, query: { audience, form, locale } }),
  })
  const own = {
    label: t("export.ours"),
    exports: [of("host", "pdf", t("export.page")), of("host", "pptx", t("export.slides"))],
  }
  const shared = {
    label: t("export.both"),
    exports: [
      of("shared", "pdf", t("export.page")),
      of("shared", "pptx", t("export.slides")),
      of("shared", "xlsx", t("export.promises")),
      of("shared", "ics", t("export.calendar")),
    ],
  }
  return <ExportMenu groups={isHost ? [own, shared] : [{ exports: shared.exports }]} />
}
