import { useState } from "react"
import { useTranslation } from "react-i18next"
import { auth } from "#client/auth"
import { Panel } from "#ui/Panel"
import { LoadingState } from "#ui/states"
import { ConfirmSecret, type Secret } from "./ConfirmSecret.tsx"
import { PasswordStep } from "./PasswordStep.tsx"

/** A second factor for one's own account: six digits from an authenticator app at every sign-in. */
export const TwoFactor = () => {
  const { t } = useTranslation(["settings", "sign-in"])
  const session = auth.useSession()
  const [secret, setSecret] = useState<Secret>()
  const isOn = session.data?.user.twoFactorEnabled === true
  const refresh = () => {
    setSecret(undefined)
    session.refetch()
  }
  return (
    <Panel title={t("settings:factor.title")} hint={t(isOn ? "settings:factor.on" : "settings:factor.off")}>
      {session.isPending ? (
        <LoadingState rows={3} />
      ) : secret ? (
        <ConfirmSecret secret={secret} onDone={refresh} />
      ) : (
        <PasswordStep isOn={isOn} onSecret={setSecret} onOff={refresh} />
      )}
    </Panel>
  )
}
