import { Anchor, SimpleGrid } from "@mantine/core"
import { useState } from "react"
import { DriftLanes, type LaneFocus } from "#marks/DriftLanes"
import { HealthMark } from "#marks/HealthMark"
import { HeatStrip } from "#marks/HeatStrip"
import { RampCurve } from "#marks/RampCurve"
import { Panel } from "#ui/Panel"
import { useFormat } from "#ui/text"
import { events, heat, lanes, ramp } from "./sample.ts"

const ours = heat(3, 30)
const theirs = heat(11, 38)

/** The drift panel as the heart of the product will show it, and the larger pictures. */
export const Pictures = () => {
  const [focus, setFocus] = useState<LaneFocus>()
  const format = useFormat()
  const link = (text: string, to: LaneFocus) => (
    <Anchor
      inherit
      href={`#${to.key}`}
      onMouseEnter={() => setFocus(to)}
      onMouseLeave={() => setFocus(undefined)}
      onFocus={() => setFocus(to)}
      onBlur={() => setFocus(undefined)}
    >
      {text}
    </Anchor>
  )
  return (
    <>
      <Panel
        title="Drifting since about 11 March"
        hint="Between 2 and 25 March; seen on 6 April, 9 weeks before revenue fell"
        aside={<HealthMark health="drifting" />}
      >
        <p style={{ margin: "0 0 16px", maxWidth: "78ch", lineHeight: 1.6 }}>
          Our side let go first:{" "}
          {link("registration answers slowed from 2 to 9 days", { kind: "lane", key: "host_answer_hours" })}, then{" "}
          {link("two steering meetings moved", { kind: "event", key: "moved1" })}, then{" "}
          {link("their registrations fell from 6 to 1 a month", { kind: "lane", key: "registrations" })}.
        </p>
        <DriftLanes
          label="Drifting since about 11 March: our answers slowed first"
          lanes={lanes}
          events={events}
          focus={focus}
          onFocus={setFocus}
        />
      </Panel>
      <SimpleGrid cols={{ base: 1, md: 2 }} spacing={20}>
        <Panel title="Joint revenue 2026" hint="Behind the promised ramp since July">
          <RampCurve
            label="Joint revenue 2026 against the promised ramp"
            points={ramp}
            asOf="2026-10-28"
            write={(value) => format.money({ amountMinor: value * 100, currency: "EUR" }, true)}
          />
        </Panel>
        <Panel title="Promises kept, last 52 weeks" hint="The higher the bar, the more was kept">
          <div style={{ display: "grid", gap: 20, overflowX: "auto" }}>
            <HeatStrip label="Our promises, last 52 weeks" weeks={ours} height={40} hasScale />
            <HeatStrip label="Their promises, last 52 weeks" weeks={theirs} height={40} hasScale />
          </div>
        </Panel>
      </SimpleGrid>
    </>
  )
}
