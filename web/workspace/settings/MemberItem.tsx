import { Select } from "@mantine/core"
import { useTranslation } from "react-i18next"
import { act } from "#client/act"
import { useAct } from "#client/useAct"
import { changeRole, deactivateMember, type MemberForHost, reactivateMember } from "#contract/people"
import { type MemberRole, memberRoles } from "#core/actor"
import { ActionButton } from "#ui/ActionButton"
import { Confirm } from "#ui/Confirm"
import classes from "./Settings.module.css"

/** One member: a role to choose, and a way out. */
export const MemberItem = ({ member }: { member: MemberForHost }) => {
  const { t } = useTranslation("settings")
  const { id, name, email, role, version, isSelf, deactivatedAt, abilities } = member
  const change = useAct(changeRole, { done: () => t("members.changed", { name }) })
  const mayChange = abilities.change === true
  return (
    <li className={classes.person}>
      <div>
        <strong>{name}</strong> {isSelf ? <span className={classes.soft}>{t("members.you")}</span> : null}
        <div className={classes.soft}>{email}</div>
      </div>
      <div className={classes.acts}>
        {mayChange && deactivatedAt === null ? (
          <Select
            aria-label={t("members.roleOf", { name })}
            allowDeselect={false}
            w={170}
            value={role}
            data={memberRoles.map((each) => ({ value: each, label: t(`role.${each}`) }))}
            onChange={(next) =>
              next && change.mutate({ params: { member: id }, input: { role: next as MemberRole }, ifMatch: version })
            }
          />
        ) : (
          <span>{deactivatedAt === null ? t(`role.${role}`) : t("members.left")}</span>
        )}
        {mayChange ? <Leave member={member} /> : null}
      </div>
    </li>
  )
}

const Leave = ({ member: { id, name, deactivatedAt } }: { member: MemberForHost }) => {
  const { t } = useTranslation("settings")
  const back = useAct(reactivateMember)
  if (deactivatedAt !== null)
    return (
      <ActionButton
        variant="default"
        size="xs"
        loading={back.isPending}
        onClick={() => back.mutate({ params: { member: id } })}
      >
        {t("members.reactivate")}
      </ActionButton>
    )
  return (
    <Confirm
      question={t("members.deactivateQuestion", { name })}
      consequence={t("members.deactivateConsequence")}
      verb={t("members.deactivate")}
      isDangerous
      onConfirm={() => act(deactivateMember, { params: { member: id } })}
    >
      {(open) => (
        <ActionButton variant="subtle" size="xs" onClick={open} aria-label={t("members.deactivateQuestion", { name })}>
          {t("members.deactivate")}
        </ActionButton>
      )}
    </Confirm>
  )
}
