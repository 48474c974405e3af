import { useTranslation } from "react-i18next"
import { reasonOf } from "#client/problem"
import { useActForm } from "#client/useActForm"
import { demandFactor, type WorkspaceForHost } from "#contract/workspaces"
import { Form } from "#ui/Form"
import { CheckField } from "#ui/fields"

/** Who may enter only with a second factor. */
export const FactorDemand = ({ workspace }: { workspace: WorkspaceForHost }) => {
  const { t } = useTranslation("settings")
  const { membersNeedFactor, partnersNeedFactor, version, abilities } = workspace
  const { form, sending } = useActForm(demandFactor, {
    initialValues: { membersNeedFactor, partnersNeedFactor },
    argsOf: (input) => ({ input, ifMatch: version }),
    done: () => t("saved"),
  })
  const reason = reasonOf(abilities.edit)
  return (
    <Form {...sending} submit={t("save")} disabledReason={reason}>
      <CheckField
        label={t("demand.members")}
        disabledReason={reason}
        {...form.getInputProps("membersNeedFactor", { type: "checkbox" })}
      />
      <CheckField
        label={t("demand.partners")}
        disabledReason={reason}
        {...form.getInputProps("partnersNeedFactor", { type: "checkbox" })}
      />
    </Form>
  )
}
