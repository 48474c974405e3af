import { Button, Group, SimpleGrid, Stack } from "@mantine/core"
import { IconFileCheck } from "@tabler/icons-react"
import { Problem } from "#client/problem"
import { useCheckedForm } from "#client/useCheckedForm"
import { ActionButton } from "#ui/ActionButton"
import { Confirm } from "#ui/Confirm"
import { FileDrop } from "#ui/FileDrop"
import { Form } from "#ui/Form"
import { DateField, TextField } from "#ui/fields"
import { NumberField } from "#ui/NumberField"
import { Panel } from "#ui/Panel"
import { SelectField } from "#ui/SelectField"
import { EmptyState, ErrorState, ForbiddenState, LoadingState } from "#ui/states"
import { Timeline } from "#ui/Timeline"
import { showDone } from "#ui/toast"

const refused = new Problem({
  type: "about:blank",
  title: "Another partner registered this customer on 3 November.",
  status: 409,
  code: "conflict",
  requestId: "01JD8Z",
})

export const Pieces = () => {
  const form = useCheckedForm({
    initialValues: { account: "Harbour Logistics", amount: 48_000, closeOn: "2027-02-26", type: "reseller" },
    initialErrors: { account: "Name the customer's company, such as Harbour Logistics GmbH." },
  })
  return (
    <SimpleGrid cols={{ base: 1, md: 2 }} spacing={20}>
      <Panel title="A form">
        <Form
          onSubmit={form.onSubmit(() => showDone("Deal registered.", async () => undefined))}
          submit="Register deal"
          isSubmitting={false}
          submitError={refused}
          aside={
            <ActionButton variant="default" disabledReason="Only the deal desk may approve; ask Mei Tanaka.">
              Approve
            </ActionButton>
          }
        >
          <TextField label="Customer" {...form.getInputProps("account")} />
          <NumberField label="Amount in euros" thousandSeparator=" " {...form.getInputProps("amount")} />
          <DateField label="Expected close" {...form.getInputProps("closeOn")} />
          <SelectField
            label="Kind"
            data={["reseller", "referral"]}
            disabledReason="Follows from the agreement."
            {...form.getInputProps("type")}
          />
        </Form>
      </Panel>
      <Panel title="What happened">
        <Timeline
          label="What happened"
          entries={[
            {
              id: "1",
              at: "2026-11-20T14:05:00.000Z",
              tone: "good",
              icon: <IconFileCheck size={13} />,
              what: "Nordlicht kept “Two trained sellers” with a certificate",
              who: "Jonas Weber",
            },
            {
              id: "2",
              at: "2026-11-18T09:12:00.000Z",
              tone: "warn",
              what: "Steering meeting moved for the second time",
              who: "Ada Okafor",
              detail: "From 18 to 27 November; agreed by both sides.",
            },
            {
              id: "3",
              at: "2026-11-12T16:40:00.000Z",
              visibility: "host",
              what: "Note: their new sales lead prefers a monthly call",
              who: "Mei Tanaka",
            },
          ]}
        />
      </Panel>
      <Panel title="Acts">
        <Stack>
          <Group gap="xs">
            <Button onClick={() => showDone("Promise marked as kept.", async () => undefined)}>Mark kept</Button>
            <Button variant="default">Plan meeting</Button>
            <Confirm
              question="End the partnership with Nordlicht?"
              consequence="Open promises are closed as waived and the portal closes for their people. This cannot be taken back."
              verb="End partnership"
              isDangerous
              onConfirm={async () => showDone("Partnership ended.")}
            >
              {(open) => (
                <Button variant="subtle" color="red" onClick={open}>
                  End partnership
                </Button>
              )}
            </Confirm>
          </Group>
          <FileDrop
            label="Choose a file or drop it here"
            hint="CSV or Excel, up to 200 MB"
            accept=".csv,.xlsx"
            onFile={(file) => showDone(`Took ${file.name}.`)}
          />
        </Stack>
      </Panel>
      <Panel title="Nothing yet" isFlush>
        <EmptyState title="No promises yet" action={<Button variant="default">Add from the agreement</Button>}>
          Promises come from clauses and reviews. Add the first one, or import an agreement.
        </EmptyState>
      </Panel>
      <Panel title="Something failed" isFlush>
        <ErrorState problem={refused} onRetry={() => undefined} />
      </Panel>
      <Panel title="Not for you, and still coming" isFlush>
        <ForbiddenState reason="Private notes are for the partnership's own team." />
        <LoadingState rows={4} />
      </Panel>
    </SimpleGrid>
  )
}
