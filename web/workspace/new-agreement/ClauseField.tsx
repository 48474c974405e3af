import type { UseFormReturnType } from "@mantine/form"
import { useTranslation } from "react-i18next"
import type { DraftView } from "#contract/agreements"
import { TextField } from "#ui/fields"
import { SelectField } from "#ui/SelectField"
import type { AgreementDraft } from "./draft.ts"

type ClauseFieldProps = {
  form: UseFormReturnType<AgreementDraft>
  /** Of the form: "commitments.0". */
  at: `commitments.${number}` | `objectives.${number}`
  clauseKey: string
  /** As it was written of an agreement whose words are elsewhere. */
  said: string
  clauses: DraftView["clauses"]
}

/** The clause that a line comes from: one of the text, or none; where there is no text here, as the paper numbers it. */
export const ClauseField = ({ form, at, clauseKey, said, clauses }: ClauseFieldProps) => {
  const { t } = useTranslation("agreements")
  const isGone = clauseKey !== "" && !clauses.some(({ key }) => key === clauseKey)
  const named = clauses.map(({ key, number, heading }) => ({ value: key, label: `${number} ${heading}`.trim() }))
  return (
    <>
      {clauses.length === 0 && !isGone ? null : (
        <SelectField
          label={t("line.clauseKey")}
          searchable
          data={[
            { value: "", label: t("line.noClause") },
            ...(isGone ? [{ value: clauseKey, label: t("line.goneClause") }] : []),
            ...named,
          ]}
          {...form.getInputProps(`${at}.clauseKey`)}
          onChange={(key) => form.setFieldValue(`${at}.clauseKey`, key ?? "")}
        />
      )}
      {clauses.length === 0 || said !== "" ? (
        <TextField label={t("line.clause")} {...form.getInputProps(`${at}.clause`)} />
      ) : null}
    </>
  )
}
