import type { ComponentProps } from "react"
import { useTranslation } from "react-i18next"
import { useEndpoint } from "#client/useEndpoint"
import { listActivities } from "#contract/activities"
import { SelectField } from "#ui/SelectField"
import { useFormat } from "#ui/text"

type ActivityFieldProps = Omit<ComponentProps<typeof SelectField>, "data"> & { partnershipId: string }

/** Chooses one of the last things that happened in a partnership. */
export const ActivityField = ({ partnershipId, ...props }: ActivityFieldProps) => {
  const { t, i18n } = useTranslation(["acts", "timeline"])
  const format = useFormat()
  const found = useEndpoint(listActivities, { params: { partnership: partnershipId }, query: { limit: 50 } })
  const items = found.data?.items ?? []
  const wordFor = (kind: string) =>
    i18n.exists(`kind.${kind}`, { ns: "timeline" })
      ? t(`timeline:kind.${kind as "meeting"}`)
      : kind.replaceAll("_", " ")
  return (
    <SelectField
      searchable
      description={found.data && items.length === 0 ? t("report.noActivity") : undefined}
      data={items.map(({ id, kind, occurredAt, summary }) => ({
        value: id,
        label: [`${wordFor(kind)}, ${format.dayOf(occurredAt)}`, summary].filter(Boolean).join(": "),
      }))}
      {...props}
      value={props.value || null}
    />
  )
}
