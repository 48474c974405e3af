import { Select, SimpleGrid, TextInput } from "@mantine/core"
import { useTranslation } from "react-i18next"
import { CompanyField } from "#acts/CompanyField"
import { act } from "#client/act"
import { useActForm } from "#client/useActForm"
import { activityKinds, directions, recordActivity, retractActivity } from "#contract/activities"
import type { Side } from "#core/actor"
import { Form } from "#ui/Form"
import { CheckField } from "#ui/fields"
import { useViewerSide } from "#ui/viewer"
import { useMomentWords } from "./useMomentWords.ts"

type Direction = (typeof directions)[number]

const whoseTurn = (direction: Direction, reader: Side) => {
  if (direction === "two_way") return "both"
  return direction === `from_${reader}` ? "ours" : "theirs"
}

/** What just happened, in one line: kind, with whom, what about. */
export const LogActivity = ({ partnershipId }: { partnershipId: string }) => {
  const { t } = useTranslation("timeline")
  const words = useMomentWords()
  const side = useViewerSide()
  const { form, sending } = useActForm(recordActivity, {
    initialValues: {
      kind: null as string | null,
      direction: "two_way" as Direction,
      party: "",
      person: "",
      summary: "",
      at: "",
      isPrivate: false,
    },
    validate: { kind: (kind) => (kind === null ? t("log.kindNeeded") : null) },
    fieldOf: (name) => (name === "occurredAt" ? "at" : name),
    argsOf: ({ kind, direction, party, person, summary, at, isPrivate }) => ({
      params: { partnership: partnershipId },
      input: {
        kind: kind ?? "",
        direction,
        ...(direction === "from_partner" && party ? { party } : {}),
        visibility: isPrivate ? side : ("shared" as const),
        ...(person.trim() ? { person } : {}),
        ...(summary.trim() ? { summary } : {}),
        ...(at ? { occurredAt: new Date(at).toISOString() } : {}),
      },
    }),
    done: ({ kind }) => t("log.done", { kind: words.kind(kind) }),
    undo: ({ id }) => act(retractActivity, { params: { activity: id }, input: { reason: t("log.undone") } }),
    resets: true,
  })
  return (
    <Form
      {...sending}
      submit={t("log.submit")}
      aside={
        <CheckField
          label={t("log.private")}
          description={t("log.privateHint")}
          {...form.getInputProps("isPrivate", { type: "checkbox" })}
        />
      }
    >
      <SimpleGrid cols={{ base: 1, xs: 2, md: 4 }} spacing="xs" verticalSpacing="sm">
        <Select
          label={t("log.kind")}
          placeholder={t("log.kindChoose")}
          allowDeselect={false}
          searchable
          data={activityKinds.map((kind) => ({ value: kind, label: words.kind(kind) }))}
          {...form.getInputProps("kind")}
        />
        <Select
          label={t("log.direction")}
          allowDeselect={false}
          data={directions.map((each) => ({ value: each, label: t(`direction.${whoseTurn(each, side)}`) }))}
          {...form.getInputProps("direction")}
        />
        {form.values.direction === "from_partner" && side === "host" ? (
          <CompanyField partnershipId={partnershipId} {...form.getInputProps("party")} />
        ) : null}
        <TextInput label={t("log.person")} {...form.getInputProps("person")} />
        <TextInput
          type="datetime-local"
          label={t("log.at")}
          description={form.values.at === "" ? t("log.now") : undefined}
          inputWrapperOrder={["label", "input", "description"]}
          {...form.getInputProps("at")}
        />
      </SimpleGrid>
      <TextInput label={t("log.summary")} {...form.getInputProps("summary")} />
    </Form>
  )
}
