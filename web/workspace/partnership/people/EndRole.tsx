import { useTranslation } from "react-i18next"
import { act } from "#client/act"
import { endRole, type RoleAssignment } from "#contract/people"
import { ActionButton } from "#ui/ActionButton"
import { Confirm } from "#ui/Confirm"

/** Ends a role today; the history keeps it. */
export const EndRole = ({ assignment }: { assignment: RoleAssignment }) => {
  const { t } = useTranslation(["partnership", "people"])
  const names = { name: assignment.contactName ?? "", role: t(`people:role.${assignment.role}`) }
  return (
    <Confirm
      question={t("partnership:people.endQuestion", names)}
      consequence={t("partnership:people.endConsequence")}
      verb={t("partnership:people.end")}
      onConfirm={() => act(endRole, { params: { assignment: assignment.id }, input: {} })}
    >
      {(open) => (
        <ActionButton
          variant="subtle"
          size="xs"
          onClick={open}
          aria-label={`${t("partnership:people.end")}: ${names.name}, ${names.role}`}
        >
          {t("partnership:people.end")}
        </ActionButton>
      )}
    </Confirm>
  )
}
