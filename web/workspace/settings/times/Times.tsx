import { Stack } from "@mantine/core"
import { useState } from "react"
import { useTranslation } from "react-i18next"
import { reasonOf } from "#client/problem"
import { useAct } from "#client/useAct"
import { useActForm } from "#client/useActForm"
import { useEndpoint } from "#client/useEndpoint"
import type { CalendarView } from "#contract/clocks"
import { chooseCalendar, editCalendar, listCalendars, makeCalendar, setResponseTarget } from "#contract/clocks"
import { ActionButton } from "#ui/ActionButton"
import { Form } from "#ui/Form"
import { NumberField } from "#ui/NumberField"
import { Panel } from "#ui/Panel"
import { Loaded } from "#ui/states"
import { CalendarFields, useReadable } from "./CalendarFields.tsx"
import { draftOf, type Fields, fieldsOf } from "./draft.ts"

/** How soon we promise to answer, and when each team is there. */
export const Times = () => {
  const { t } = useTranslation("settings")
  const calendars = useEndpoint(listCalendars, {})
  const [adds, setAdds] = useState(false)
  return (
    <Loaded from={calendars}>
      {({ items, delivered, targets, maySet }) => {
        const reason = reasonOf(maySet ? true : "role-may-not")
        const first = items[0] ?? delivered
        return (
          <Stack gap={20}>
            {targets.map((target) => (
              <Panel key={target.promise} title={t("times.target")} hint={t("times.targetHint")}>
                <Target target={target} disabledReason={reason} />
              </Panel>
            ))}
            {items.map((calendar) => (
              <Panel
                key={`${calendar.id} ${calendar.version}`}
                title={calendar.name}
                hint={calendar.isUsual ? t("times.usual") : ""}
              >
                <Edit calendar={calendar} disabledReason={reason} />
              </Panel>
            ))}
            {delivered ? (
              <Panel title={t("times.deliveredTitle")} hint={t("times.delivered")}>
                <Make fields={delivered} disabledReason={reason} onDone={() => {}} />
              </Panel>
            ) : adds && first ? (
              <Panel title={t("times.add")}>
                <Make fields={{ ...first, name: "" }} disabledReason={reason} onDone={() => setAdds(false)} />
              </Panel>
            ) : (
              <div>
                <ActionButton variant="default" disabledReason={reason} onClick={() => setAdds(true)}>
                  {t("times.add")}
                </ActionButton>
              </div>
            )}
          </Stack>
        )
      }}
    </Loaded>
  )
}

type TargetProps = {
  target: { promise: "deal_answer"; promisedMinutes: number | null; warnMinutes: number | null }
  disabledReason: string | undefined
}

const inHours = (minutes: number | null): number | "" => (minutes === null ? "" : minutes / 60)
const inMinutes = (hours: number | ""): number | null => (hours === "" ? null : Math.round(Number(hours) * 60))

const Target = ({ target: { promise, promisedMinutes, warnMinutes }, disabledReason }: TargetProps) => {
  const { t } = useTranslation("settings")
  const { form, sending } = useActForm(setResponseTarget, {
    initialValues: { promisedMinutes: inHours(promisedMinutes), warnMinutes: inHours(warnMinutes) },
    argsOf: ({ promisedMinutes: promised, warnMinutes: warn }) => ({
      params: { promise },
      input: { promisedMinutes: inMinutes(promised), warnMinutes: inMinutes(warn) },
    }),
    done: () => t("saved"),
  })
  return (
    <Form {...sending} submit={t("save")} disabledReason={disabledReason}>
      <NumberField
        label={t("times.promised")}
        description={t("times.promisedHint")}
        disabledReason={disabledReason}
        min={0.1}
        max={10_000}
        {...form.getInputProps("promisedMinutes")}
      />
      <NumberField
        label={t("times.warn")}
        description={t("times.warnHint")}
        disabledReason={disabledReason}
        min={0.1}
        max={10_000}
        {...form.getInputProps("warnMinutes")}
      />
    </Form>
  )
}

const Edit = ({ calendar, disabledReason }: { calendar: CalendarView; disabledReason: string | undefined }) => {
  const { t } = useTranslation("settings")
  const { id, version, isUsual } = calendar
  const validate = useReadable()
  const choose = useAct(chooseCalendar)
  const { form, sending } = useActForm(editCalendar, {
    initialValues: draftOf(calendar),
    validate,
    argsOf: (draft) => ({ params: { calendar: id }, input: fieldsOf(draft), ifMatch: version }),
    done: () => t("saved"),
  })
  const aside = isUsual ? null : (
    <ActionButton
      variant="default"
      disabledReason={disabledReason}
      loading={choose.isPending}
      onClick={() => choose.mutate({ params: { calendar: id } })}
    >
      {t("times.choose")}
    </ActionButton>
  )
  return (
    <Form {...sending} submit={t("save")} disabledReason={disabledReason} aside={aside}>
      <CalendarFields form={form} disabledReason={disabledReason} />
    </Form>
  )
}

type MakeProps = { fields: Fields; disabledReason: string | undefined; onDone: () => void }

const Make = ({ fields, disabledReason, onDone }: MakeProps) => {
  const { t } = useTranslation("settings")
  const validate = useReadable()
  const { form, sending } = useActForm(makeCalendar, {
    initialValues: draftOf(fields),
    validate,
    argsOf: (draft) => ({ input: fieldsOf(draft) }),
    done: () => t("saved"),
    onDone,
  })
  return (
    <Form {...sending} submit={t("save")} disabledReason={disabledReason}>
      <CalendarFields form={form} disabledReason={disabledReason} />
    </Form>
  )
}
