import { Group, Text } from "@mantine/core"
import type { ReactNode } from "react"

/** The end of a step: what comes next or stands in the way, in words, and the buttons. */
export const Foot = ({ says, children }: { says?: string | undefined; children: ReactNode }) => (
  <Group justify="flex-end" gap="sm">
    {says ? (
      <Text size="sm" c="dimmed" role="status">
        {says}
      </Text>
    ) : null}
    {children}
  </Group>
)
