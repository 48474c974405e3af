import { Group, SimpleGrid, Stack } from "@mantine/core"
import type { UseFormReturnType } from "@mantine/form"
import { useState } from "react"
import { useTranslation } from "react-i18next"
import { CheckField } from "#ui/fields"
import { NumberField } from "#ui/NumberField"
import { TimeZoneField } from "#ui/placeFields"
import { SelectField } from "#ui/SelectField"
import { type NoticeDraft, noticeTargets, noticeUnits } from "./noticeDraft.tsx"

/** What was agreed of notice and renewal, and where the agreement's days end. */
export const NoticeFields = <Values extends NoticeDraft>({ form }: { form: UseFormReturnType<Values> }) => {
  const { t } = useTranslation("agreements")
  // What every such form holds; the rest of it is its own.
  const { getInputProps, values } = form as unknown as UseFormReturnType<NoticeDraft>
  const isSaid = values.noticeLength !== ""
  return (
    <Stack gap="sm">
      <SimpleGrid cols={{ base: 1, xs: 2 }} spacing="sm">
        <Group gap="xs" wrap="nowrap" align="flex-end">
          <NumberField
            label={t("giving.length")}
            min={0}
            max={3650}
            allowDecimal={false}
            {...getInputProps("noticeLength")}
          />
          <SelectField
            label={t("giving.unit")}
            data={noticeUnits.map((value) => ({ value, label: t(`giving.units.${value}`) }))}
            {...getInputProps("noticeUnit")}
          />
        </Group>
        {isSaid ? (
          <SelectField
            label={t("giving.toLabel")}
            data={noticeTargets.map((value) => ({ value, label: t(`giving.to.${value}`) }))}
            {...getInputProps("noticeTo")}
          />
        ) : null}
      </SimpleGrid>
      <SimpleGrid cols={{ base: 1, xs: 2 }} spacing="sm">
        <CheckField label={t("field.autoRenews")} {...getInputProps("autoRenews", { type: "checkbox" })} />
        {values.autoRenews ? (
          <NumberField
            label={t("giving.renewalLabel")}
            min={1}
            max={240}
            allowDecimal={false}
            {...getInputProps("renewalMonths")}
          />
        ) : null}
      </SimpleGrid>
      <More form={form as unknown as UseFormReturnType<NoticeDraft>} isSaid={isSaid} />
    </Stack>
  )
}

/** What is rarely agreed otherwise: open where it was. */
const More = ({ form, isSaid }: { form: UseFormReturnType<NoticeDraft>; isSaid: boolean }) => {
  const { t } = useTranslation("agreements")
  const { noticeCounts, noticeOpensMonths, timeZone } = form.values
  const [isOpen, setOpen] = useState(noticeCounts === "given" || noticeOpensMonths !== "" || timeZone !== "")
  return (
    <details open={isOpen} onToggle={({ currentTarget }) => setOpen(currentTarget.open)}>
      <summary>{t("giving.more")}</summary>
      {isOpen ? <Rare form={form} isSaid={isSaid} /> : null}
    </details>
  )
}

/** Its fields, drawn while it is open: what nobody sees asks for nothing. */
const Rare = ({ form, isSaid }: { form: UseFormReturnType<NoticeDraft>; isSaid: boolean }) => {
  const { t } = useTranslation("agreements")
  return (
    <Stack gap="sm" mt="xs">
      {isSaid ? (
        <SimpleGrid cols={{ base: 1, xs: 2 }} spacing="sm">
          <SelectField
            label={t("giving.countsLabel")}
            data={(["received", "given"] as const).map((value) => ({ value, label: t(`giving.counts.${value}`) }))}
            {...form.getInputProps("noticeCounts")}
          />
          <NumberField
            label={t("giving.opensLabel")}
            min={1}
            max={120}
            allowDecimal={false}
            {...form.getInputProps("noticeOpensMonths")}
          />
        </SimpleGrid>
      ) : null}
      <TimeZoneField
        label={t("giving.zoneLabel")}
        description={t("giving.zoneHint")}
        clearable
        {...form.getInputProps("timeZone")}
        value={form.values.timeZone || null}
      />
    </Stack>
  )
}
