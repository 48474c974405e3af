import { SimpleGrid } from "@mantine/core"
import type { UseFormReturnType } from "@mantine/form"
import { useTranslation } from "react-i18next"
import { CheckField, DateField } from "#ui/fields"
import { NumberField } from "#ui/NumberField"
import type { AgreementDraft } from "./draft.ts"

type TermFieldsProps = {
  form: UseFormReturnType<AgreementDraft>
  /** What is signed for the first time may begin with its last signature. */
  isFirst: boolean
}

/** When it begins and ends: on days that are named, or with the last signature, for so many months. */
export const TermFields = ({ form, isFirst }: TermFieldsProps) => {
  const { t } = useTranslation("agreements")
  const { isFromSigning, termMonths } = form.values
  return (
    <>
      <SimpleGrid cols={{ base: 1, xs: 2 }} spacing="sm">
        <DateField
          label={t(isFromSigning ? "begins.expected" : "field.startsOn")}
          {...form.getInputProps("startsOn")}
        />
        {isFromSigning ? (
          <NumberField
            label={t("begins.months")}
            min={1}
            max={1_200}
            allowDecimal={false}
            {...form.getInputProps("termMonths")}
          />
        ) : null}
        {isFromSigning && termMonths !== "" ? null : (
          <DateField label={t("field.endsOn")} {...form.getInputProps("endsOn")} />
        )}
      </SimpleGrid>
      {isFirst ? (
        <CheckField label={t("begins.check")} {...form.getInputProps("isFromSigning", { type: "checkbox" })} />
      ) : null}
    </>
  )
}
