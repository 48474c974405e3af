import { SimpleGrid } from "@mantine/core"
import type { UseFormReturnType } from "@mantine/form"
import { useTranslation } from "react-i18next"
import { useEndpoint } from "#client/useEndpoint"
import { listRegions } from "#contract/clocks"
import { addDays } from "#core/time"
import { AreaField, TextField } from "#ui/fields"
import { CountryField, TimeZoneField } from "#ui/placeFields"
import { SelectField } from "#ui/SelectField"
import { useLanguage } from "#ui/texts"
import type { Draft } from "./draft.ts"
import { daysOf, hoursOf } from "./hoursText.ts"

/** What cannot be read, said at its field. */
export const useReadable = () => {
  const { t } = useTranslation("settings")
  return {
    name: (text: string) => (text.trim() === "" ? t("workspace.nameNeeded") : null),
    weekday: { hours: (text: string) => (hoursOf(text) === undefined ? t("times.unreadable") : null) },
    days: (text: string) => (daysOf(text) === undefined ? t("times.unreadableDay") : null),
  }
}

type FieldsProps = { form: UseFormReturnType<Draft>; disabledReason: string | undefined }

/** A calendar: whose it is, where, the hours of each weekday, and days that are open otherwise. */
export const CalendarFields = ({ form, disabledReason }: FieldsProps) => {
  const { t } = useTranslation("settings")
  const language = useLanguage()
  const isReadOnly = disabledReason !== undefined
  const weekdayName = new Intl.DateTimeFormat(language, { weekday: "long", timeZone: "UTC" })
  return (
    <>
      <TextField label={t("times.name")} disabledReason={disabledReason} {...form.getInputProps("name")} />
      <SimpleGrid cols={{ base: 1, sm: 3 }}>
        <TimeZoneField label={t("workspace.timeZone")} readOnly={isReadOnly} {...form.getInputProps("timeZone")} />
        <CountryField label={t("times.holidays")} readOnly={isReadOnly} {...form.getInputProps("country")} />
        {form.values.country ? (
          <RegionField country={form.values.country} readOnly={isReadOnly} {...form.getInputProps("region")} />
        ) : null}
      </SimpleGrid>
      <SimpleGrid cols={{ base: 1, sm: 2 }}>
        {form.values.weekday.map((_, day) => (
          <TextField
            // biome-ignore lint/suspicious/noArrayIndexKey: the days of the week stand in their order
            key={day}
            label={weekdayName.format(new Date(`${addDays("2027-01-04", day)}T00:00:00Z`))}
            placeholder={t("times.closed")}
            disabledReason={disabledReason}
            {...form.getInputProps(`weekday.${day}.hours`)}
          />
        ))}
      </SimpleGrid>
      <AreaField
        label={t("times.days")}
        description={t("times.daysHint")}
        disabledReason={disabledReason}
        {...form.getInputProps("days")}
      />
    </>
  )
}

type RegionFieldProps = { country: string; readOnly: boolean; value?: string; onChange?: (region: string) => void }

/** The region whose holidays are kept; the country's alone where none is chosen. */
const RegionField = ({ country, value, onChange, ...props }: RegionFieldProps) => {
  const { t } = useTranslation("settings")
  const { data } = useEndpoint(listRegions, { query: { country } })
  const items = data?.items ?? []
  if (items.length === 0) return null
  return (
    <SelectField
      {...props}
      label={t("times.region")}
      searchable
      clearable
      data={items.map(({ code, name }) => ({ value: code, label: name }))}
      value={value || null}
      onChange={(code) => onChange?.(code ?? "")}
    />
  )
}
