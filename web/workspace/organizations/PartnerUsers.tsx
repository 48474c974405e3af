import { useTranslation } from "react-i18next"
import { useEndpoint } from "#client/useEndpoint"
import { listPartnerUsers } from "#contract/people"
import { Panel } from "#ui/Panel"
import { Loaded } from "#ui/states"
import { InvitePartner } from "./InvitePartner.tsx"
import classes from "./Partnerships.module.css"

/** Who signs in for a company, and a way to invite somebody. */
export const PartnerUsers = ({ organizationId }: { organizationId: string }) => {
  const { t } = useTranslation("organizations")
  const users = useEndpoint(listPartnerUsers, { query: { organization: organizationId } })
  return (
    <Panel
      title={t("users.title")}
      hint={t("users.hint")}
      isFlush
      aside={
        users.data ? <InvitePartner organizationId={organizationId} ability={users.data.abilities.invite} /> : undefined
      }
    >
      <Loaded from={users}>
        {({ items }) => (
          <ul className={classes.list}>
            {items.length === 0 ? <li>{t("users.none")}</li> : null}
            {items.map(({ id, name, email, role, deactivatedAt }) => (
              <li key={id}>
                <strong>{name}</strong>
                <span>{email}</span>
                <span>{deactivatedAt === null ? t(`role.${role}`) : t("users.left")}</span>
              </li>
            ))}
          </ul>
        )}
      </Loaded>
    </Panel>
  )
}
