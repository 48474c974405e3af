import { Group, SimpleGrid, Stack } from "@mantine/core"
import { type PartnershipType, stages } from "#contract/partnerships"
import { CommitmentStateMark, type OccurrenceState } from "#marks/CommitmentStateMark"
import { type Health, HealthMark } from "#marks/HealthMark"
import { KeptRate } from "#marks/KeptRate"
import { StageBadge } from "#marks/StageBadge"
import { TypeBadge } from "#marks/TypeBadge"
import { Explain } from "#ui/Explain"
import { Panel } from "#ui/Panel"
import { SideBadge } from "#ui/SideBadge"
import { DateText, MomentText, MoneyText, NumberText, Unknown } from "#ui/text"

const healths: readonly Health[] = ["steady", "drifting", "recovering", "silent", "not_scored"]
const occurrences: readonly OccurrenceState[] = [
  "upcoming",
  "due",
  "kept",
  "kept_late",
  "missed",
  "waived",
  "re_agreed",
  "disputed",
]
const types: readonly PartnershipType[] = [
  "reseller",
  "distributor",
  "msp",
  "integrator",
  "isv",
  "integration",
  "referral",
  "co_marketing",
  "joint_solution",
  "strategic_alliance",
  "consortium",
]

export const Marks = () => (
  <SimpleGrid cols={{ base: 1, md: 2 }} spacing={20}>
    <Panel title="States">
      <Stack gap="sm">
        <Group gap={8}>
          {healths.map((health) => (
            <HealthMark key={health} health={health} />
          ))}
        </Group>
        <Group gap={8}>
          {stages.map((stage) => (
            <StageBadge key={stage} stage={stage} />
          ))}
        </Group>
        <Group gap={8}>
          {occurrences.map((state) => (
            <CommitmentStateMark key={state} state={state} />
          ))}
        </Group>
        <Group gap={14}>
          {types.map((type) => (
            <TypeBadge key={type} type={type} />
          ))}
        </Group>
      </Stack>
    </Panel>
    <Panel title="Figures" visibility="host" hint="A panel that is private to our side">
      <Stack gap="sm">
        <KeptRate ours={{ kept: 9, due: 10 }} theirs={{ kept: 5, due: 8 }} />
        <KeptRate ours={{ kept: 3, due: 4 }} theirs={{ kept: 0, due: 0 }} />
        <Group gap={20}>
          <SideBadge side="host" />
          <SideBadge side="partner" name="Nordlicht Systems" />
        </Group>
        <Group gap={20}>
          <Explain
            label="Promises kept, ours"
            definition="Of our promises that fell due in the last 26 weeks, the share kept with evidence on or before the day."
            inputs={[
              { label: "Due", value: 10 },
              { label: "Kept", value: 9 },
              { label: "Kept late", value: 1 },
            ]}
            asOf="2026-11-23T06:00:00.000Z"
          >
            <NumberText value={0.9} as="percent" />
          </Explain>
          <MoneyText money={{ amountMinor: 123_456_789, currency: "EUR" }} />
          <MoneyText money={{ amountMinor: 123_456_789, currency: "JPY" }} isCompact />
          <DateText on="2026-11-23" />
          <MomentText at="2026-11-23T09:30:00.000Z" />
          <Unknown />
        </Group>
      </Stack>
    </Panel>
  </SimpleGrid>
)
