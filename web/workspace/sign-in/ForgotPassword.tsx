import { Anchor } from "@mantine/core"
import { Link } from "@tanstack/react-router"
import { useTranslation } from "react-i18next"
import { answerOf } from "#client/answer"
import { auth } from "#client/auth"
import { paths } from "#client/paths"
import { LinkByMail } from "./LinkByMail.tsx"

/** Asks for a link that sets a new password. */
export const ForgotPassword = () => {
  const { t } = useTranslation("sign-in")
  return (
    <LinkByMail
      purpose="forgot"
      send={(email) => answerOf(auth.requestPasswordReset({ email, redirectTo: "/reset-password" }))}
      back={
        <Anchor component={Link} to={paths.signIn()} size="sm">
          {t("toSignIn")}
        </Anchor>
      }
    />
  )
}
