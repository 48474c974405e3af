import { Stack, Text } from "@mantine/core"
import type { UseFormReturnType } from "@mantine/form"
import { useTranslation } from "react-i18next"
import { useDueWords } from "#acts/agreements/useDueWords"
import { SelectField } from "#ui/SelectField"
import { useFormat } from "#ui/text"
import type { AgreementDraft } from "./draft.ts"
import { asksPeriods, firstDays, partsAsked, periodChoices, saidOfAll, termOf } from "./periods.ts"

const daysShown = 4

/** Of a promise that begins within a period of the calendar: which periods it counts, where each says its own, and the days on which it would fall due. */
export const PeriodFields = ({ form, index }: { form: UseFormReturnType<AgreementDraft>; index: number }) => {
  const { t } = useTranslation("agreements")
  const format = useFormat()
  const dueWords = useDueWords()
  const written = form.values.commitments[index]
  if (!written) return null
  const term = termOf(written, form.values)
  if (!asksPeriods(written, term)) return null
  const line = saidOfAll(written, form.values)
  const at = (name: "periods" | "firstAmount" | "lastAmount") => form.getInputProps(`commitments.${index}.${name}`)
  const asked = partsAsked(line, term)
  const days = line.periods === "" ? [] : firstDays(line, term, daysShown)
  const amountWords = (amount: number) => format.quantity(amount, line.measure === "amount_per_period" ? line.unit : "")
  return (
    <Stack gap="xs">
      {form.values.periodsOfAll === "each" ? (
        <SelectField
          label={t("line.periods", { date: format.date(term.startsOn) })}
          placeholder={t("line.choose")}
          data={periodChoices.map((value) => ({ value, label: t(`periods.${value}`) }))}
          {...at("periods")}
          value={line.periods || null}
        />
      ) : null}
      {(["first", "last"] as const).map((part) => {
        const share = asked[part]
        const said = line[`${part}Amount`]
        return share === undefined ? null : (
          <SelectField
            key={part}
            label={t(`line.part.${part}`, { share: format.number(share, 2) })}
            placeholder={t("line.choose")}
            data={[Math.floor(share), Math.ceil(share)].map((each) => ({
              value: String(each),
              label: each === 0 ? t("line.nothing") : amountWords(each),
            }))}
            {...at(`${part}Amount`)}
            value={said === "" ? null : String(said)}
            onChange={(value) =>
              form.setFieldValue(`commitments.${index}.${part}Amount`, value === null ? "" : Number(value))
            }
          />
        )
      })}
      {days.length === 0 ? null : (
        <Text size="sm" c="dimmed" aria-live="polite">
          {t("line.firstDays", {
            days: format.commas(
              days.map(({ firstDueOn, amount }) =>
                dueWords({ dueOn: firstDueOn, amount }, line.measure === "amount_per_period" ? line.unit : undefined),
              ),
            ),
          })}
        </Text>
      )}
    </Stack>
  )
}

/** Which periods all promises count, asked once where one of them begins within such a period of the calendar. */
export const PeriodsOfAllField = ({ form }: { form: UseFormReturnType<AgreementDraft> }) => {
  const { t } = useTranslation("agreements")
  const format = useFormat()
  const { commitments, periodsOfAll, startsOn } = form.values
  if (!commitments.some((line) => asksPeriods(line, termOf(line, form.values)))) return null
  return (
    <SelectField
      label={t("periods.ofAll", { date: format.date(startsOn) })}
      placeholder={t("line.choose")}
      data={[...periodChoices, "each" as const].map((value) => ({ value, label: t(`periods.${value}`) }))}
      {...form.getInputProps("periodsOfAll")}
      value={periodsOfAll || null}
    />
  )
}
