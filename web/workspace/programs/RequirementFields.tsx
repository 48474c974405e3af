import { ActionIcon } from "@mantine/core"
import type { UseFormReturnType } from "@mantine/form"
import { IconX } from "@tabler/icons-react"
import { useTranslation } from "react-i18next"
import { hasWindow, isYesOrNo, type RequirementKind, requirementKinds } from "#contract/programs"
import { TextField } from "#ui/fields"
import { SelectField } from "#ui/SelectField"
import classes from "./programs.module.css"
import type { Values } from "./typed.ts"

type RequirementProps = {
  form: UseFormReturnType<Values>
  /** Of the tier's list. */
  at: string
  place: number
  reason: string | undefined
}

/** One thing that a tier asks for: its kind, and what that kind needs to be counted. */
export const RequirementFields = ({ form, at: list, place, reason }: RequirementProps) => {
  const { t } = useTranslation("programs")
  const at = `${list}.${place}`
  const locked = { disabledReason: reason }
  const kind = form.getInputProps(`${at}.kind`).value as RequirementKind
  return (
    <div className={classes.requirement}>
      <SelectField
        label={t("kind.label")}
        data={requirementKinds.map((value) => ({ value, label: t(`kind.${value}`) }))}
        {...locked}
        {...form.getInputProps(`${at}.kind`)}
      />
      {kind === "won" || kind === "agreement" ? null : (
        <TextField
          label={t(`about.${kind}`)}
          {...(kind === "certified" ? { placeholder: t("about.any") } : {})}
          {...locked}
          {...form.getInputProps(`${at}.about`)}
        />
      )}
      {isYesOrNo(kind) ? null : (
        <TextField
          label={kind === "won" ? t("atLeastMoney", { currency: form.values.currency }) : t("atLeast")}
          inputMode="decimal"
          {...locked}
          {...form.getInputProps(`${at}.threshold`)}
        />
      )}
      {hasWindow(kind) ? (
        <TextField label={t("months")} inputMode="numeric" {...locked} {...form.getInputProps(`${at}.windowMonths`)} />
      ) : null}
      {reason === undefined ? (
        <ActionIcon
          aria-label={t("removeOf", { name: t(`kind.${kind}`) })}
          title={t("remove")}
          onClick={() => form.removeListItem(list, place)}
        >
          <IconX size={16} aria-hidden />
        </ActionIcon>
      ) : null}
    </div>
  )
}
