import { useTranslation } from "react-i18next"
import { useAct } from "#client/useAct"
import { type LinkForHost, revokeLink } from "#contract/links"
import { ActionButton } from "#ui/ActionButton"
import { Confirm } from "#ui/Confirm"

/** Takes a link back, after asking: it cannot be given out again, only a new one can. */
export const RevokeLink = ({ link: { id, name, email, abilities } }: { link: LinkForHost }) => {
  const { t } = useTranslation("settings")
  const revoke = useAct(revokeLink, { done: () => t("links.revoked", { email }), showsProblem: false })
  if (abilities.revoke !== true) return null
  return (
    <Confirm
      question={t("links.revokeQuestion", { name })}
      consequence={t("links.revokeConsequence", { email })}
      verb={t("links.revoke")}
      isDangerous
      onConfirm={() => revoke.mutateAsync({ params: { link: id } })}
    >
      {(open) => (
        <ActionButton
          variant="subtle"
          size="xs"
          aria-label={t("links.revokeOf", { name })}
          onClick={(event) => {
            event.stopPropagation()
            open()
          }}
        >
          {t("links.revoke")}
        </ActionButton>
      )}
    </Confirm>
  )
}
