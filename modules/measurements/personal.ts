import { nobody, type Personal } from "#platform/personal"

export const personal: Personal = {
  module: "measurements",
  tables: {
    measurement: { ...nobody("signal", "source") },
    signal_source: { ...nobody("signal", "counted") },
  },
}
