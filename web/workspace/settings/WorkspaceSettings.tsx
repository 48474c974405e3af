import { SimpleGrid } from "@mantine/core"
import { useForm } from "@mantine/form"
import { useTranslation } from "react-i18next"
import { fieldErrors } from "#client/problem"
import { queries } from "#client/queries"
import { sessionQuery } from "#client/session"
import { useAct } from "#client/useAct"
import { useEndpoint } from "#client/useEndpoint"
import { editWorkspace, getWorkspace, type WorkspaceForHost } from "#contract/workspaces"
import { Form } from "#ui/Form"
import { NumberField, SelectField, TextField } from "#ui/fields"
import { Panel } from "#ui/Panel"
import { Loaded } from "#ui/states"

/** Name, place, currency, and how many false alarms of drift one bears. */
export const WorkspaceSettings = () => {
  const { t } = useTranslation("settings")
  const workspace = useEndpoint(getWorkspace, {})
  return (
    <Panel title={t("section.workspace")}>
      <Loaded from={workspace}>{(shown) => <WorkspaceForm key={shown.version} workspace={shown} />}</Loaded>
    </Panel>
  )
}

const WorkspaceForm = ({ workspace }: { workspace: WorkspaceForHost }) => {
  const { t } = useTranslation("settings")
  const { name, timeZone, country, currency, falseAlarmsPerYear, version, abilities } = workspace
  const form = useForm({
    initialValues: { name, timeZone, country: country ?? "", currency, falseAlarmsPerYear },
    validate: { name: (text) => (text.trim() === "" ? t("workspace.nameNeeded") : null) },
  })
  const save = useAct(editWorkspace, {
    invalidates: [getWorkspace],
    showsProblem: false,
    done: () => t("saved"),
    onDone: () => void queries.invalidateQueries({ queryKey: sessionQuery.queryKey }),
  })
  const reason = abilities.edit === true ? undefined : t("mayNot")
  const send = ({ country, ...more }: typeof form.values) =>
    save.mutate(
      {
        input: {
          ...more,
          currency: more.currency.toUpperCase(),
          ...(country ? { country: country.toUpperCase() } : {}),
        },
        ifMatch: version,
      },
      { onError: (problem) => form.setErrors(fieldErrors(problem)) },
    )
  return (
    <Form
      onSubmit={form.onSubmit(send)}
      submit={t("save")}
      isSubmitting={save.isPending}
      submitError={save.error}
      disabledReason={reason}
    >
      <TextField label={t("workspace.name")} disabledReason={reason} {...form.getInputProps("name")} />
      <SimpleGrid cols={{ base: 1, sm: 2 }}>
        <SelectField
          label={t("workspace.timeZone")}
          searchable
          readOnly={reason !== undefined}
          data={[...new Set([timeZone, "UTC", ...Intl.supportedValuesOf("timeZone")])]}
          {...form.getInputProps("timeZone")}
        />
        <TextField
          label={t("workspace.currency")}
          maxLength={3}
          readOnly={reason !== undefined}
          {...form.getInputProps("currency")}
        />
        <TextField
          label={t("workspace.country")}
          maxLength={2}
          readOnly={reason !== undefined}
          {...form.getInputProps("country")}
        />
        <NumberField
          label={t("workspace.falseAlarms")}
          description={t("workspace.falseAlarmsHint")}
          min={0.01}
          max={1}
          step={0.01}
          readOnly={reason !== undefined}
          {...form.getInputProps("falseAlarmsPerYear")}
        />
      </SimpleGrid>
    </Form>
  )
}
