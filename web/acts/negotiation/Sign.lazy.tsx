import { SegmentedControl, Text } from "@mantine/core"
import { useState } from "react"
import { useTranslation } from "react-i18next"
import { useActForm } from "#client/useActForm"
import { type SignerView, type SigningOverview, type SigningView, signAgreement } from "#contract/signing"
import { FormDialog } from "#ui/FormDialog"
import { TextField } from "#ui/fields"
import { useFormat } from "#ui/text"
import { DrawField } from "./DrawField.tsx"
import classes from "./signing.module.css"

type SignProps = { signer: SignerView; round: SigningView; overview: SigningOverview; onClose: () => void }
type Kind = "typed" | "drawn"

/** Signs what lies on the page: by a typed name, or by hand. */
const Sign = ({ signer, round, overview, onClose }: SignProps) => {
  const { t } = useTranslation("negotiation")
  const format = useFormat()
  const [kind, setKind] = useState<Kind>("typed")
  const { form, sending } = useActForm(signAgreement, {
    initialValues: { text: signer.name, strokes: [] as [number, number][][] },
    validate: {
      text: (text) => (kind === "typed" && text.trim() === "" ? t("signing.typeExpected") : null),
      strokes: (strokes) => (kind === "drawn" && strokes.length === 0 ? t("signing.drawExpected") : null),
    },
    argsOf: ({ text, strokes }) => ({
      params: { agreementSigner: signer.id },
      input: {
        mark: kind === "typed" ? { kind, text: text.trim() } : { kind, strokes },
        hash: round.hash,
      },
    }),
    fieldOf: (name) => (name === "mark" ? (kind === "typed" ? "text" : "strokes") : name.replace(/^mark\./, "")),
    done: () => t("signing.signDone"),
    onDone: onClose,
  })
  const title = t("signing.signTitle", { number: round.versionNumber })
  return (
    <FormDialog {...sending} title={title} submit={t("signing.sign")} onClose={onClose}>
      <Text size="sm">{t("signing.countsOn", { day: format.date(overview.countsOn), zone: overview.timeZone })}</Text>
      <SegmentedControl
        aria-label={t("signing.how")}
        value={kind}
        onChange={(value) => setKind(value as Kind)}
        data={[
          { value: "typed", label: t("signing.typed") },
          { value: "drawn", label: t("signing.drawn") },
        ]}
      />
      {kind === "typed" ? (
        <TextField
          label={t("signing.typeName")}
          description={t("signing.typeHint")}
          maxLength={200}
          classNames={{ input: classes.markField ?? "" }}
          {...form.getInputProps("text")}
        />
      ) : (
        <DrawField label={t("signing.draw")} {...form.getInputProps("strokes")} />
      )}
      <p className={classes.hash}>{t("signing.kept")}</p>
      <p className={classes.hash}>{t("signing.hash", { hash: round.hash })}</p>
    </FormDialog>
  )
}

export default Sign
