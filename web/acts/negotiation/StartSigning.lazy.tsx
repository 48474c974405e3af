import { Button, Fieldset, Group, Stack, Text } from "@mantine/core"
import { useTranslation } from "react-i18next"
import { useActForm } from "#client/useActForm"
import { type SigningOverview, startSigning } from "#contract/signing"
import { FormDialog } from "#ui/FormDialog"
import { CheckField, TextField } from "#ui/fields"
import { SelectField } from "#ui/SelectField"

type StartProps = { overview: SigningOverview; onClose: () => void }

const mostSigners = 20

/** Who signs for whom, in which order: each party has one to begin with. */
const StartSigning = ({ overview: { draftId, parties }, onClose }: StartProps) => {
  const { t } = useTranslation("negotiation")
  const { form, sending } = useActForm(startSigning, {
    initialValues: {
      signers: parties.map(({ partyId }) => ({ partyId, name: "", email: "" })),
      isOrdered: false,
      mayHandOver: true,
    },
    argsOf: ({ signers, isOrdered, mayHandOver }) => ({
      params: { agreementDraft: draftId },
      input: {
        ...{ isOrdered, mayHandOver },
        signers: signers.map(({ partyId, name, email }, at) => ({
          ...{ partyId, name: name.trim(), email: email.trim() },
          place: isOrdered ? at + 1 : 1,
        })),
      },
    }),
    done: () => t("signing.startDone"),
    onDone: onClose,
  })
  const { signers } = form.values
  const choices = parties.map(({ partyId, name }) => ({ value: partyId, label: name }))
  const [first] = parties
  return (
    <FormDialog {...sending} title={t("signing.startTitle")} submit={t("signing.start")} onClose={onClose}>
      <Text size="sm" c="dimmed">
        {t("signing.startHint")}
      </Text>
      {signers.map((_, at) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: what is typed belongs to its place, and a row goes with its last place
        <Fieldset key={at} legend={t("signing.signerOf", { place: at + 1 })}>
          <Stack gap="sm">
            <SelectField
              label={t("signing.for")}
              data={choices}
              allowDeselect={false}
              {...form.getInputProps(`signers.${at}.partyId`)}
            />
            <TextField label={t("signing.name")} maxLength={200} {...form.getInputProps(`signers.${at}.name`)} />
            <TextField
              label={t("signing.email")}
              description={t("signing.emailHint")}
              type="email"
              maxLength={254}
              {...form.getInputProps(`signers.${at}.email`)}
            />
            {signers.length > parties.length ? (
              <Button size="compact-xs" variant="subtle" onClick={() => form.removeListItem("signers", at)}>
                {t("signing.dropSigner")}
              </Button>
            ) : null}
          </Stack>
        </Fieldset>
      ))}
      {signers.length < mostSigners && first ? (
        <Group>
          <Button
            size="xs"
            variant="default"
            onClick={() => form.insertListItem("signers", { partyId: first.partyId, name: "", email: "" })}
          >
            {t("signing.addSigner")}
          </Button>
        </Group>
      ) : null}
      <CheckField
        label={t("signing.isOrdered")}
        description={t("signing.isOrderedHint")}
        {...form.getInputProps("isOrdered", { type: "checkbox" })}
      />
      <CheckField
        label={t("signing.mayHandOver")}
        description={t("signing.mayHandOverHint")}
        {...form.getInputProps("mayHandOver", { type: "checkbox" })}
      />
    </FormDialog>
  )
}

export default StartSigning
