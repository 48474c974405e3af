import { SegmentedControl, Stack, Text } from "@mantine/core"
import { useState } from "react"
import { useTranslation } from "react-i18next"
import { useActForm } from "#client/useActForm"
import { useEndpoint } from "#client/useEndpoint"
import { useToday } from "#client/useToday"
import { listOccurrences, type MissedGroup, type OccurrenceView, settlePromises } from "#contract/commitments"
import type { OutputOf } from "#core/endpoint"
import { addDays } from "#core/time"
import { FormDialog } from "#ui/FormDialog"
import { AreaField, DateField, TextField } from "#ui/fields"
import { LoadingState } from "#ui/states"
import { missedQuery } from "./missedQuery.ts"
import { Refused } from "./Refused.tsx"
import type { Settling } from "./settling.ts"
import { useSettled } from "./useSettled.ts"
import { WhatHappens } from "./WhatHappens.tsx"

type SettleMissedProps = Readonly<{ group: MissedGroup; how: Settling; onClose: () => void }>

/** Settles what was missed in one partnership at once: asked are the reason, the day and what shows it, once for all. */
const SettleMissed = ({ group, how, onClose }: SettleMissedProps) => {
  const { t } = useTranslation("home")
  const missed = useEndpoint(listOccurrences, { query: missedQuery(group.partnershipId) })
  const [answer, setAnswer] = useState<OutputOf<typeof settlePromises>>()
  const name = group.partnershipName
  if (answer) return <Refused answer={answer} name={name} onClose={onClose} />
  if (missed.data)
    return (
      <SettleForm
        missed={missed.data.items}
        isMore={missed.data.next !== null}
        {...{ name, how, onClose }}
        onRefused={setAnswer}
      />
    )
  return (
    <FormDialog
      title={t(`settle.${how}.title`, { name })}
      submit={t(`settle.${how}.act`)}
      onSubmit={() => undefined}
      isSubmitting={false}
      submitError={missed.error}
      isDirty={() => false}
      onClose={onClose}
    >
      <LoadingState rows={3} />
    </FormDialog>
  )
}

type SettleFormProps = Readonly<{
  missed: readonly OccurrenceView[]
  isMore: boolean
  name: string
  how: Settling
  onClose: () => void
  onRefused: (answer: OutputOf<typeof settlePromises>) => void
}>

const SettleForm = ({ missed, isMore, name, how, onClose, onRefused }: SettleFormProps) => {
  const { t } = useTranslation(["home", "acts"])
  const today = useToday()
  const { tell } = useSettled(name)
  const [which, setWhich] = useState<"both" | "host" | "partner">("both")
  const of = (side: typeof which) => missed.filter(({ owedBy }) => side === "both" || owedBy === side)
  const those = of(which)
  const { form, sending } = useActForm(settlePromises, {
    initialValues: { dueOn: "", doneOn: today as string, url: "", reason: "" },
    validate: {
      dueOn: (day) => (how === "re_date" && day <= today ? t("acts:settle.dayExpected") : null),
      doneOn: (day) => (how === "keep" && (day === "" || day > today) ? t("acts:report.dayExpected") : null),
      url: (url) => (url !== "" && !/^https?:\/\/\S+\.\S+/.test(url) ? t("acts:report.linkExpected") : null),
      reason: (reason) =>
        reason.trim() === "" ? t(how === "keep" ? "acts:report.noteExpected" : "acts:settle.reasonExpected") : null,
    },
    argsOf: ({ dueOn, doneOn, url, reason }) => ({
      input: {
        ...{ occurrences: those.map(({ id }) => id), how, reason: reason.trim() },
        ...(how === "re_date" ? { dueOn } : {}),
        ...(how === "keep" ? { doneOn, ...(url === "" ? {} : { url }) } : {}),
      },
    }),
    onDone: (answer) => {
      if (answer.items.some(({ outcome }) => outcome === "refused")) return onRefused(answer)
      tell(answer)
      onClose()
    },
  })
  const [ours, theirs] = [of("host").length, of("partner").length]
  const isAsking = how !== "keep" && those.every(({ owedBy }) => owedBy === "host")
  return (
    <FormDialog
      {...sending}
      title={t(`settle.${how}.title`, { name })}
      submit={t(isAsking ? "settle.propose" : `settle.${how}.act`)}
      onClose={onClose}
    >
      {ours > 0 && theirs > 0 ? (
        <SegmentedControl
          aria-label={t("settle.which")}
          value={which}
          onChange={setWhich}
          data={[
            { value: "both", label: t("settle.both", { count: missed.length }) },
            { value: "host", label: t("settle.ours", { count: ours }) },
            { value: "partner", label: t("settle.theirs", { count: theirs }) },
          ]}
        />
      ) : null}
      <Stack gap={4}>
        <WhatHappens how={how} those={those} name={name} />
        {isMore ? (
          <Text size="sm" c="dimmed">
            {t("settle.newest", { count: missed.length })}
          </Text>
        ) : null}
      </Stack>
      {how === "re_date" ? (
        <DateField
          label={t("acts:settle.dueOn")}
          min={addDays(today, 1)}
          data-autofocus
          {...form.getInputProps("dueOn")}
        />
      ) : null}
      {how === "keep" ? (
        <>
          <DateField label={t("acts:report.doneOn")} max={today} {...form.getInputProps("doneOn")} />
          <TextField
            label={t("settle.link")}
            description={t("acts:report.linkHint")}
            type="url"
            placeholder="https://"
            {...form.getInputProps("url")}
          />
        </>
      ) : null}
      <AreaField
        label={t(how === "keep" ? "acts:report.note" : "acts:settle.reason")}
        {...(how === "re_date" ? {} : { "data-autofocus": true })}
        {...form.getInputProps("reason")}
      />
    </FormDialog>
  )
}

export default SettleMissed
