import { Select } from "@mantine/core"
import { useTranslation } from "react-i18next"
import { useEndpoint } from "#client/useEndpoint"
import { useModuleTexts } from "#client/useModuleTexts"
import { getNotificationPreferences } from "#contract/notifications"

type KindFilterProps = Readonly<{ kind: string | undefined; onChange: (kind: string | null) => void }>

/** One kind of what was told, or all. */
export const KindFilter = ({ kind, onChange }: KindFilterProps) => {
  const { t } = useTranslation("inbox")
  const told = useModuleTexts("news")
  const kinds = useEndpoint(getNotificationPreferences, {})
  const data = (kinds.data?.items ?? []).map((each) => ({
    value: each.kind,
    label: told(`kind.${each.kind}`, each.kind),
  }))
  return (
    <Select
      aria-label={t("kind")}
      placeholder={t("everything")}
      clearable
      w={230}
      data={data}
      value={kind ?? null}
      onChange={onChange}
    />
  )
}
