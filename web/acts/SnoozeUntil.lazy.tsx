import { Button, Stack, Text } from "@mantine/core"
import { useTranslation } from "react-i18next"
import { useCheckedForm } from "#client/useCheckedForm"
import { maySnoozeUntil } from "#core/snooze"
import { addDays, addMonths, type PlainDate, weekOf } from "#core/time"
import { FormDialog } from "#ui/FormDialog"
import { DateField } from "#ui/fields"
import { useFormat } from "#ui/text"

type SnoozeUntilProps = {
  /** How many things are put off. */
  count: number
  today: PlainDate
  onChoose: (until: PlainDate) => void
  onClose: () => void
}

/** Asks until when: the usual days with one press, or any other. */
const SnoozeUntil = ({ count, today, onChoose, onClose }: SnoozeUntilProps) => {
  const { t } = useTranslation("snooze")
  const format = useFormat()
  const form = useCheckedForm({
    initialValues: { day: "" },
    validate: { day: (day) => (maySnoozeUntil(day, today) ? null : t("dayExpected")) },
  })
  const days = {
    tomorrow: addDays(today, 1),
    monday: addDays(weekOf(today), 7),
    fortnight: addDays(today, 14),
    month: addMonths(today, 1),
  }
  const isSunday = days.monday === days.tomorrow
  return (
    <FormDialog
      title={t("title", { count })}
      submit={t("submit")}
      isSubmitting={false}
      submitError={null}
      isDirty={() => false}
      onSubmit={form.onSubmit(({ day }) => onChoose(day))}
      onClose={onClose}
    >
      <Text size="sm" c="dimmed">
        {t("what")}
      </Text>
      <Stack gap="xs">
        {(["tomorrow", ...(isSunday ? [] : ["monday" as const]), "fortnight", "month"] as const).map((each) => (
          <Button key={each} variant="default" justify="flex-start" onClick={() => onChoose(days[each])}>
            {t(each, { date: format.date(days[each]) })}
          </Button>
        ))}
      </Stack>
      <DateField label={t("day")} {...form.getInputProps("day")} />
    </FormDialog>
  )
}

export default SnoozeUntil
