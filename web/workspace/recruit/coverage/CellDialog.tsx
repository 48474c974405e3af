import { Modal, Stack } from "@mantine/core"
import { useTranslation } from "react-i18next"
import { reasonOf } from "#client/problem"
import { useActForm } from "#client/useActForm"
import { useEndpoint } from "#client/useEndpoint"
import { type Coverage, listCovering, setCoverageTarget } from "#contract/recruitment"
import { Form } from "#ui/Form"
import { NumberField } from "#ui/NumberField"
import { Loaded } from "#ui/states"
import { CoveringRows } from "./CoveringRows.tsx"
import { cellAt, type Spot, type SpotNames } from "./spots.ts"

type CellDialogProps = { coverage: Coverage; spot: Spot; names: SpotNames; onClose: () => void }

/** One cell: how many partners are wanted there, and which companies it counts. */
export const CellDialog = ({ coverage, spot, names, onClose }: CellDialogProps) => {
  const { t: ui } = useTranslation("ui")
  const { places, entries } = coverage
  const { place, entry } = spot
  const found = useEndpoint(listCovering, {
    query: {
      ...{ places, entries },
      ...(place === null ? {} : { place }),
      ...(entry === null ? {} : { entry }),
      ...(place === null ? { unknown: entry === null ? ("both" as const) : ("place" as const) } : {}),
      ...(place !== null && entry === null ? { unknown: "entry" as const } : {}),
    },
  })
  return (
    <Modal opened onClose={onClose} title={names.both(spot)} closeButtonProps={{ "aria-label": ui("close") }}>
      <Stack gap="md">
        {place === null || entry === null ? null : (
          <Target coverage={coverage} spot={{ place, entry }} was={cellAt(coverage, spot).wanted} onDone={onClose} />
        )}
        <Loaded from={found}>{({ items, isMore }) => <CoveringRows items={items} isMore={isMore} />}</Loaded>
      </Stack>
    </Modal>
  )
}

/** A target keeps the word as it is written, not as it is compared. */
const writtenIn = (headers: Coverage["rows"], key: string) => headers.find((each) => each.key === key)?.label ?? key

type TargetProps = {
  coverage: Coverage
  spot: Readonly<{ place: string; entry: string }>
  was: number | null
  onDone: () => void
}

const Target = ({ coverage: { places, entries, rows, columns, abilities }, spot, was, onDone }: TargetProps) => {
  const { t } = useTranslation("coverage")
  const words = { place: writtenIn(rows, spot.place), entry: writtenIn(columns, spot.entry) }
  const reason = reasonOf(abilities.set)
  const { form, sending } = useActForm<typeof setCoverageTarget, { wanted: number | string }>(setCoverageTarget, {
    initialValues: { wanted: was ?? "" },
    argsOf: ({ wanted }) => ({
      input: { places, entries, ...words, was, wanted: wanted === "" ? null : Number(wanted) },
    }),
    onDone,
  })
  return (
    <Form {...sending} submit={t("target.save")} disabledReason={reason}>
      <NumberField
        label={t("target.label")}
        description={t("target.hint")}
        disabledReason={reason}
        min={0}
        max={1_000}
        allowDecimal={false}
        data-autofocus
        {...form.getInputProps("wanted")}
      />
    </Form>
  )
}
