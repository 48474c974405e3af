import { nobody, type Personal } from "#platform/personal"

export const personal: Personal = {
  module: "signals",
  tables: {
    signal_series: { ...nobody("signal", "counted") },
  },
}
