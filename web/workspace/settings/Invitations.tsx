import { useTranslation } from "react-i18next"
import { useAct } from "#client/useAct"
import { useEndpoint } from "#client/useEndpoint"
import { type InvitationForHost, listInvitations, revokeInvitation } from "#contract/people"
import { ActionButton } from "#ui/ActionButton"
import { Panel } from "#ui/Panel"
import { EmptyState, Loaded } from "#ui/states"
import { DayOfText } from "#ui/text"
import classes from "./Settings.module.css"

/** Who was asked in, on either side, and what came of it. */
export const Invitations = () => {
  const { t } = useTranslation("settings")
  const invitations = useEndpoint(listInvitations, {})
  return (
    <Panel title={t("invitations.title")} hint={t("invitations.hint")} isFlush>
      <Loaded from={invitations}>
        {({ items }) =>
          items.length === 0 ? (
            <EmptyState title={t("invitations.empty")}>{t("invitations.emptyText")}</EmptyState>
          ) : (
            <ul className={classes.people}>
              {items.map((invitation) => (
                <InvitationItem key={invitation.id} invitation={invitation} />
              ))}
            </ul>
          )
        }
      </Loaded>
    </Panel>
  )
}

const InvitationItem = ({ invitation }: { invitation: InvitationForHost }) => {
  const { t } = useTranslation("settings")
  const { id, email, role, organizationName, invitedBy, createdAt, state, abilities } = invitation
  const revoke = useAct(revokeInvitation, {
    done: () => t("invitations.revoked", { email }),
  })
  return (
    <li className={classes.person}>
      <div>
        <strong>{email}</strong>
        <div className={classes.soft}>
          {[t(`role.${role}`), organizationName, invitedBy].filter(Boolean).join(" · ")} · <DayOfText at={createdAt} />
        </div>
      </div>
      <div className={classes.acts}>
        <span>{t(`invitations.state.${state}`)}</span>
        {state === "open" && abilities.revoke === true ? (
          <ActionButton
            variant="subtle"
            size="xs"
            loading={revoke.isPending}
            aria-label={t("invitations.revokeOf", { email })}
            onClick={() => revoke.mutate({ params: { invitation: id } })}
          >
            {t("invitations.revoke")}
          </ActionButton>
        ) : null}
      </div>
    </li>
  )
}
