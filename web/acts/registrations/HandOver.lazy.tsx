import { Text } from "@mantine/core"
import { useTranslation } from "react-i18next"
import { OwnerField } from "#acts/OwnerField"
import { useActForm } from "#client/useActForm"
import { useEndpoint } from "#client/useEndpoint"
import { type ClockView, handOverClock, listCalendars } from "#contract/clocks"
import { FormDialog } from "#ui/FormDialog"
import { SelectField } from "#ui/SelectField"

/** Gives a promised time to another team, or to somebody of it. */
const HandOver = ({ clock, onClose }: { clock: ClockView; onClose: () => void }) => {
  const { t } = useTranslation("registrations")
  const calendars = useEndpoint(listCalendars, {}).data?.items ?? []
  const { form, sending } = useActForm(handOverClock, {
    initialValues: { calendar: "", member: "" },
    argsOf: ({ calendar, member }) => ({
      params: { clock: clock.id },
      // The team that holds it stays where none is chosen.
      input: { ...(calendar ? { calendar } : {}), member: member || null },
    }),
    done: ({ calendar }) => t("handOver.done", { team: calendar.name }),
    onDone: onClose,
  })
  return (
    <FormDialog {...sending} title={t("handOver.title")} submit={t("handOver.act")} onClose={onClose}>
      <Text size="sm" c="dimmed">
        {t("handOver.what")}
      </Text>
      {calendars.length > 0 ? (
        <SelectField
          label={t("handOver.team")}
          placeholder={clock.calendar.name}
          data={calendars.map(({ id, name }) => ({ value: id, label: name }))}
          {...form.getInputProps("calendar")}
          value={form.values.calendar || null}
        />
      ) : null}
      <OwnerField
        label={t("handOver.person")}
        description={t("handOver.personHint")}
        {...form.getInputProps("member")}
      />
    </FormDialog>
  )
}

export default HandOver
