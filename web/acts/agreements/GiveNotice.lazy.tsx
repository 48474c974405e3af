import { SegmentedControl, SimpleGrid, Stack, Text } from "@mantine/core"
import { useState } from "react"
import { useTranslation } from "react-i18next"
import { CompanyField } from "#acts/CompanyField"
import { reasonOf } from "#client/problem"
import { useActForm } from "#client/useActForm"
import { useEndpoint } from "#client/useEndpoint"
import { type AgreementView, getNotice, giveNotice, type NoticeState } from "#contract/agreements"
import { FormDialog } from "#ui/FormDialog"
import { AreaField, DateField } from "#ui/fields"
import { timeZoneHere } from "#ui/placeFields"
import { SelectField } from "#ui/SelectField"
import { Loaded } from "#ui/states"
import { useFormat } from "#ui/text"
import { useViewerSide } from "#ui/viewer"
import { Exits } from "./Exits.tsx"

type GiveNoticeProps = { agreement: AgreementView; onClose: () => void }

/** Gives notice: says when it would end the agreement before it is pressed, and lets the host record one that came by letter. */
const GiveNotice = ({ agreement, onClose }: GiveNoticeProps) => {
  const state = useEndpoint(getNotice, { params: { agreement: agreement.id } })
  return <Loaded from={state}>{(now) => <NoticeForm agreement={agreement} now={now} onClose={onClose} />}</Loaded>
}

const NoticeForm = ({ agreement, now, onClose }: GiveNoticeProps & { now: NoticeState }) => {
  const { t } = useTranslation("agreements")
  const format = useFormat()
  const isHost = useViewerSide() === "host"
  const { id, title } = agreement
  const [days, setDays] = useState({ givenOn: now.today, receivedOn: now.today })
  const countsOn = now.counts === "given" ? days.givenOn : days.receivedOn
  const asked = useEndpoint(getNotice, { params: { agreement: id }, query: { countsOn } }, { isEnabled: isHost })
  const { would, wouldNot } = (isHost ? asked.data : now) ?? now
  const { form, sending } = useActForm(giveNotice, {
    initialValues: { side: "host", party: "", endsOn: "", reason: "" },
    argsOf: ({ side, party, endsOn, reason }) => ({
      params: { agreement: id },
      input: {
        ...(isHost ? { side: side as "host" | "partner", ...days } : {}),
        ...(isHost && side === "partner" && party !== "" ? { party } : {}),
        endsOn: endsOn || (would?.endsOn ?? ""),
        ...(reason.trim() === "" ? {} : { reason: reason.trim() }),
      },
    }),
    done: ({ given, isAsked }) =>
      isAsked ? t("giving.asked", { title }) : t("giving.done", { title, date: format.date(given[0]?.endsOn ?? "") }),
    onDone: onClose,
  })
  const isOwn = !isHost || form.values.side === "host"
  const ends = [
    ...(would === null ? [] : [would.endsOn]),
    ...now.exits.map(({ endsOn }) => endsOn).filter((day) => would !== null && day > would.endsOn),
  ]
  const endsOn = form.values.endsOn || (would?.endsOn ?? "")
  return (
    <FormDialog
      {...sending}
      size="lg"
      title={t("giving.title", { title })}
      submit={would === null ? t("giving.open") : t("giving.confirm", { date: format.date(endsOn) })}
      disabledReason={wordsOf(wouldNot, t, format) ?? reasonOf(isOwn ? now.abilities.give : now.abilities.recordOthers)}
      onClose={onClose}
    >
      <Exits state={now} />
      {isHost ? (
        <Stack gap="sm">
          <SegmentedControl
            aria-label={t("giving.whose")}
            data={(["host", "partner"] as const).map((value) => ({
              value,
              label: t(value === "host" ? "giving.ours" : "giving.theirs"),
            }))}
            {...form.getInputProps("side")}
          />
          {form.values.side === "partner" ? (
            <CompanyField partnershipId={agreement.partnershipId} {...form.getInputProps("party")} />
          ) : null}
          <SimpleGrid cols={{ base: 1, xs: 2 }} spacing="sm">
            {(["givenOn", "receivedOn"] as const).map((which) => (
              <DateField
                key={which}
                label={t(`giving.${which}`)}
                max={now.today}
                value={days[which]}
                error={form.errors[which]}
                onChange={({ currentTarget: { value } }) => setDays((all) => ({ ...all, [which]: value || now.today }))}
              />
            ))}
          </SimpleGrid>
        </Stack>
      ) : null}
      {ends.length > 1 ? (
        <SelectField
          label={t("giving.exitOn")}
          data={ends.map((day) => ({ value: day, label: format.date(day) }))}
          {...form.getInputProps("endsOn")}
          value={endsOn}
        />
      ) : null}
      <AreaField label={t("giving.reason")} {...form.getInputProps("reason")} />
      <Text role="status">
        {would === null
          ? wordsOf(wouldNot, t, format)
          : t("giving.would", { on: format.date(would.countsOn), date: format.date(endsOn) })}{" "}
        {would !== null && !isHost && now.timeZone !== timeZoneHere
          ? t("giving.countsAs", { on: format.date(would.countsOn), zone: now.timeZone })
          : ""}
      </Text>
      <Text size="sm" c="dimmed">
        {t("giving.what")}
      </Text>
    </FormDialog>
  )
}

type Words = ReturnType<typeof useTranslation<"agreements">>["t"]

/** Why notice of that day would end nothing, in the words of the refusal. */
const wordsOf = (
  wouldNot: NoticeState["wouldNot"],
  t: Words,
  format: ReturnType<typeof useFormat>,
): string | undefined => {
  if (wouldNot === null) return undefined
  const from = wouldNot.opensOn === null ? "" : ` (${t("giving.opensOn", { date: format.date(wouldNot.opensOn) })})`
  return `${reasonOf(wouldNot.code) ?? wouldNot.code}${from}`
}

export default GiveNotice
