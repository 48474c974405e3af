import { SimpleGrid } from "@mantine/core"
import { useTranslation } from "react-i18next"
import { reasonOf } from "#client/problem"
import { useActForm } from "#client/useActForm"
import { useEndpoint } from "#client/useEndpoint"
import { editWorkspace, getWorkspace, type WorkspaceForHost } from "#contract/workspaces"
import { Form } from "#ui/Form"
import { TextField } from "#ui/fields"
import { Panel } from "#ui/Panel"
import { CountryField, CurrencyField, TimeZoneField } from "#ui/placeFields"
import { Loaded } from "#ui/states"
import { AlarmBudget } from "./AlarmBudget.tsx"
import { AttentionCondition } from "./AttentionCondition.tsx"
import { FactorDemand } from "./FactorDemand.tsx"

/** Name, place, currency, and how many false alarms of drift one bears. */
export const WorkspaceSettings = () => {
  const { t } = useTranslation("settings")
  const workspace = useEndpoint(getWorkspace, {})
  return (
    <>
      <Panel title={t("section.workspace")}>
        <Loaded from={workspace}>{(shown) => <WorkspaceForm key={shown.version} workspace={shown} />}</Loaded>
      </Panel>
      <Panel title={t("demand.title")} hint={t("demand.hint")}>
        <Loaded from={workspace}>{(shown) => <FactorDemand key={shown.version} workspace={shown} />}</Loaded>
      </Panel>
      <AttentionCondition />
    </>
  )
}

const WorkspaceForm = ({ workspace }: { workspace: WorkspaceForHost }) => {
  const { t } = useTranslation("settings")
  const { name, timeZone, country, currency, falseAlarmsPerYear, version, abilities } = workspace
  const { form, sending } = useActForm(editWorkspace, {
    initialValues: { name, timeZone, country: country ?? "", currency, falseAlarmsPerYear },
    validate: { name: (text) => (text.trim() === "" ? t("workspace.nameNeeded") : null) },
    argsOf: ({ country, ...more }) => ({
      input: { ...more, ...(country ? { country } : {}) },
      ifMatch: version,
    }),
    done: () => t("saved"),
  })
  const reason = reasonOf(abilities.edit)
  return (
    <Form {...sending} submit={t("save")} disabledReason={reason}>
      <TextField label={t("workspace.name")} disabledReason={reason} {...form.getInputProps("name")} />
      <SimpleGrid cols={{ base: 1, sm: 3 }}>
        <TimeZoneField
          label={t("workspace.timeZone")}
          readOnly={reason !== undefined}
          {...form.getInputProps("timeZone")}
        />
        <CountryField
          label={t("workspace.country")}
          readOnly={reason !== undefined}
          {...form.getInputProps("country")}
        />
        <CurrencyField
          label={t("workspace.currency")}
          readOnly={reason !== undefined}
          {...form.getInputProps("currency")}
        />
      </SimpleGrid>
      <AlarmBudget
        value={form.values.falseAlarmsPerYear}
        onChange={(budget) => form.setFieldValue("falseAlarmsPerYear", budget)}
        error={form.errors.falseAlarmsPerYear}
        disabledReason={reason}
      />
    </Form>
  )
}
