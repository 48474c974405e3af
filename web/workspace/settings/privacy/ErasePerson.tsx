import { List, Text } from "@mantine/core"
import { useState } from "react"
import { useTranslation } from "react-i18next"
import { OwnerField } from "#acts/OwnerField"
import { reasonOf } from "#client/problem"
import { useActForm } from "#client/useActForm"
import { erasePerson, type PersonalData } from "#contract/privacy"
import { ActionButton } from "#ui/ActionButton"
import { FormDialog } from "#ui/FormDialog"
import { TextField } from "#ui/fields"
import { useFormat } from "#ui/text"
import { useWhatIsKept } from "./useWhatIsKept.ts"

type ErasePersonProps = { id: string; data: PersonalData }

/** Erasing cannot be undone: it is said what goes and what stays, and the name is typed. */
export const ErasePerson = ({ id, data }: ErasePersonProps) => {
  const { t } = useTranslation("privacy")
  const [isOpen, setOpen] = useState(false)
  return (
    <>
      <ActionButton
        color="red"
        variant="light"
        disabledReason={reasonOf(data.abilities.erase)}
        onClick={() => setOpen(true)}
      >
        {t("erase.open")}
      </ActionButton>
      {isOpen ? <EraseForm id={id} data={data} onClose={() => setOpen(false)} /> : null}
    </>
  )
}

const EraseForm = ({ id, data: { person, belongings }, onClose }: ErasePersonProps & { onClose: () => void }) => {
  const { t } = useTranslation("privacy")
  const format = useFormat()
  const words = useWhatIsKept()
  const name = person.find((each) => !each.isErased)?.name ?? ""
  const { form, sending } = useActForm(erasePerson, {
    initialValues: { typed: "", successorId: "" },
    validate: {
      typed: (text) => (text.trim() === "" ? t("erase.nameNeeded") : null),
      successorId: (chosen) => (belongings.length > 0 && !chosen ? t("erase.successorNeeded") : null),
    },
    argsOf: ({ typed, successorId }) => ({
      params: { person: id },
      input: { typed, ...(successorId ? { successorId } : {}) },
    }),
    done: () => {
      onClose()
      return t("erase.done")
    },
  })
  return (
    <FormDialog {...sending} title={t("erase.title", { name })} submit={t("erase.submit")} onClose={onClose}>
      <List size="sm" spacing="xs">
        <List.Item>{t("erase.goes")}</List.Item>
        <List.Item>{t("erase.stays")}</List.Item>
        <List.Item>{t("erase.out")}</List.Item>
        {person.length > 1 ? <List.Item>{t("erase.all", { count: person.length })}</List.Item> : null}
      </List>
      <Text fw={550}>{t("erase.noWayBack")}</Text>
      {belongings.length > 0 ? (
        <OwnerField
          label={t("erase.successor")}
          description={format.commas(
            belongings.map(({ kind, rows }) => `${words.belongings(kind)}: ${format.number(rows)}`),
          )}
          {...form.getInputProps("successorId")}
        />
      ) : null}
      <TextField label={t("erase.typed", { name })} autoComplete="off" {...form.getInputProps("typed")} />
    </FormDialog>
  )
}
