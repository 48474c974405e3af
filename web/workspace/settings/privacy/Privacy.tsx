import { Stack } from "@mantine/core"
import { Erasures } from "./Erasures.tsx"
import { FindPerson } from "./FindPerson.tsx"
import { Retention } from "./Retention.tsx"

/** What is kept of people: of whom, for how long, and who was taken out of it. */
export const Privacy = () => (
  <Stack gap="lg">
    <FindPerson />
    <Retention />
    <Erasures />
  </Stack>
)
