import { Stack } from "@mantine/core"
import { useTranslation } from "react-i18next"
import { useEndpoint } from "#client/useEndpoint"
import { listMembers } from "#contract/people"
import { Panel } from "#ui/Panel"
import { Loaded } from "#ui/states"
import { Invitations } from "./Invitations.tsx"
import { InviteMember } from "./InviteMember.tsx"
import { MemberItem } from "./MemberItem.tsx"
import classes from "./Settings.module.css"

/** Who works here, in which role, and who is asked in. */
export const Members = () => {
  const { t } = useTranslation("settings")
  const members = useEndpoint(listMembers, {})
  return (
    <Stack gap="lg">
      <Panel
        title={t("section.members")}
        hint={t("members.hint")}
        isFlush
        aside={members.data ? <InviteMember ability={members.data.abilities.invite} /> : undefined}
      >
        <Loaded from={members}>
          {({ items }) => (
            <ul className={classes.people}>
              {items.map((member) => (
                <MemberItem key={member.id} member={member} />
              ))}
            </ul>
          )}
        </Loaded>
      </Panel>
      <Invitations />
    </Stack>
  )
}
