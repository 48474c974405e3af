import { Text } from "@mantine/core"
import { useTranslation } from "react-i18next"
import { reasonOf } from "#client/problem"
import { useAct } from "#client/useAct"
import { useActForm } from "#client/useActForm"
import { useEndpoint } from "#client/useEndpoint"
import {
  listOverviewShares,
  type PartnershipForHost,
  revokeOverviewShare,
  type SharedOverview,
  shareOverview,
} from "#contract/portfolio"
import { type Language, languages } from "#core/languages"
import { ActionButton } from "#ui/ActionButton"
import { FormDialog } from "#ui/FormDialog"
import { TextField } from "#ui/fields"
import { Row, RowLine, Rows } from "#ui/Rows"
import { SelectField } from "#ui/SelectField"
import { useFormat } from "#ui/text"
import classes from "./share.module.css"

type ShareDialogProps = { partnership: PartnershipForHost; onClose: () => void }

/** To whom a link to the overview is mailed: what they read there, who has one already, and the way to take it back. */
const ShareDialog = ({ partnership, onClose }: ShareDialogProps) => {
  const { t } = useTranslation("partnership")
  const params = { partnership: partnership.id }
  const shares = useEndpoint(listOverviewShares, { params })
  const { form, sending } = useActForm(shareOverview, {
    initialValues: { name: "", email: "", language: "en" as Language },
    validate: {
      name: (text) => (text.trim() === "" ? t("share.nameNeeded") : null),
      email: (text) => (text.trim() === "" ? t("share.emailNeeded") : null),
    },
    argsOf: ({ name, email, language }) => ({ params, input: { name, email: email.trim(), language } }),
    done: ({ email }) => t("share.done", { email }),
    resets: true,
  })
  const open = shares.data?.items.filter(({ state }) => state === "open") ?? []
  return (
    <FormDialog
      {...sending}
      title={t("share.title")}
      submit={t("share.submit")}
      disabledReason={shares.data && reasonOf(shares.data.abilities.share)}
      onClose={onClose}
    >
      <Text size="sm" c="dimmed">
        {t("share.what", { name: partnership.name })}
      </Text>
      {open.length > 0 ? (
        <section aria-label={t("share.with")} className={classes.list}>
          <Rows>
            {open.map((each) => (
              <Shared key={each.id} shared={each} />
            ))}
          </Rows>
        </section>
      ) : null}
      <TextField label={t("share.name")} data-autofocus {...form.getInputProps("name")} />
      <TextField type="email" label={t("share.email")} {...form.getInputProps("email")} />
      <SelectField
        label={t("share.language")}
        data={Object.entries(languages).map(([value, label]) => ({ value, label }))}
        {...form.getInputProps("language")}
      />
    </FormDialog>
  )
}

const Shared = ({ shared }: { shared: SharedOverview }) => {
  const { t } = useTranslation("partnership")
  const format = useFormat()
  const revoke = useAct(revokeOverviewShare, { done: ({ email }) => t("share.revoked", { email }) })
  return (
    <Row
      name={shared.name}
      lines={<RowLine>{t("share.until", { email: shared.email, on: format.dayOf(shared.expiresAt) })}</RowLine>}
      end={
        <ActionButton
          size="xs"
          variant="default"
          aria-label={t("share.revokeOf", { name: shared.name })}
          disabledReason={reasonOf(shared.abilities.revoke)}
          loading={revoke.isPending}
          onClick={() => revoke.mutate({ params: { share: shared.id } })}
        >
          {t("share.revoke")}
        </ActionButton>
      }
    />
  )
}

export default ShareDialog
