import { Button } from "@mantine/core"
import { useState } from "react"
import { useTranslation } from "react-i18next"
import { useSession } from "#client/session"
import { useAct } from "#client/useAct"
import { useActForm } from "#client/useActForm"
import { useEndpoint } from "#client/useEndpoint"
import { useToday } from "#client/useToday"
import { endDeputy, listDeputies, nameDeputy } from "#contract/approvals"
import { FormDialog } from "#ui/FormDialog"
import { DateField } from "#ui/fields"
import { Panel } from "#ui/Panel"
import { SelectField } from "#ui/SelectField"
import { Loaded } from "#ui/states"
import { useFormat } from "#ui/text"
import classes from "./approvals.module.css"

type Member = { userId: string; name: string }

/** Who stands in for whom, and naming one's own deputy. */
export const Deputies = ({ members }: { members: readonly Member[] }) => {
  const { t } = useTranslation("approvals")
  const format = useFormat()
  const [isNaming, setNaming] = useState(false)
  const found = useEndpoint(listDeputies, {})
  const end = useAct(endDeputy, { done: () => t("deputies.ended") })
  return (
    <Panel
      title={t("deputies.title")}
      hint={t("deputies.hint")}
      aside={
        <Button variant="default" onClick={() => setNaming(true)}>
          {t("deputies.name")}
        </Button>
      }
    >
      <Loaded from={found}>
        {({ items }) =>
          items.length === 0 ? (
            <p className={classes.none}>{t("deputies.none")}</p>
          ) : (
            <ul className={classes.list}>
              {items.map(({ id, personName: person, deputyName: deputy, fromOn, toOn, abilities }) => (
                <li key={id} className={classes.line}>
                  {t("deputies.line", { person, deputy, from: format.date(fromOn), to: format.date(toOn) })}
                  {abilities.end === true ? (
                    <Button
                      size="xs"
                      variant="subtle"
                      color="gray"
                      aria-label={t("deputies.endOf", { person, deputy })}
                      onClick={() => end.mutate({ params: { deputy: id } })}
                    >
                      {t("deputies.end")}
                    </Button>
                  ) : null}
                </li>
              ))}
            </ul>
          )
        }
      </Loaded>
      {isNaming ? <NameDeputy members={members} onClose={() => setNaming(false)} /> : null}
    </Panel>
  )
}

const NameDeputy = ({ members, onClose }: { members: readonly Member[]; onClose: () => void }) => {
  const { t } = useTranslation("approvals")
  const { user } = useSession()
  const today = useToday()
  const { form, sending } = useActForm(nameDeputy, {
    initialValues: { deputyId: "", fromOn: today, toOn: "" },
    validate: {
      deputyId: (id) => (id === "" ? t("deputies.deputyNeeded") : null),
      fromOn: (day) => (day === "" ? t("deputies.daysNeeded") : null),
      toOn: (day) => (day === "" ? t("deputies.daysNeeded") : null),
    },
    argsOf: (input) => ({ input }),
    done: () => t("deputies.done"),
    onDone: onClose,
  })
  return (
    <FormDialog {...sending} title={t("deputies.name")} submit={t("deputies.act")} onClose={onClose}>
      <SelectField
        label={t("deputies.deputy")}
        searchable
        data={members
          .filter(({ userId }) => userId !== user.id)
          .map(({ userId, name }) => ({ value: userId, label: name }))}
        {...form.getInputProps("deputyId")}
      />
      <DateField label={t("deputies.from")} {...form.getInputProps("fromOn")} />
      <DateField label={t("deputies.to")} {...form.getInputProps("toOn")} />
    </FormDialog>
  )
}
