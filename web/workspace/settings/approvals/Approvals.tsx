import { Stack } from "@mantine/core"
import { useTranslation } from "react-i18next"
import { useEndpoint } from "#client/useEndpoint"
import { useModuleTexts } from "#client/useModuleTexts"
import { listApprovalRules } from "#contract/approvals"
import { listMembers } from "#contract/people"
import { Panel } from "#ui/Panel"
import { Loaded } from "#ui/states"
import { Deputies } from "./Deputies.tsx"
import { RuleForm } from "./RuleForm.tsx"

/** Who has to approve what, and who stands in for whom. */
export const Approvals = () => {
  const { t } = useTranslation("approvals")
  const say = useModuleTexts("approvable")
  const rules = useEndpoint(listApprovalRules, {})
  const members = useEndpoint(listMembers, {}).data?.items.filter(({ deactivatedAt }) => deactivatedAt === null) ?? []
  return (
    <Stack gap="lg">
      <Loaded from={rules}>
        {({ items }) =>
          items.map((rule) => (
            <Panel
              key={rule.kind}
              title={say(`name.${rule.kind.replaceAll(".", "_")}`, rule.kind)}
              hint={t("rule.what")}
            >
              <RuleForm key={rule.version} rule={rule} members={members} />
            </Panel>
          ))
        }
      </Loaded>
      <Deputies members={members} />
    </Stack>
  )
}
