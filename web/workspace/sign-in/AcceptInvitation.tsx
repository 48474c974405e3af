import { Button } from "@mantine/core"
import { useQuery } from "@tanstack/react-query"
import { Link } from "@tanstack/react-router"
import { useTranslation } from "react-i18next"
import { answerOf } from "#client/answer"
import { auth } from "#client/auth"
import { call } from "#client/call"
import { linkTo } from "#client/linkTo"
import { paths } from "#client/paths"
import { fieldErrors, isStatus } from "#client/problem"
import { sessionQuery } from "#client/session"
import { useCheckedForm } from "#client/useCheckedForm"
import { useEndpoint } from "#client/useEndpoint"
import { useTry } from "#client/useTry"
import { acceptInvitation, readInvitation } from "#contract/people"
import type { OutputOf } from "#core/endpoint"
import { homePath } from "#paths/home"
import { Door } from "#shell/Door"
import { Form } from "#ui/Form"
import { PasswordField, TextField } from "#ui/fields"
import { Loaded } from "#ui/states"
import { fromAddress } from "./address.ts"
import { OtherAddress } from "./OtherAddress.tsx"
import { checkFilled, checkPassword, leastPassword } from "./rules.ts"

type Invitation = OutputOf<typeof readInvitation>

/** Where the link of an invitation leads: someone new gets an account, someone known signs in first. */
export const AcceptInvitation = () => {
  const { t } = useTranslation("sign-in")
  const token = fromAddress("token")
  const invitation = useEndpoint(readInvitation, { params: { token } })
  const session = useQuery(sessionQuery)
  // One that never was looks like one that is over; the server says which of the ways it ended.
  const isOver = isStatus(invitation.error, 410)
  if (isOver || isStatus(invitation.error, 404))
    return (
      <Door title={t("invitation.goneTitle")} text={isOver ? invitation.error?.message : t("invitation.goneText")}>
        <Button component={Link} to={paths.root()} variant="default" fullWidth mt="lg">
          {t("toSignIn")}
        </Button>
      </Door>
    )
  return (
    <Loaded from={invitation} isPage>
      {(found) => (
        <Door
          title={t("invitation.title", { workspace: found.workspaceName })}
          text={t(textOf(found, session.data?.user.email), {
            by: found.invitedBy,
            email: found.email,
            mine: session.data?.user.email,
          })}
        >
          {session.data && session.data.user.email !== found.email ? (
            <OtherAddress
              token={token}
              email={found.email}
              accept={async (proof) => enter(await call(acceptInvitation, { params: { token }, input: { proof } }))}
            />
          ) : found.hasAccount && !session.data ? (
            <Button component={Link} {...linkTo(paths.signIn(paths.invitation(token)))} fullWidth mt="lg">
              {t("invitation.signIn")}
            </Button>
          ) : (
            <Accept token={token} invitation={found} />
          )}
        </Door>
      )}
    </Loaded>
  )
}

/** Whoever is signed in with another address reads both, and nothing of what accounts there are. */
const textOf = ({ hasAccount, email }: Invitation, mine: string | undefined) => {
  if (mine !== undefined && mine !== email) return "other.text"
  return hasAccount ? "invitation.textKnown" : "invitation.textNew"
}

const enter = ({ slug, side, partnershipId }: OutputOf<typeof acceptInvitation>): void => {
  const ofPartner = partnershipId ? paths.portalPartnership(slug, partnershipId) : paths.portalHome(slug)
  location.assign(side === "host" ? homePath(slug) : ofPartner)
}

const Accept = ({ token, invitation: { email, hasAccount } }: { token: string; invitation: Invitation }) => {
  const { t } = useTranslation("sign-in")
  const attempt = useTry()
  const form = useCheckedForm({
    initialValues: { name: "", password: "" },
    validate: hasAccount ? {} : { name: checkFilled(t), password: checkPassword(t) },
  })
  const accept = (person: { name: string; password: string }) =>
    attempt.run(async () => {
      try {
        const accepted = await call(acceptInvitation, { params: { token }, input: person })
        if (!hasAccount) await answerOf(auth.signIn.email({ email, password: person.password }))
        enter(accepted)
      } catch (problem) {
        form.setErrors(fieldErrors(problem))
        throw problem
      }
    })
  return (
    <Form
      onSubmit={form.onSubmit((person) => void accept(person))}
      submit={t("invitation.submit")}
      isSubmitting={attempt.isBusy}
      submitError={attempt.problem}
      isWide
    >
      {hasAccount ? null : (
        <>
          <TextField label={t("name")} autoComplete="name" {...form.getInputProps("name")} />
          <PasswordField
            label={t("password")}
            description={t("passwordHint", { count: leastPassword })}
            autoComplete="new-password"
            {...form.getInputProps("password")}
          />
        </>
      )}
    </Form>
  )
}
